package dev.glia.api.equations.internal.algebra;

import dev.glia.api.equations.Expr;
import dev.glia.api.equations.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Puts expressions in the place of names, simplifying on the way where asked to. */
public final class Substitution {
  private final Function<Expr.Name, Optional<Expr>> replacements;

  /**
   * A substitution.
   *
   * @param replacements for a name what takes its place; empty if it stays
   */
  public Substitution(Function<Expr.Name, Optional<Expr>> replacements) {
    this.replacements = replacements;
  }

  /** Replaces one name. */
  public static Expr replace(Expr in, Expr.Name name, Expr by) {
    return new Substitution(n -> n.equals(name) ? Optional.of(by) : Optional.empty()).in(in);
  }

  public Expr in(Expr expression) {
    return switch (expression) {
      case Expr.Number number -> number;
      case Expr.Name name -> replacements.apply(name).orElse(name);
      case Expr.Unary unary -> {
        Expr operand = in(unary.operand());
        yield operand == unary.operand() ? unary : new Expr.Unary(unary.operator(), operand);
      }
      case Expr.Binary binary -> binary(binary);
      case Expr.Call call -> {
        List<Expr> arguments = call.arguments().stream().map(this::in).toList();
        yield new Expr.Call(call.function(), arguments, call.type(), call.stream());
      }
      case Expr.Conditional choice -> {
        Expr condition = in(choice.condition());
        yield new Expr.Conditional(condition, in(choice.whenTrue()), in(choice.whenFalse()));
      }
    };
  }

  private Expr binary(Expr.Binary binary) {
    Expr left = in(binary.left());
    Expr right = in(binary.right());
    return left == binary.left() && right == binary.right()
        ? binary
        : new Expr.Binary(binary.operator(), left, right, binary.type());
  }

  /** Replaces in the values of statements. */
  public Statement in(Statement statement) {
    return switch (statement) {
      case Statement.Let let -> new Statement.Let(let.name(), in(let.value()));
      case Statement.Assign assign ->
          new Statement.Assign(
              assign.target(), assign.scope(), in(assign.value()), assign.unlessRefractory());
    };
  }
}
