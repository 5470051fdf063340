package dev.glia.platform.studies.running;

import dev.glia.api.component.ComponentKind;
import dev.glia.platform.catalog.Catalog;
import dev.glia.platform.catalog.Offer;
import dev.glia.platform.store.ComponentVersion;
import dev.glia.v1.ComponentLease;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/**
 * What bundles contain, as short checksums: whoever changes a bundle and keeps its version gets no
 * results of the old one. Safe for any thread.
 */
final class Fingerprints {
  private static final int DIGITS = 16;

  private record Known(long bundle, long modified) {}

  private final Catalog catalog;
  private final Map<Known, String> known = new ConcurrentHashMap<>();

  Fingerprints(Catalog catalog) {
    this.catalog = catalog;
  }

  /** Whether a component that a cell used is the one that would be used now. */
  boolean isCurrent(ComponentVersion used) {
    if (used.bundle().isEmpty()) {
      return true; // it stands in an experiment file, which is in the study's bundle
    }
    return Arrays.stream(ComponentKind.values())
        .filter(kind -> kind.symbol().equals(used.kind()))
        .flatMap(kind -> catalog.offers(kind).stream())
        .filter(offer -> offer.descriptor().id().equals(used.id()))
        .findFirst()
        .map(offer -> of(offer).equals(used))
        .orElse(false);
  }

  ComponentVersion of(Offer offer) {
    return new ComponentVersion(
        offer.descriptor().kind().symbol(),
        offer.descriptor().id(),
        offer.descriptor().version(),
        offer.bundle(),
        ofBundle(offer.bundle(), offer.bundleVersion()));
  }

  ComponentVersion of(ComponentLease lease) {
    return new ComponentVersion(
        lease.getKind(),
        lease.getId(),
        lease.getVersion(),
        lease.getBundle(),
        ofBundle(lease.getBundle(), lease.getBundleVersion()));
  }

  /** Of the bundle that a class is in; empty outside of a framework. */
  String of(Class<?> type) {
    Bundle bundle = FrameworkUtil.getBundle(type);
    return bundle == null ? "" : of(bundle);
  }

  private String ofBundle(String name, String version) {
    Bundle own = FrameworkUtil.getBundle(Fingerprints.class);
    if (own == null || own.getBundleContext() == null) {
      return "";
    }
    return Arrays.stream(own.getBundleContext().getBundles())
        .filter(b -> name.equals(b.getSymbolicName()) && version.equals(b.getVersion().toString()))
        .findFirst()
        .map(this::of)
        .orElse("");
  }

  private String of(Bundle bundle) {
    return known.computeIfAbsent(
        new Known(bundle.getBundleId(), bundle.getLastModified()), key -> digest(bundle));
  }

  private static String digest(Bundle bundle) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (URL entry : entries(bundle)) {
        digest.update(entry.getPath().getBytes(StandardCharsets.UTF_8));
        try (InputStream in = new DigestInputStream(entry.openStream(), digest)) {
          in.transferTo(OutputStream.nullOutputStream());
        }
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    } catch (IOException | NoSuchAlgorithmException e) {
      return "";
    }
  }

  private static List<URL> entries(Bundle bundle) {
    Map<String, URL> files = new TreeMap<>();
    Enumeration<URL> found = bundle.findEntries("/", "*", true);
    while (found != null && found.hasMoreElements()) {
      URL entry = found.nextElement();
      // The manifest has the build's version in it, which says nothing about what is computed.
      if (!entry.getPath().endsWith("/") && !entry.getPath().startsWith("/META-INF/")) {
        files.put(entry.getPath(), entry);
      }
    }
    return List.copyOf(files.values());
  }
}
