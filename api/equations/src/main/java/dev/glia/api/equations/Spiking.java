package dev.glia.api.equations;

import dev.glia.api.equations.NeuronEquations.ResetKind;
import dev.glia.api.equations.internal.algebra.Occurrences;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which variable a spike condition is about, and what the reset does to it. */
record Spiking(Optional<String> variable, ResetKind reset) {
  static Spiking of(NeuronBody body) {
    Optional<Expr.Name> variable = body.spike().flatMap(Spiking::compared);
    ResetKind reset = variable.map(v -> kind(v, body.reset())).orElse(ResetKind.NONE);
    return new Spiking(variable.map(Expr.Name::name), reset);
  }

  /** The variable that stands alone on a side of a comparison, or the only one there is. */
  private static Optional<Expr.Name> compared(Expr condition) {
    Optional<Expr.Name> alone =
        Occurrences.first(condition, part -> side(part).isPresent()).flatMap(Spiking::side);
    if (alone.isPresent()) {
      return alone;
    }
    Set<Expr.Name> names = Occurrences.names(condition);
    names.removeIf(name -> name.scope() != Scope.STATE);
    return names.size() == 1 ? names.stream().findFirst() : Optional.empty();
  }

  private static Optional<Expr.Name> side(Expr part) {
    if (!(part instanceof Expr.Binary binary) || !binary.type().truth()) {
      return Optional.empty();
    }
    for (Expr side : List.of(binary.left(), binary.right())) {
      if (side instanceof Expr.Name name && name.scope() == Scope.STATE) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  private static ResetKind kind(Expr.Name variable, List<Statement.Assign> reset) {
    ResetKind kind = ResetKind.NONE;
    for (Statement.Assign assign : reset) {
      if (assign.target().equals(variable.name())) {
        boolean relative =
            assign.value() instanceof Expr.Binary binary
                && (binary.operator() == Expr.Binary.Operator.SUBTRACT
                    || binary.operator() == Expr.Binary.Operator.ADD)
                && binary.left().equals(variable)
                && !Occurrences.contains(binary.right(), variable);
        kind = relative ? ResetKind.BY_SUBTRACTION : ResetKind.TO_VALUE;
      }
    }
    return kind;
  }
}
