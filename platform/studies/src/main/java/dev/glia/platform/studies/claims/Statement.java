package dev.glia.platform.studies.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is claimed: comparisons that must all hold, or an expression that is shown.
 *
 * @param source as it was written
 */
public record Statement(String source, List<Comparison> comparisons) {
  public Statement {
    comparisons = List.copyOf(comparisons);
  }

  /**
   * A comparison.
   *
   * @param relation absent in statements that are only shown; {@code right} then is too
   */
  public record Comparison(
      Expression left, Optional<Relation> relation, Optional<Expression> right) {}

  boolean isJudged() {
    return comparisons.getFirst().relation().isPresent();
  }

  boolean usesBar() {
    return comparisons.stream()
        .anyMatch(
            each ->
                parts(each.left()).contains(new Expression.Bar())
                    || each.right().stream()
                        .anyMatch(right -> parts(right).contains(new Expression.Bar())));
  }

  /** Numbers of cells that it refers to, in the order of the text. */
  List<Expression.Reference> references() {
    List<Expression.Reference> references = new ArrayList<>();
    for (Comparison each : comparisons) {
      List<Expression> parts = new ArrayList<>(parts(each.left()));
      each.right().ifPresent(right -> parts.addAll(parts(right)));
      for (Expression part : parts) {
        if (part instanceof Expression.Reference reference) {
          references.add(reference);
        }
      }
    }
    return references;
  }

  /** An expression and all inside it. */
  static List<Expression> parts(Expression of) {
    List<Expression> parts = new ArrayList<>(List.of(of));
    switch (of) {
      case Expression.Negation negation -> parts.addAll(parts(negation.of()));
      case Expression.Operation operation -> {
        parts.addAll(parts(operation.left()));
        parts.addAll(parts(operation.right()));
      }
      case Expression.Call call -> call.arguments().forEach(each -> parts.addAll(parts(each)));
      case Expression.Number n -> {}
      case Expression.Bar b -> {}
      case Expression.Reference r -> {}
    }
    return parts;
  }
}
