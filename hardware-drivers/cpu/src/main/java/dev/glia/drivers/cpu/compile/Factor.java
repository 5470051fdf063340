package dev.glia.drivers.cpu.compile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A product and quotient of values that are the same for all entities: a number, times the values
 * in some slots, divided by those in others. It's computed in float64 and becomes one
 * multiplication, however many there were; above all it's never a division, which costs a vector
 * unit as much as sixteen multiplications. The float32 result is within two roundings of the
 * quotient.
 *
 * <p>0 times anything is 0.
 *
 * @param over slots, sorted
 * @param under slots, sorted
 */
record Factor(double number, List<Integer> over, List<Integer> under) {
  static final Factor ONE = of(1);

  Factor {
    over = number == 0 ? List.of() : List.copyOf(over);
    under = number == 0 ? List.of() : List.copyOf(under);
  }

  static Factor of(double number) {
    return new Factor(number, List.of(), List.of());
  }

  static Factor ofSlot(int slot) {
    return new Factor(1, List.of(slot), List.of());
  }

  Factor times(Factor other) {
    return new Factor(number * other.number, joined(over, other.over), joined(under, other.under));
  }

  Factor by(Factor other) {
    return new Factor(number / other.number, joined(over, other.under), joined(under, other.over));
  }

  private static List<Integer> joined(List<Integer> some, List<Integer> more) {
    List<Integer> all = new ArrayList<>(some);
    all.addAll(more);
    Collections.sort(all);
    return all;
  }

  boolean hasSlotsOf(Factor other) {
    return over.equals(other.over) && under.equals(other.under);
  }

  /** Whether it's known already, whatever the slots hold. */
  boolean isNumber() {
    return over.isEmpty() && under.isEmpty();
  }

  /** Whether it's just what one slot holds. */
  boolean isSlot() {
    return number == 1 && over.size() == 1 && under.isEmpty();
  }

  /** How it's computed, without allocating. */
  Formula formula() {
    double start = number;
    int[] times = over.stream().mapToInt(Integer::intValue).toArray();
    int[] by = under.stream().mapToInt(Integer::intValue).toArray();
    return slots -> {
      double value = start;
      for (int slot : times) {
        value *= slots[slot];
      }
      for (int slot : by) {
        value /= slots[slot];
      }
      return value;
    };
  }
}
