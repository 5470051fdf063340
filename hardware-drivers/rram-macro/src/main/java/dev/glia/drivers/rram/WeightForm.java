package dev.glia.drivers.rram;

import dev.glia.api.network.Network;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a projection's weights come onto the array: what an experiment pins as its storage. */
enum WeightForm {
  /** The cells are programmed to the specified weights, as well as they allow. */
  PROGRAMMED("programmed"),
  /** The cells' own random conductances, from their forming, replace the specified weights. */
  AS_FORMED("as-formed");

  private final String symbol;

  WeightForm(String symbol) {
    this.symbol = symbol;
  }

  String symbol() {
    return symbol;
  }

  /**
   * The form of each projection.
   *
   * @param pinned by name of a projection
   * @throws IllegalArgumentException if a projection or a form isn't there
   */
  static Map<String, WeightForm> of(Network network, Map<String, String> pinned) {
    Map<String, WeightForm> forms = new LinkedHashMap<>();
    network.projections().forEach(projection -> forms.put(projection.name(), PROGRAMMED));
    pinned.forEach(
        (projection, form) -> {
          if (!forms.containsKey(projection)) {
            throw new IllegalArgumentException("there's no projection '" + projection + "'");
          }
          forms.put(projection, of(form));
        });
    return forms;
  }

  private static WeightForm of(String symbol) {
    for (WeightForm form : values()) {
      if (form.symbol.equals(symbol)) {
        return form;
      }
    }
    throw new IllegalArgumentException(
        "the macro holds weights programmed or as-formed, not '" + symbol + "'");
  }
}
