package dev.glia.api.equations.internal.checking;

import dev.glia.api.equations.Expr;
import dev.glia.api.equations.internal.syntax.Equation;
import dev.glia.api.equations.internal.syntax.Equation.Kind;
import dev.glia.api.equations.internal.syntax.Node;
import dev.glia.api.units.Dimension;
import dev.glia.api.units.Unit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Checks the right-hand sides of equations against names, sub-expressions first. */
public final class EquationChecker {
  private final EquationTable table;
  private final Names names;
  private final Streams streams;
  private final Map<String, Equation> open = new LinkedHashMap<>();
  private final Deque<String> path = new ArrayDeque<>();

  public EquationChecker(EquationTable table, Names names, Streams streams) {
    this.table = table;
    this.names = names;
    this.streams = streams;
  }

  /**
   * Makes the names of all sub-expressions stand for what they are.
   *
   * @throws dev.glia.api.equations.EquationException if they refer to each other in a circle, or
   *     become too large
   */
  public void defineSubexpressions() {
    table.of(Kind.SUBEXPRESSION).forEach(equation -> open.put(equation.name(), equation));
    while (!open.isEmpty()) {
      define(open.values().iterator().next());
    }
  }

  private void define(Equation equation) {
    if (path.contains(equation.name())) {
      path.addLast(equation.name());
      String circle = String.join(" → ", path);
      throw table.error(
          equation, "'" + equation.name() + "' is defined by itself: " + shortened(circle));
    }
    path.addLast(equation.name());
    for (String used : namesIn(equation.right().orElseThrow())) {
      if (open.containsKey(used)) {
        define(open.get(used));
      }
    }
    path.removeLast();
    open.remove(equation.name());
    Unit unit = table.unit(equation, names);
    names.put(equation.name(), right(equation, names, unit.dimension(), unit.symbol()));
  }

  /**
   * The right-hand side of a derivative.
   *
   * @param withNoise whether {@code xi} may be used
   */
  public Expr rate(Equation equation, boolean withNoise) {
    Unit unit = table.unit(equation, names);
    Names used = withNoise ? names.copy().allowNoise() : names;
    boolean compound = unit.symbol().contains("/");
    String expected = (compound ? "(" + unit.symbol() + ")" : unit.symbol()) + "/s";
    return right(equation, used, Dimensions.perTime(unit.dimension()), expected);
  }

  private Expr right(Equation equation, Names used, Dimension expected, String expectedUnit) {
    ExpressionChecker checker = new ExpressionChecker(table.source(), used, streams);
    return checker.real(equation.right().orElseThrow(), expected, equation.subject(), expectedUnit);
  }

  private static Set<String> namesIn(Node expression) {
    Set<String> found = new LinkedHashSet<>();
    collect(expression, found);
    return found;
  }

  private static void collect(Node node, Set<String> found) {
    switch (node) {
      case Node.Literal literal -> {}
      case Node.Name name -> found.add(name.name());
      case Node.Unary unary -> collect(unary.operand(), found);
      case Node.Binary binary -> {
        collect(binary.left(), found);
        collect(binary.right(), found);
      }
      case Node.Call call -> call.arguments().forEach(argument -> collect(argument, found));
      case Node.Conditional choice -> {
        collect(choice.condition(), found);
        collect(choice.whenTrue(), found);
        collect(choice.whenFalse(), found);
      }
    }
  }

  private static String shortened(String circle) {
    return circle.length() > 100 ? circle.substring(0, 100) + "…" : circle;
  }
}
