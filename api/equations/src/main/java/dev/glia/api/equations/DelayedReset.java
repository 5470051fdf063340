package dev.glia.api.equations;

import dev.glia.api.equations.Expr.Binary.Operator;
import dev.glia.api.equations.internal.algebra.Terms;
import dev.glia.api.units.Dimension;
import dev.glia.api.units.Unit;
import java.util.ArrayList;
import java.util.List;

/** A reset that happens in the tick after the spike, before events are delivered. */
final class DelayedReset {
  /** No receptor or drive may have this name. */
  static final String OWNER = "reset";

  private static final Expr.Name DUE = new Expr.Name(OWNER + ".due", Scope.STATE, Dimension.NONE);

  private final List<Statement.Assign> reset;

  DelayedReset(List<Statement.Assign> reset) {
    this.reset = reset;
  }

  /** 1 in neurons that have spiked in the last tick. */
  Variable variable() {
    return new Variable(DUE.name(), Unit.ONE, Expr.Number.plain(0));
  }

  /** In place of the reset, at the spike. */
  List<Statement> mark() {
    return List.of(assign(DUE, Expr.Number.plain(1)));
  }

  /** The reset itself, in neurons where it's due. */
  List<Statement> due() {
    Expr condition = Terms.compared(Operator.GREATER, DUE, Expr.Number.plain(0.5));
    List<Statement> statements = new ArrayList<>();
    for (Statement.Assign assign : reset) {
      Expr.Name target =
          new Expr.Name(assign.target(), assign.scope(), assign.value().type().dimension());
      statements.add(assign(target, Terms.choice(condition, assign.value(), target)));
    }
    statements.add(assign(DUE, Expr.Number.plain(0)));
    return statements;
  }

  private static Statement assign(Expr.Name target, Expr value) {
    return new Statement.Assign(target.name(), target.scope(), value, false);
  }
}
