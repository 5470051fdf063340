package dev.glia.api.equations;

import dev.glia.api.units.Unit;

/**
 * A state variable of a program.
 *
 * @param unit what it's printed in
 * @param initial value before the first tick: an expression over parameters
 */
public record Variable(String name, Unit unit, Expr initial) {}
