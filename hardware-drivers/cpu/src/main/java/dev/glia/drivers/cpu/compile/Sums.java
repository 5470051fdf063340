package dev.glia.drivers.cpu.compile;

import dev.glia.api.equations.Expr;
import dev.glia.api.equations.Function;
import dev.glia.api.equations.Scope;
import dev.glia.api.equations.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds sums over a target's synapses in expressions, and puts the summed values in their place.
 */
final class Sums {
  private Sums() {}

  /** An expression and all of its parts. */
  static Stream<Expr> walk(Expr expression) {
    Stream<Expr> parts =
        switch (expression) {
          case Expr.Number number -> Stream.of();
          case Expr.Name name -> Stream.of();
          case Expr.Unary unary -> walk(unary.operand());
          case Expr.Binary binary -> Stream.concat(walk(binary.left()), walk(binary.right()));
          case Expr.Conditional choice ->
              Stream.of(choice.condition(), choice.whenTrue(), choice.whenFalse())
                  .flatMap(Sums::walk);
          case Expr.Call call -> call.arguments().stream().flatMap(Sums::walk);
        };
    return Stream.concat(Stream.of(expression), parts);
  }

  /** The terms that are summed in an expression. */
  static List<Expr> in(Expr expression) {
    return walk(expression)
        .filter(e -> e instanceof Expr.Call c && c.function() == Function.SUM)
        .map(e -> ((Expr.Call) e).arguments().get(0))
        .toList();
  }

  /** The statement with names {@code sum n} instead of sums. */
  static Statement replace(Statement statement, Map<Expr, Integer> numbers) {
    return switch (statement) {
      case Statement.Let let -> new Statement.Let(let.name(), replace(let.value(), numbers));
      case Statement.Assign assign ->
          new Statement.Assign(
              assign.target(),
              assign.scope(),
              replace(assign.value(), numbers),
              assign.unlessRefractory());
    };
  }

  private static Expr replace(Expr expression, Map<Expr, Integer> numbers) {
    return switch (expression) {
      case Expr.Number number -> number;
      case Expr.Name name -> name;
      case Expr.Unary unary -> new Expr.Unary(unary.operator(), replace(unary.operand(), numbers));
      case Expr.Binary binary ->
          new Expr.Binary(
              binary.operator(),
              replace(binary.left(), numbers),
              replace(binary.right(), numbers),
              binary.type());
      case Expr.Conditional choice ->
          new Expr.Conditional(
              replace(choice.condition(), numbers),
              replace(choice.whenTrue(), numbers),
              replace(choice.whenFalse(), numbers));
      case Expr.Call call ->
          call.function() == Function.SUM
              ? new Expr.Name(
                  "sum " + numbers.get(call.arguments().get(0)),
                  Scope.POST,
                  call.type().dimension())
              : new Expr.Call(
                  call.function(),
                  call.arguments().stream().map(a -> replace(a, numbers)).toList(),
                  call.type(),
                  call.stream());
    };
  }
}
