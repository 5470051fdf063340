package dev.glia.api.equations.internal.solving;

import dev.glia.api.equations.Interpreter;
import dev.glia.api.equations.Scope;
import java.util.List;

/** What expressions over parameters and dt read. */
record Constants(double dt, List<String> parameters, double[] values)
    implements Interpreter.Environment {
  @Override
  public double read(String name, Scope scope) {
    if (scope == Scope.CLOCK && name.equals("dt")) {
      return dt;
    }
    int index = scope == Scope.PARAMETER ? parameters.indexOf(name) : -1;
    if (index < 0) {
      throw new IllegalArgumentException("'" + name + "' isn't a parameter");
    }
    return values[index];
  }

  @Override
  public void write(String name, Scope scope, double value) {
    throw new UnsupportedOperationException("constants aren't written");
  }

  @Override
  public Interpreter.Draws draws() {
    throw new UnsupportedOperationException("constants aren't random");
  }
}
