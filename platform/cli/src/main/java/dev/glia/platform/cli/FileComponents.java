package dev.glia.platform.cli;

import dev.glia.api.component.Component;
import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Fault;
import dev.glia.api.interchange.NetworkFormat;
import dev.glia.api.signal.RecordingReader;
import dev.glia.platform.catalog.Catalog;
import dev.glia.platform.catalog.Lease;
import dev.glia.platform.catalog.Offer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Finds the component that understands a file: by name, or by the file's ending.
 *
 * @param endings of a component's files, without the dot
 * @param sought what is missing if there's none: {@code reader for recordings}
 */
record FileComponents<T extends Component>(
    Catalog catalog,
    Class<T> type,
    ComponentKind kind,
    Function<T, List<String>> endings,
    String sought) {

  static FileComponents<NetworkFormat> formats(Catalog catalog) {
    return new FileComponents<>(
        catalog,
        NetworkFormat.class,
        ComponentKind.FORMAT,
        NetworkFormat::endings,
        "format for files");
  }

  static FileComponents<RecordingReader> readers(Catalog catalog) {
    return new FileComponents<>(
        catalog,
        RecordingReader.class,
        ComponentKind.READER,
        RecordingReader::endings,
        "reader for recordings");
  }

  /**
   * Lends a component.
   *
   * @param named its id; null to go by the file
   * @throws Fault MISSING if there's none
   */
  Lease<T> lease(String named, Path file) {
    if (named != null) {
      return catalog.lease(type, named, "");
    }
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    List<String> known = new ArrayList<>();
    for (Offer offer : catalog.offers(kind)) {
      Lease<T> lease = catalog.lease(type, offer.descriptor().id(), "");
      List<String> its = endings.apply(lease.component());
      if (its.stream().anyMatch(ending -> name.endsWith("." + ending))) {
        return lease;
      }
      known.addAll(its);
      lease.close();
    }
    throw new Fault(
        Fault.Kind.MISSING,
        file
            + ": no "
            + sought
            + " of this name"
            + (known.isEmpty() ? "" : "; there is: ." + String.join(", .", known))
            + ". Try --format, and `glia list "
            + kind.plural()
            + "`.");
  }
}
