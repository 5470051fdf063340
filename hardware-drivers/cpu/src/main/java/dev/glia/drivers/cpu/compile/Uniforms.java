package dev.glia.drivers.cpu.compile;

import dev.glia.api.equations.Expr;
import dev.glia.api.equations.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Values of a program that are the same for all its entities: shared parameters and coefficients,
 * time, third factors, and whatever is computed from nothing else. They are computed in float64
 * when a parameter changes, those with time in them once a tick, and rounded to float32 for the
 * loops.
 *
 * <p>Not safe for use by several threads.
 */
public final class Uniforms {
  private record Computed(int slot, Formula formula, boolean everyTick) {}

  private final Map<Expr.Name, Integer> names = new HashMap<>();
  private final Map<Expr, Integer> expressions = new HashMap<>();
  private final Map<Factor, Integer> factors = new HashMap<>();
  private final List<Boolean> changesByTick = new ArrayList<>();
  private final List<Computed> computed = new ArrayList<>();
  private double[] values = new double[8];
  private float[] floats = new float[0];
  private Computed[] once = {};
  private Computed[] ticking = {};

  public Uniforms() {}

  private Uniforms(Uniforms other) {
    names.putAll(other.names);
    changesByTick.addAll(other.changesByTick);
    once = other.once;
    ticking = other.ticking;
    values = other.values.clone();
    floats = other.floats.clone();
  }

  /** The same values for another thread, which may be in another tick. */
  public Uniforms copy() {
    return new Uniforms(this);
  }

  /** Takes all values over from what this is a copy of. */
  public void take(Uniforms original) {
    System.arraycopy(original.values, 0, values, 0, values.length);
    System.arraycopy(original.floats, 0, floats, 0, floats.length);
  }

  private static Expr.Name key(String name, Scope scope) {
    return new Expr.Name(name, scope, dev.glia.api.units.Dimension.NONE);
  }

  /** Makes room for a named value. */
  int declare(String name, Scope scope, boolean everyTick) {
    return names.computeIfAbsent(key(name, scope), n -> newSlot(everyTick));
  }

  private int newSlot(boolean everyTick) {
    int slot = changesByTick.size();
    changesByTick.add(everyTick);
    if (slot == values.length) {
      values = Arrays.copyOf(values, 2 * slot);
    }
    return slot;
  }

  /** Slot of a name, or -1. */
  public int slot(String name, Scope scope) {
    return names.getOrDefault(key(name, scope), -1);
  }

  /** Slot of an expression, all of whose names have one. */
  int slotOf(Expr expression, Function<Expr.Name, Integer> slotOfName) {
    Integer old = expressions.get(expression);
    if (old != null) {
      return old;
    }
    boolean[] ticks = {false};
    Formula formula =
        Formula.of(
            expression,
            name -> {
              int slot = slotOfName.apply(name);
              ticks[0] |= changesByTick.get(slot);
              return slot;
            });
    int slot = newSlot(ticks[0]);
    computed.add(new Computed(slot, formula, ticks[0]));
    if (!hasLocals(expression)) { // a local's name may mean something else in the next list
      expressions.put(expression, slot);
    }
    return slot;
  }

  /** Slot of a product. */
  int slotOf(Factor factor) {
    if (factor.isSlot()) {
      return factor.over().get(0);
    }
    return factors.computeIfAbsent(
        factor,
        f -> {
          boolean ticks =
              Stream.concat(f.over().stream(), f.under().stream()).anyMatch(changesByTick::get);
          int slot = newSlot(ticks);
          computed.add(new Computed(slot, f.formula(), ticks));
          return slot;
        });
  }

  private static boolean hasLocals(Expr expression) {
    return switch (expression) {
      case Expr.Number number -> false;
      case Expr.Name name -> name.scope() == Scope.LOCAL;
      case Expr.Unary unary -> hasLocals(unary.operand());
      case Expr.Binary binary -> hasLocals(binary.left()) || hasLocals(binary.right());
      case Expr.Conditional choice ->
          hasLocals(choice.condition())
              || hasLocals(choice.whenTrue())
              || hasLocals(choice.whenFalse());
      case Expr.Call call -> call.arguments().stream().anyMatch(Uniforms::hasLocals);
    };
  }

  /** Ends the declarations. */
  void seal() {
    values = Arrays.copyOf(values, changesByTick.size());
    floats = new float[values.length];
    once = computed.stream().filter(c -> !c.everyTick()).toArray(Computed[]::new);
    ticking = computed.stream().filter(Computed::everyTick).toArray(Computed[]::new);
  }

  /** Gives a named value; {@link #update} or {@link #updateTick} must follow. */
  public void set(int slot, double value) {
    values[slot] = value;
  }

  public double value(int slot) {
    return values[slot];
  }

  /** The present value of an expression over named values: a variable's first value. */
  public double evaluate(Expr expression) {
    return Formula.of(expression, name -> slot(name.name(), name.scope())).value(values);
  }

  /** Float32 values by slot; the live array. */
  public float[] floats() {
    return floats;
  }

  /** Recomputes everything. */
  public void update() {
    for (Computed c : once) {
      values[c.slot()] = c.formula().value(values);
    }
    updateTick();
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
  }

  /** Whether anything depends on the tick. */
  public boolean isTicking() {
    return changesByTick.contains(true);
  }

  /** Recomputes what depends on the tick, from values that were set. */
  public void updateTick() {
    for (Computed c : ticking) {
      values[c.slot()] = c.formula().value(values);
      floats[c.slot()] = (float) values[c.slot()];
    }
  }

  /** Gives a named value that changes every tick. */
  public void setTicking(int slot, double value) {
    values[slot] = value;
    floats[slot] = (float) value;
  }
}
