package dev.glia.platform.plugins.control;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.glia.api.component.Fault;
import dev.glia.platform.catalog.BundleAdmission;
import dev.glia.platform.plugins.ControlHandler;
import dev.glia.platform.plugins.PluginInstaller;
import dev.glia.platform.plugins.install.BundleOffers;
import dev.glia.v1.BundleInfo;
import dev.glia.v1.ComponentLease;
import dev.glia.v1.ControlReply;
import dev.glia.v1.ControlRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** Carries requests out. Only touched once one arrives, so that starting costs no protobuf. */
final class ControlRequests {
  private static final Map<Integer, String> STATES =
      Map.of(
          Bundle.UNINSTALLED, "uninstalled",
          Bundle.INSTALLED, "installed",
          Bundle.RESOLVED, "resolved",
          Bundle.STARTING, "starting",
          Bundle.STOPPING, "stopping",
          Bundle.ACTIVE, "active");

  private final BundleContext context;
  private final BundleAdmission admission;
  private final PluginInstaller installer;
  private final String token;

  ControlRequests(
      BundleContext context, BundleAdmission admission, PluginInstaller installer, String token) {
    this.context = context;
    this.admission = admission;
    this.installer = installer;
    this.token = token;
  }

  /** Answers a request that may be anything at all; never throws for what is in it. */
  byte[] answer(byte[] bytes) {
    return reply(bytes).toByteArray();
  }

  private ControlReply reply(byte[] bytes) {
    try {
      ControlRequest request = ControlRequest.parseFrom(bytes);
      if (!isRight(request.getToken())) {
        return refusal("the token is wrong");
      }
      return carryOut(request);
    } catch (InvalidProtocolBufferException e) {
      return refusal("that isn't a request");
    } catch (Fault e) {
      return refusal(e.getMessage());
    } catch (RuntimeException | LinkageError e) {
      System.getLogger(ControlRequests.class.getName())
          .log(System.Logger.Level.WARNING, "a request failed", e);
      return refusal("internal fault: " + e);
    }
  }

  private ControlReply carryOut(ControlRequest request) {
    return switch (request.getKindCase()) {
      case INSTALL -> done(installer.install(absolute(request.getInstall().getJar())).message());
      case REMOVE ->
          done(
              installer
                  .remove(request.getRemove().getSymbolicName(), request.getRemove().getVersion())
                  .message());
      case LIST_BUNDLES -> bundles();
      default -> handled(request);
    };
  }

  private ControlReply handled(ControlRequest request) {
    try {
      for (ServiceReference<ControlHandler> reference :
          context.getServiceReferences(ControlHandler.class, null)) {
        Optional<ControlReply> reply = answer(reference, request);
        if (reply.isPresent()) {
          return reply.get();
        }
      }
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException(e);
    }
    return refusal("the request asks for nothing that this version knows");
  }

  private Optional<ControlReply> answer(
      ServiceReference<ControlHandler> reference, ControlRequest request) {
    ControlHandler handler = context.getService(reference);
    if (handler == null) {
      return Optional.empty();
    }
    try {
      return handler.answer(request);
    } finally {
      context.ungetService(reference);
    }
  }

  private static Path absolute(String jar) {
    try {
      Path path = Path.of(jar);
      if (path.isAbsolute()) {
        return path;
      }
    } catch (InvalidPathException e) {
      // Told below.
    }
    throw Fault.input("the jar must be given with its full path");
  }

  /** In constant time: how much of a guess was right must not show. */
  private boolean isRight(String guess) {
    return MessageDigest.isEqual(
        guess.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
  }

  private ControlReply bundles() {
    ControlReply.Builder reply = ControlReply.newBuilder();
    for (Bundle bundle : context.getBundles()) {
      String name = bundle.getSymbolicName() == null ? "" : bundle.getSymbolicName();
      BundleInfo.Builder info =
          BundleInfo.newBuilder()
              .setId(bundle.getBundleId())
              .setSymbolicName(name)
              .setVersion(bundle.getVersion().toString())
              .setState(state(bundle))
              .setLeases(admission.leases(bundle));
      for (BundleOffers.Offered offer : BundleOffers.of(bundle)) {
        info.addOffers(
            ComponentLease.newBuilder()
                .setKind(offer.kind().symbol())
                .setId(offer.id())
                .setVersion(offer.version())
                .setBundle(name)
                .setBundleVersion(bundle.getVersion().toString()));
      }
      reply.addBundles(info);
    }
    return reply.build();
  }

  private String state(Bundle bundle) {
    return admission.isRetiring(bundle)
        ? "leaving"
        : STATES.getOrDefault(bundle.getState(), "unknown").toLowerCase(Locale.ROOT);
  }

  private static ControlReply done(String message) {
    return ControlReply.newBuilder().setMessage(message).build();
  }

  private static ControlReply refusal(String error) {
    return ControlReply.newBuilder().setError(error).build();
  }
}
