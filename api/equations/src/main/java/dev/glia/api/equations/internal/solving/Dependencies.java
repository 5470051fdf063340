package dev.glia.api.equations.internal.solving;

import dev.glia.api.equations.Expr;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Which variables of a linear system act on which, with the coefficients of that. */
final class Dependencies {
  private final Map<Expr.Name, Map<Expr.Name, Expr>> rows = new LinkedHashMap<>();
  private final Map<Question, Set<Expr.Name>> known = new HashMap<>();

  private record Question(Expr.Name variable, Set<Expr.Name> without) {}

  /** Row of A: the coefficients that the variables have in one variable's rate, zeros left out. */
  void put(Expr.Name variable, Map<Expr.Name, Expr> coefficients) {
    rows.put(variable, coefficients);
  }

  Set<Expr.Name> variables() {
    return rows.keySet();
  }

  Map<Expr.Name, Expr> row(Expr.Name variable) {
    return rows.get(variable);
  }

  /**
   * All variables that act on one, itself included, directly or through others.
   *
   * @param without variables that stand still: nothing gets through them
   */
  Set<Expr.Name> actingOn(Expr.Name variable, Set<Expr.Name> without) {
    return known.computeIfAbsent(new Question(variable, without), this::answer);
  }

  private Set<Expr.Name> answer(Question question) {
    Set<Expr.Name> reached = new LinkedHashSet<>();
    Deque<Expr.Name> open = new ArrayDeque<>();
    open.add(question.variable);
    while (!open.isEmpty()) {
      Expr.Name next = open.remove();
      if (!question.without.contains(next) && reached.add(next)) {
        open.addAll(rows.get(next).keySet());
      }
    }
    Set<Expr.Name> ordered = new LinkedHashSet<>(rows.keySet());
    ordered.retainAll(reached);
    return ordered;
  }
}
