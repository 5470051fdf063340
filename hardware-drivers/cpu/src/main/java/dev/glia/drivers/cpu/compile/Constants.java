package dev.glia.drivers.cpu.compile;

import dev.glia.api.equations.Coefficients;
import dev.glia.api.equations.Expr;
import dev.glia.api.equations.Interpreter;
import dev.glia.api.equations.LearningProgram;
import dev.glia.api.equations.Scope;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** The numbers of a learning projection that never change: parameters, and what follows. */
final class Constants implements Interpreter.Environment {
  private final Map<String, Double> parameters = new HashMap<>();
  private final Map<String, Double> coefficients = new HashMap<>();
  private final double dt;

  /**
   * Computes them.
   *
   * @param given parameters that don't have their default value
   */
  Constants(LearningProgram program, Map<String, Double> given, double dt) {
    this.dt = dt;
    program
        .parameters()
        .forEach(p -> parameters.put(p.name(), given.getOrDefault(p.name(), p.defaultValue())));
    for (Coefficients derived : program.coefficients()) {
      double[] from = derived.parameters().stream().mapToDouble(parameters::get).toArray();
      double[] values = derived.compute(dt, from);
      for (int i = 0; i < values.length; i++) {
        coefficients.put(derived.names().get(i), values[i]);
      }
    }
  }

  /** The value of an expression that can't change; empty for others. */
  OptionalDouble value(Expr expression) {
    return Sums.walk(expression).allMatch(this::isConstant)
        ? OptionalDouble.of(new Interpreter(this).value(expression))
        : OptionalDouble.empty();
  }

  private boolean isConstant(Expr part) {
    return switch (part) {
      case Expr.Name name ->
          switch (name.scope()) {
            case PARAMETER, COEFFICIENT -> true;
            case CLOCK -> name.name().equals("dt");
            default -> false;
          };
      case Expr.Call call ->
          !call.function().isRandom() && call.function() != dev.glia.api.equations.Function.SUM;
      default -> true;
    };
  }

  @Override
  public double read(String name, Scope scope) {
    return switch (scope) {
      case PARAMETER -> parameters.get(name);
      case COEFFICIENT -> coefficients.get(name);
      case CLOCK -> dt;
      default -> throw new IllegalArgumentException("'" + name + "' isn't constant");
    };
  }

  @Override
  public void write(String name, Scope scope, double value) {
    throw new UnsupportedOperationException("'" + name + "' is constant");
  }

  @Override
  public Interpreter.Draws draws() {
    throw new UnsupportedOperationException("constants aren't random");
  }
}
