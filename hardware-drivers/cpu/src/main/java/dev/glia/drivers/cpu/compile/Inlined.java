package dev.glia.drivers.cpu.compile;

import dev.glia.api.equations.Expr;
import dev.glia.api.equations.Scope;
import dev.glia.api.equations.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Statements with the values of their local names put in place of the names. */
final class Inlined {
  private Inlined() {}

  static List<Statement.Assign> of(List<Statement> statements) {
    Map<String, Expr> locals = new HashMap<>();
    List<Statement.Assign> assigns = new ArrayList<>();
    for (Statement statement : statements) {
      Expr value = replace(statement.value(), locals);
      switch (statement) {
        case Statement.Let let -> locals.put(let.name(), value);
        case Statement.Assign assign ->
            assigns.add(
                new Statement.Assign(
                    assign.target(), assign.scope(), value, assign.unlessRefractory()));
      }
    }
    return assigns;
  }

  private static Expr replace(Expr expression, Map<String, Expr> locals) {
    return switch (expression) {
      case Expr.Number number -> number;
      case Expr.Name name ->
          name.scope() == Scope.LOCAL ? locals.getOrDefault(name.name(), name) : name;
      case Expr.Unary unary -> new Expr.Unary(unary.operator(), replace(unary.operand(), locals));
      case Expr.Binary binary ->
          new Expr.Binary(
              binary.operator(),
              replace(binary.left(), locals),
              replace(binary.right(), locals),
              binary.type());
      case Expr.Conditional choice ->
          new Expr.Conditional(
              replace(choice.condition(), locals),
              replace(choice.whenTrue(), locals),
              replace(choice.whenFalse(), locals));
      case Expr.Call call ->
          new Expr.Call(
              call.function(),
              call.arguments().stream().map(a -> replace(a, locals)).toList(),
              call.type(),
              call.stream());
    };
  }
}
