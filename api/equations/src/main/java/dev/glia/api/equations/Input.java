package dev.glia.api.equations;

import dev.glia.api.units.Unit;

/**
 * A variable that others fill: the sum of what all receptors and drives send into it in this tick,
 * 0 if there are none. Declared as {@code i_syn : nA (input)}.
 */
public record Input(String name, Unit unit) {}
