package dev.glia.api.equations.internal.solving;

import dev.glia.api.equations.Coefficients;
import dev.glia.api.equations.Statement;
import java.util.List;

/** Straight-line code that carries a system from one tick to the next. */
public record Solution(List<Statement> statements, List<Coefficients> coefficients) {}
