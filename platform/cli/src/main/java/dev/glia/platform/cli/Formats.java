package dev.glia.platform.cli;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Fault;
import dev.glia.api.component.Parameters;
import dev.glia.api.interchange.NetworkFormat;
import dev.glia.platform.catalog.Catalog;
import dev.glia.platform.catalog.Lease;
import dev.glia.platform.catalog.Offer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds the format of a file: by name, or by the file's ending. */
record Formats(Catalog catalog) {
  /**
   * Lends a format.
   *
   * @param named id of the format; null to go by the file
   * @throws Fault MISSING if there's none
   */
  Lease<NetworkFormat> lease(String named, Path file) {
    if (named != null) {
      return catalog.lease(NetworkFormat.class, named, "");
    }
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    List<String> endings = new ArrayList<>();
    for (Offer offer : catalog.offers(ComponentKind.FORMAT)) {
      Lease<NetworkFormat> lease =
          catalog.lease(NetworkFormat.class, offer.descriptor().id(), offer.descriptor().version());
      if (lease.component().endings().stream().anyMatch(ending -> name.endsWith("." + ending))) {
        return lease;
      }
      endings.addAll(lease.component().endings());
      lease.close();
    }
    throw new Fault(
        Fault.Kind.MISSING,
        file
            + ": no format for files of this name"
            + (endings.isEmpty() ? "" : "; there is: ." + String.join(", .", endings))
            + ". Try --format, and `glia list formats`.");
  }

  /** A format's options, checked: {@code dt=1 ms}. */
  static Parameters options(NetworkFormat format, List<String> given) {
    return new TypedOptions(format.descriptor()).check(typed(given));
  }

  /** Settings by name, as they were typed. */
  static Map<String, String> typed(List<String> given) {
    Map<String, String> values = new java.util.LinkedHashMap<>();
    for (String setting : given) {
      int equals = setting.indexOf('=');
      if (equals < 1) {
        throw Fault.input("--set " + setting + ": not a setting. Try --set dt=\"1 ms\".");
      }
      values.put(setting.substring(0, equals).strip(), setting.substring(equals + 1).strip());
    }
    return values;
  }
}
