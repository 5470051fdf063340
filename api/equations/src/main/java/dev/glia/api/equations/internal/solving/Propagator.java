package dev.glia.api.equations.internal.solving;

import dev.glia.api.equations.Coefficients;
import dev.glia.api.equations.Expr;
import dev.glia.api.equations.Interpreter;
import dev.glia.api.equations.Scope;
import dev.glia.api.equations.internal.algebra.Occurrences;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rows of PHI for variables that all act on each other, together with whatever else acts on them.
 * So a coefficient depends on no parameter that it needn't depend on.
 */
final class Propagator implements Coefficients {
  private final List<Expr.Name> system;
  private final List<Integer> rows = new ArrayList<>();
  private final Expr[][] matrix;
  private final double fraction;
  private final List<String> names = new ArrayList<>();
  private final List<String> parameters;

  /**
   * A propagator.
   *
   * @param system closed: nothing outside acts on it, other than by the rest terms
   * @param shown the variables whose rows are named
   * @param fraction of dt that a step spans
   * @param name of an entry by row and column
   */
  Propagator(
      Dependencies dependencies,
      Set<Expr.Name> system,
      Set<Expr.Name> shown,
      double fraction,
      Naming name) {
    this.system = List.copyOf(system);
    this.fraction = fraction;
    this.matrix = new Expr[system.size()][system.size()];
    Set<String> used = new LinkedHashSet<>();
    for (int i = 0; i < matrix.length; i++) {
      Map<Expr.Name, Expr> row = dependencies.row(this.system.get(i));
      for (int j = 0; j < matrix.length; j++) {
        matrix[i][j] = row.get(this.system.get(j));
        if (matrix[i][j] != null) {
          addParameters(matrix[i][j], used);
        }
      }
    }
    this.parameters = List.copyOf(used);
    for (Expr.Name variable : shown) {
      rows.add(this.system.indexOf(variable));
      this.system.forEach(other -> names.add(name.of(variable, other)));
    }
  }

  /** How an entry is called. */
  interface Naming {
    String of(Expr.Name row, Expr.Name column);
  }

  private static void addParameters(Expr coefficient, Set<String> used) {
    for (Expr.Name name : Occurrences.names(coefficient)) {
      if (name.scope() == Scope.PARAMETER) {
        used.add(name.name());
      }
    }
  }

  @Override
  public List<String> names() {
    return List.copyOf(names);
  }

  @Override
  public List<String> parameters() {
    return parameters;
  }

  @Override
  public double[] compute(double dt, double[] values) {
    if (values.length != parameters.size()) {
      throw new IllegalArgumentException(
          parameters.size() + " parameters are needed, given " + values.length);
    }
    Interpreter interpreter = new Interpreter(new Constants(dt, parameters, values));
    double[][] a = new double[matrix.length][matrix.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        a[i][j] = matrix[i][j] == null ? 0 : interpreter.value(matrix[i][j]);
      }
    }
    double[][] phi = IntegratedExponential.of(a, dt * fraction);
    double[] shown = new double[names.size()];
    int next = 0;
    for (int row : rows) {
      for (int j = 0; j < a.length; j++) {
        shown[next++] = phi[row][j];
      }
    }
    return shown;
  }
}
