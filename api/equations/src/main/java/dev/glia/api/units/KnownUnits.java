package dev.glia.api.units;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The units that have a name, with all their prefixes. */
final class KnownUnits {
  private static final Map<String, Double> PREFIXES = new LinkedHashMap<>();
  private static final Map<String, Unit> UNITS = new LinkedHashMap<>();

  static {
    prefix("", 1);
    prefix("m", 1e-3);
    prefix("u", 1e-6);
    prefix("µ", 1e-6); // micro sign
    prefix("μ", 1e-6); // Greek mu
    prefix("n", 1e-9);
    prefix("p", 1e-12);
    prefix("f", 1e-15);
    prefix("k", 1e3);
    prefix("M", 1e6);
    prefix("G", 1e9);
    prefix("T", 1e12);
    prefix("c", 1e-2);
    prefix("d", 1e-1);

    Dimension energy = Dimension.VOLTAGE.times(Dimension.CURRENT).times(Dimension.TIME);
    Dimension resistance = Dimension.VOLTAGE.dividedBy(Dimension.CURRENT);
    Dimension flux = Dimension.VOLTAGE.times(Dimension.TIME);
    Dimension area = Dimension.LENGTH.power(2);
    Dimension concentration = base(5).dividedBy(Dimension.LENGTH.power(3));
    unit("s", 1, Dimension.TIME);
    unit("A", 1, Dimension.CURRENT);
    unit("V", 1, Dimension.VOLTAGE);
    unit("S", 1, Dimension.CONDUCTANCE);
    unit("F", 1, Dimension.CAPACITANCE);
    unit("Ohm", 1, resistance);
    unit("ohm", 1, resistance);
    unit("Ω", 1, resistance); // Greek capital omega
    unit("\u2126", 1, resistance); // ohm sign
    unit("Hz", 1, Dimension.FREQUENCY);
    unit("m", 1, Dimension.LENGTH);
    unit("C", 1, Dimension.CURRENT.times(Dimension.TIME));
    unit("W", 1, energy.dividedBy(Dimension.TIME));
    unit("J", 1, energy);
    unit("N", 1, energy.dividedBy(Dimension.LENGTH));
    unit("Pa", 1, energy.dividedBy(Dimension.LENGTH.power(3)));
    unit("T", 1, flux.dividedBy(area));
    unit("H", 1, flux.dividedBy(Dimension.CURRENT));
    unit("Wb", 1, flux);
    unit("g", 1e-3, Dimension.MASS);
    unit("K", 1, base(4));
    unit("mol", 1, base(5));
    unit("cd", 1, base(6));
    unit("M", 1e3, concentration);
  }

  private KnownUnits() {}

  /** By symbol, prefixes included; where two readings collide the unprefixed one is kept. */
  static Map<String, Unit> all() {
    return Collections.unmodifiableMap(UNITS);
  }

  private static void prefix(String symbol, double factor) {
    PREFIXES.put(symbol, factor);
  }

  private static void unit(String symbol, double scale, Dimension dimension) {
    PREFIXES.forEach(
        (prefix, factor) -> {
          Unit unit = new Unit(prefix + symbol, Decimal.product(scale, factor), dimension);
          if (prefix.isEmpty()) {
            UNITS.put(unit.symbol(), unit);
          } else {
            UNITS.putIfAbsent(unit.symbol(), unit);
          }
        });
  }

  private static Dimension base(int index) {
    int[] halves = new int[7];
    halves[index] = 2;
    return Dimension.ofHalves(halves);
  }
}
