package dev.glia.api.equations;

import dev.glia.api.equations.Expr.Binary.Operator;
import dev.glia.api.equations.internal.algebra.Derivative;
import dev.glia.api.equations.internal.algebra.Occurrences;
import dev.glia.api.equations.internal.algebra.Simplifier;
import dev.glia.api.equations.internal.algebra.Substitution;
import dev.glia.api.equations.internal.algebra.Terms;
import dev.glia.api.equations.internal.checking.Names;
import dev.glia.api.equations.internal.checking.StatementChecker;
import dev.glia.api.equations.internal.checking.Streams;
import dev.glia.api.equations.internal.syntax.Assignment;
import dev.glia.api.equations.internal.syntax.Section;
import dev.glia.api.units.Unit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks what a spike adds. Only the sum of the weights reaches a receptor, so each statement must
 * add something proportional to {@code w}, whatever the order of the spikes.
 */
final class JumpChecker {
  private final Section<List<Assignment>> section;
  private final Expr.Name weight;
  private final Expr.Name arrived;
  private final StatementChecker statements;
  private final Set<Expr.Name> changed = new LinkedHashSet<>();

  JumpChecker(
      Section<List<Assignment>> section,
      Names names,
      Unit weight,
      Expr.Name target,
      String arrived,
      Streams streams) {
    this.section = section;
    this.weight = new Expr.Name("w", Scope.SYNAPSE, weight.dimension());
    this.arrived = new Expr.Name(arrived, Scope.ARRIVED, weight.dimension());
    Names here = names.copy().put("w", this.weight).put(SynapseSource.TARGET, target);
    this.statements = new StatementChecker(section.source(), here, streams);
  }

  List<Statement.Assign> check(Map<String, Expr.Name> targets, Map<String, String> constants) {
    constants.forEach(statements::constant);
    targets.forEach(statements::target);
    section.content().forEach(a -> changed.add(targets.get(a.target())));
    List<Statement.Assign> jumps = new ArrayList<>();
    for (Assignment assignment : section.content()) {
      Statement.Assign assign = statements.check(assignment);
      checkAddition(assignment, assign);
      Expr sum = Substitution.replace(assign.value(), weight, arrived);
      jumps.add(new Statement.Assign(assign.target(), assign.scope(), sum, false));
    }
    return jumps;
  }

  private void checkAddition(Assignment assignment, Statement.Assign assign) {
    Operator operator = assignment.operator().orElse(null);
    if (operator != Operator.ADD && operator != Operator.SUBTRACT) {
      throw statements.error(
          assignment, "a spike can only add: write " + assignment.target() + " += …");
    }
    Expr added = ((Expr.Binary) assign.value()).right();
    Expr slope = Simplifier.simplified(Derivative.of(added, weight));
    Expr without = Substitution.replace(added, weight, new Expr.Number(0, weight.dimension()));
    boolean proportional =
        !Occurrences.contains(slope, weight)
            && Terms.isZero(Simplifier.simplified(without))
            && !Terms.isZero(slope);
    if (!proportional) {
      throw statements.error(
          assignment,
          "what a spike adds must be proportional to w, as it's summed over all spikes of a tick");
    }
    if (Occurrences.isRandom(added) || Occurrences.any(added, changed::contains)) {
      throw statements.error(
          assignment, "what a spike adds can't depend on what spikes change, or on chance");
    }
  }
}
