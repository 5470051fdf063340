package dev.glia.api.equations;

import dev.glia.api.equations.internal.algebra.Occurrences;
import dev.glia.api.equations.internal.checking.Names;
import dev.glia.api.equations.internal.checking.StatementChecker;
import dev.glia.api.equations.internal.checking.Streams;
import dev.glia.api.equations.internal.syntax.Assignment;
import dev.glia.api.equations.internal.syntax.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checks the statements of a learning rule: which may assign what, and from what. */
final class RuleStatements {
  private final Names names;
  private final Map<String, Expr.Name> variables;
  private final Map<String, String> constants;
  private final Streams streams;

  RuleStatements(
      Names names,
      Map<String, Expr.Name> variables,
      Map<String, String> constants,
      Streams streams) {
    this.names = names;
    this.variables = variables;
    this.constants = constants;
    this.streams = streams;
  }

  /** Statements that may assign variables of one side, and of the synapse. */
  List<Statement.Assign> on(Section<List<Assignment>> section, Scope side) {
    StatementChecker checker = checker(section, names);
    List<Statement.Assign> statements = new ArrayList<>();
    for (Assignment assignment : section.content()) {
      Statement.Assign assign = checker.check(assignment);
      if (assign.scope() != side && assign.scope() != Scope.SYNAPSE) {
        String place = assign.scope() == Scope.PRE ? "on pre" : "on post";
        throw checker.error(
            assignment, "'" + assignment.target() + "' can only be assigned in '" + place + "'");
      }
      checkSide(checker, assignment, assign);
      statements.add(assign);
    }
    return statements;
  }

  /**
   * Statements for every synapse at once. What they assign to the other two sides must be the same
   * however often it's done.
   */
  List<Statement.Assign> onEvent(Section<List<Assignment>> section) {
    StatementChecker checker = checker(section, names.copy().allowSums());
    List<Statement.Assign> statements = new ArrayList<>();
    for (Assignment assignment : section.content()) {
      Statement.Assign assign = checker.check(assignment);
      checkSide(checker, assignment, assign);
      checkRepeatable(checker, assignment, assign);
      checkSums(checker, assignment, assign.value());
      statements.add(assign);
    }
    return statements;
  }

  private static void checkSide(
      StatementChecker checker, Assignment assignment, Statement.Assign assign) {
    Expr.Name target =
        new Expr.Name(assign.target(), assign.scope(), assign.value().type().dimension());
    Side.of(assign.scope())
        .stranger(assign.value())
        .ifPresent(
            stranger -> {
              String subject = "'" + assignment.target() + "'";
              throw checker.error(assignment, Side.mixed(subject, target, stranger));
            });
  }

  private static void checkRepeatable(
      StatementChecker checker, Assignment assignment, Statement.Assign assign) {
    boolean varies =
        Occurrences.any(
            assign.value(),
            part ->
                part instanceof Expr.Call call
                        && (call.function().isRandom() || call.function() == Function.SUM)
                    || part instanceof Expr.Name name
                        && (name.scope() == Scope.PRE || name.scope() == Scope.POST));
    if (assign.scope() != Scope.SYNAPSE && varies) {
      throw checker.error(
          assignment,
          "in this event '"
              + assignment.target()
              + "' can only be set to a value that depends on parameters and neurons");
    }
  }

  private static void checkSums(StatementChecker checker, Assignment assignment, Expr value) {
    boolean nested =
        Occurrences.any(
            value,
            part ->
                part instanceof Expr.Call outer
                    && outer.function() == Function.SUM
                    && (Occurrences.isRandom(outer)
                        || Occurrences.any(outer.arguments().get(0), RuleStatements::isSum)));
    if (nested) {
      throw checker.error(assignment, "a sum can't contain another sum or a random number");
    }
  }

  private static boolean isSum(Expr part) {
    return part instanceof Expr.Call call && call.function() == Function.SUM;
  }

  private StatementChecker checker(Section<List<Assignment>> section, Names available) {
    StatementChecker checker = new StatementChecker(section.source(), available, streams);
    variables.forEach(checker::target);
    constants.forEach(checker::constant);
    return checker;
  }
}
