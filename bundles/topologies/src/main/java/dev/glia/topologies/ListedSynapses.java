package dev.glia.topologies;

import dev.glia.api.component.Fault;
import dev.glia.api.units.Dimension;
import dev.glia.api.units.Quantity;
import dev.glia.api.units.Unit;
import dev.glia.api.units.UnitException;
import java.util.List;

/** Synapses that stand in the experiment itself. */
final class ListedSynapses {
  private static final Dimension TIME = Unit.parse("s").dimension();

  private ListedSynapses() {}

  static void read(List<?> entries, SynapseList into) {
    for (int i = 0; i < entries.size(); i++) {
      String where = "explicit: synapses[" + i + "]";
      if (!(entries.get(i) instanceof List<?> entry) || entry.size() < 2 || entry.size() > 4) {
        throw Fault.input(
            where
                + " is "
                + entries.get(i)
                + ", expected [from, to], [from, to, weight] or [from, to, weight, delay].");
      }
      into.add(
          index(entry.get(0), "from", where),
          index(entry.get(1), "to", where),
          entry.size() > 2 ? number(entry.get(2), "weight", where) : Double.NaN,
          entry.size() > 3 ? number(entry.get(3), "delay", where) : Double.NaN,
          where);
    }
  }

  private static long index(Object value, String side, String where) {
    if (value instanceof Long || value instanceof Integer) {
      return ((Number) value).longValue();
    }
    throw Fault.input(where + ": '" + side + "' is " + value + ", expected a neuron's number.");
  }

  /** In SI base units, as which numbers arrive here; texts still have their unit. */
  private static double number(Object value, String what, String where) {
    double number =
        value instanceof Number given
            ? given.doubleValue()
            : quantity(String.valueOf(value), what, where);
    if (!Double.isFinite(number)) {
      throw Fault.input(where + ": " + what + " " + value + " isn't finite.");
    }
    return number;
  }

  private static double quantity(String text, String what, String where) {
    try {
      Quantity quantity = Quantity.parse(text);
      if (what.equals("delay") && !quantity.dimension().equals(TIME)) {
        throw Fault.input(where + ": delay " + text + " isn't a time. Write it as 1.5 ms.");
      }
      return quantity.value();
    } catch (UnitException notOne) {
      throw Fault.input(where + ": " + what + " " + text + ": " + notOne.getMessage());
    }
  }
}
