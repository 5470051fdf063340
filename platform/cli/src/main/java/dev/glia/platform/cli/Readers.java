package dev.glia.platform.cli;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Fault;
import dev.glia.api.signal.RecordingReader;
import dev.glia.platform.catalog.Catalog;
import dev.glia.platform.catalog.Lease;
import dev.glia.platform.catalog.Offer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds the reader of a recording: by name, or by the file's ending. */
record Readers(Catalog catalog) {
  static Readers of(Catalog catalog) {
    return new Readers(catalog);
  }

  /**
   * Lends a reader.
   *
   * @param named id of the reader; null to go by the file
   * @throws Fault MISSING if there's none
   */
  Lease<RecordingReader> lease(String named, Path file) {
    if (named != null) {
      return catalog.lease(RecordingReader.class, named, "");
    }
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    List<String> endings = new ArrayList<>();
    for (Offer offer : catalog.offers(ComponentKind.READER)) {
      Lease<RecordingReader> lease =
          catalog.lease(RecordingReader.class, offer.descriptor().id(), "");
      if (lease.component().endings().stream().anyMatch(ending -> name.endsWith("." + ending))) {
        return lease;
      }
      endings.addAll(lease.component().endings());
      lease.close();
    }
    throw new Fault(
        Fault.Kind.MISSING,
        file
            + ": no reader for recordings of this name"
            + (endings.isEmpty() ? "" : "; there is: ." + String.join(", .", endings))
            + ". Try --format, and `glia list readers`.");
  }
}
