package dev.glia.api.equations.internal.algebra;

import dev.glia.api.equations.Expr;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Looks into expressions. */
public final class Occurrences {
  private Occurrences() {}

  /** The parts that an expression is directly made of. */
  public static List<Expr> parts(Expr expression) {
    return switch (expression) {
      case Expr.Number number -> List.of();
      case Expr.Name name -> List.of();
      case Expr.Unary unary -> List.of(unary.operand());
      case Expr.Binary binary -> List.of(binary.left(), binary.right());
      case Expr.Call call -> call.arguments();
      case Expr.Conditional choice ->
          List.of(choice.condition(), choice.whenTrue(), choice.whenFalse());
    };
  }

  /** Whether some part, or the whole, is of a kind. */
  public static boolean any(Expr expression, Predicate<Expr> kind) {
    return first(expression, kind).isPresent();
  }

  /** The first part of a kind, outer ones before inner ones. */
  public static Optional<Expr> first(Expr expression, Predicate<Expr> kind) {
    if (kind.test(expression)) {
      return Optional.of(expression);
    }
    for (Expr part : parts(expression)) {
      Optional<Expr> found = first(part, kind);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  public static boolean contains(Expr expression, Expr.Name name) {
    return any(expression, name::equals);
  }

  /** All names, in the order of their first occurrence. */
  public static Set<Expr.Name> names(Expr expression) {
    Set<Expr.Name> names = new LinkedHashSet<>();
    collect(expression, names);
    return names;
  }

  private static void collect(Expr expression, Set<Expr.Name> names) {
    if (expression instanceof Expr.Name name) {
      names.add(name);
    }
    parts(expression).forEach(part -> collect(part, names));
  }

  public static boolean isRandom(Expr expression) {
    return any(expression, part -> part instanceof Expr.Call call && call.function().isRandom());
  }
}
