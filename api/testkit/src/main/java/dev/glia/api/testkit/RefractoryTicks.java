package dev.glia.api.testkit;

import dev.glia.api.equations.Expr;
import dev.glia.api.equations.Interpreter;
import dev.glia.api.equations.Parameter;
import dev.glia.api.equations.PopulationProgram;
import dev.glia.api.equations.Scope;
import dev.glia.api.network.Network;
import dev.glia.api.network.Population;
import dev.glia.api.network.Values;
import java.util.Optional;
import java.util.OptionalLong;

/** For how many ticks the first population of a network is held after a spike. */
final class RefractoryTicks {
  private RefractoryTicks() {}

  /** Empty if it isn't held, or the time depends on more than parameters. */
  static OptionalLong of(Network network) {
    Population cells = network.populations().getFirst();
    Optional<Expr> time = cells.program().refractory();
    if (time.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      double seconds = new Interpreter(new ParametersOnly(cells)).value(time.get());
      return OptionalLong.of(Math.round(seconds / network.dt()));
    } catch (UnsupportedOperationException dependsOnState) {
      return OptionalLong.empty();
    }
  }

  private record ParametersOnly(Population cells) implements Interpreter.Environment {
    @Override
    public double read(String name, Scope scope) {
      if (scope != Scope.PARAMETER) {
        throw new UnsupportedOperationException(name + " isn't a parameter");
      }
      Values given = cells.parameters().get(name);
      return given != null ? given.at(0) : parameter(cells.program(), name).defaultValue();
    }

    private static Parameter parameter(PopulationProgram program, String name) {
      return program.parameters().stream()
          .filter(parameter -> parameter.name().equals(name))
          .findFirst()
          .orElseThrow();
    }

    @Override
    public void write(String name, Scope scope, double value) {
      throw new UnsupportedOperationException("nothing is written in an expression");
    }

    @Override
    public Interpreter.Draws draws() {
      throw new UnsupportedOperationException("it's drawn");
    }
  }
}
