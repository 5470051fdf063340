package dev.glia.platform.plugins.install;

import dev.glia.api.component.Component;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Fault;
import dev.glia.platform.catalog.BundleAdmission;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * Starts a plugin where nobody can lease it yet, and looks whether it works: it resolves, starts,
 * its components come up and describe themselves. What fails is uninstalled again.
 */
final class PluginTrial {
  private final BundleContext context;
  private final BundleAdmission admission;
  private final ComponentProblems problems;

  PluginTrial(BundleContext context, BundleAdmission admission, ComponentProblems problems) {
    this.context = context;
    this.admission = admission;
    this.problems = problems;
  }

  /**
   * Starts it.
   *
   * @return an active bundle that is withheld from leases
   * @throws Fault saying why it doesn't work; nothing of it is left then
   */
  Bundle start(StagedJar jar, PluginManifest manifest) {
    Bundle bundle = install(jar, manifest);
    boolean works = false;
    try {
      admission.withhold(bundle);
      resolve(jar, bundle);
      start(jar, bundle);
      BundleOffers.of(bundle).forEach(offer -> look(jar, offer));
      problems.of(bundle).ifPresent(problem -> refuse(jar, problem, null));
      works = true;
      return bundle;
    } finally {
      if (!works) {
        undo(bundle);
      }
    }
  }

  void undo(Bundle bundle) {
    try {
      bundle.uninstall();
    } catch (BundleException | RuntimeException e) {
      System.getLogger(PluginTrial.class.getName())
          .log(System.Logger.Level.WARNING, bundle + " can't be uninstalled", e);
    }
  }

  private Bundle install(StagedJar jar, PluginManifest manifest) {
    // The framework gets a copy: the file in the user's directory may be deleted at any time.
    String location = ContentHash.location(manifest, jar.sha256());
    try (InputStream in = jar.open()) {
      return context.installBundle(location, in);
    } catch (BundleException | IOException e) {
      throw refusal(jar, "the framework refuses it: " + reason(e), e);
    }
  }

  private void resolve(StagedJar jar, Bundle bundle) {
    FrameworkWiring wiring =
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
    if (!wiring.resolveBundles(List.of(bundle))) {
      List<String> unmet = new UnmetRequirements(context).of(bundle);
      if (!unmet.isEmpty()) {
        throw refusal(jar, String.join("; ", unmet), null);
      }
      // Starting it gives the resolver's own, longer explanation.
    }
  }

  private void start(StagedJar jar, Bundle bundle) {
    int level =
        context
            .getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
            .adapt(FrameworkStartLevel.class)
            .getStartLevel();
    try {
      // As late as possible: plugins stop before what they build on.
      bundle.adapt(BundleStartLevel.class).setStartLevel(level);
      bundle.start(Bundle.START_ACTIVATION_POLICY);
    } catch (BundleException | RuntimeException | LinkageError e) {
      throw refusal(jar, "it doesn't start: " + reason(e), e);
    }
    if (bundle.getState() != Bundle.ACTIVE && bundle.getState() != Bundle.STARTING) {
      throw refusal(jar, "it doesn't stay started", null);
    }
  }

  private void look(StagedJar jar, BundleOffers.Offered offer) {
    Object service;
    try {
      service = context.getService(offer.reference());
    } catch (RuntimeException | LinkageError e) {
      throw refusal(jar, offer + " can't be made: " + reason(e), e);
    }
    if (service == null) {
      Optional<String> problem = problems.of(offer.reference().getBundle());
      throw refusal(jar, problem.orElse(offer + " can't be made; the log says why"), null);
    }
    try {
      checkDescriptor(jar, offer, service);
    } finally {
      context.ungetService(offer.reference());
    }
  }

  private static void checkDescriptor(StagedJar jar, BundleOffers.Offered offer, Object service) {
    if (!(service instanceof Component component)) {
      throw refusal(jar, offer + " was built for another version of the API: rebuild it", null);
    }
    Descriptor descriptor;
    try {
      descriptor = component.descriptor();
    } catch (RuntimeException | LinkageError e) {
      throw refusal(jar, offer + " can't describe itself: " + reason(e), e);
    }
    if (!descriptor.id().equals(offer.id()) || !descriptor.version().equals(offer.version())) {
      throw refusal(
          jar,
          offer + " describes itself as " + descriptor.reference() + ": make the two agree",
          null);
    }
  }

  private static void refuse(StagedJar jar, String problem, Throwable cause) {
    throw refusal(jar, problem, cause);
  }

  private static Fault refusal(StagedJar jar, String problem, Throwable cause) {
    return new Fault(
        Fault.Kind.INPUT, jar.name() + " isn't installed, nothing has changed: " + problem, cause);
  }

  /** The innermost message, which is the one that names the culprit. */
  private static String reason(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    boolean tellsItself = root instanceof BundleException || root instanceof Fault;
    return tellsItself ? String.valueOf(root.getMessage()) : root.toString();
  }
}
