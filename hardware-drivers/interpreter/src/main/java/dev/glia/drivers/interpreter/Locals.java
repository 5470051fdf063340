package dev.glia.drivers.interpreter;

import dev.glia.api.equations.Expr;
import dev.glia.api.equations.Scope;
import dev.glia.api.equations.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns the locals of a learning program into variables: {@link Plasticity} runs a statement
 * everywhere before the next one, so it must keep what was named in between for each synapse.
 */
final class Locals {
  private static final String MARK = "local ";

  private Locals() {}

  /** Whether a name was made here. */
  static boolean isLocal(String name) {
    return name.startsWith(MARK);
  }

  /**
   * The same statements, with assignments to names that {@link #isLocal} knows in place of lets.
   */
  static List<Statement.Assign> asVariables(List<Statement> statements) {
    List<Statement.Assign> assignments = new ArrayList<>();
    for (Statement statement : statements) {
      Expr value = rename(statement.value());
      assignments.add(
          switch (statement) {
            case Statement.Let let ->
                new Statement.Assign(MARK + let.name(), Scope.SYNAPSE, value, false);
            case Statement.Assign assign ->
                new Statement.Assign(assign.target(), assign.scope(), value, false);
          });
    }
    return assignments;
  }

  private static Expr rename(Expr expression) {
    return switch (expression) {
      case Expr.Number number -> number;
      case Expr.Name name ->
          name.scope() == Scope.LOCAL
              ? new Expr.Name(MARK + name.name(), Scope.SYNAPSE, name.dimension())
              : name;
      case Expr.Unary unary -> new Expr.Unary(unary.operator(), rename(unary.operand()));
      case Expr.Binary binary ->
          new Expr.Binary(
              binary.operator(), rename(binary.left()), rename(binary.right()), binary.type());
      case Expr.Call call ->
          new Expr.Call(
              call.function(),
              call.arguments().stream().map(Locals::rename).toList(),
              call.type(),
              call.stream());
      case Expr.Conditional either ->
          new Expr.Conditional(
              rename(either.condition()), rename(either.whenTrue()), rename(either.whenFalse()));
    };
  }
}
