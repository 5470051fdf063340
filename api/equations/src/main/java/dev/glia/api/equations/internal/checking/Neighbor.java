package dev.glia.api.equations.internal.checking;

import dev.glia.api.equations.Expr;
import dev.glia.api.equations.Scope;
import dev.glia.api.equations.Variable;
import dev.glia.api.units.internal.Spelling;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A neuron whose variables a synapse or a learning rule reads. */
public interface Neighbor {
  /** A neuron that isn't known yet: it has every variable, and each fits everywhere. */
  static Neighbor unknown(Scope scope) {
    return new Neighbor() {
      @Override
      public Optional<Expr> variable(String name) {
        return Optional.of(new Expr.Name(name, scope, Dimensions.OPEN));
      }

      @Override
      public String missing(String name) {
        return "";
      }
    };
  }

  /**
   * A neuron with these state variables.
   *
   * @param role in messages: {@code the source}
   */
  static Neighbor of(String role, Scope scope, List<Variable> state) {
    Map<String, Expr> variables = new LinkedHashMap<>();
    for (Variable variable : state) {
      Expr value = new Expr.Name(variable.name(), scope, variable.unit().dimension());
      variables.put(variable.name(), value);
    }
    return new Neighbor() {
      @Override
      public Optional<Expr> variable(String name) {
        return Optional.ofNullable(variables.get(name));
      }

      @Override
      public String missing(String name) {
        String near = Spelling.proposal(name, variables.keySet());
        String all = variables.isEmpty() ? "" : ": it has " + String.join(", ", variables.keySet());
        return role + " has no variable '" + name + "'" + (near.isEmpty() ? all : near);
      }
    };
  }

  Optional<Expr> variable(String name);

  /** What to say about a variable that isn't there. */
  String missing(String name);
}
