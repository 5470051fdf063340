package dev.glia.api.equations.internal.typesetting;

import dev.glia.api.equations.internal.syntax.Assignment;
import dev.glia.api.equations.internal.syntax.Equation;
import dev.glia.api.equations.internal.syntax.Equation.Flag;
import dev.glia.api.equations.internal.syntax.Node;
import dev.glia.api.equations.internal.syntax.Section;
import dev.glia.api.equations.internal.typesetting.Row.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Collects the rows of a model. */
public final class Page {
  private final Notation notation;
  private final Formula formula;
  private final List<Row> rows = new ArrayList<>();

  public Page(Notation notation, Set<String> declared) {
    this.notation = notation;
    this.formula = new Formula(notation, declared);
  }

  /** Derivatives and sub-expressions, with their flags in the margin; declarations are left out. */
  public void equations(List<Equation> equations) {
    for (Equation equation : equations) {
      equation.right().ifPresent(right -> equation(equation, right));
    }
  }

  private void equation(Equation equation, Node right) {
    String name = formula.name(equation.name());
    boolean derivative = equation.kind() == Equation.Kind.DERIVATIVE;
    String note =
        equation.flags().keySet().stream()
            .sorted()
            .map(Page::words)
            .collect(Collectors.joining(", "));
    rows.add(
        new Row(
            derivative ? notation.derivative(name) : name,
            Relation.EQUALS,
            formula.write(right),
            note));
  }

  private static String words(Flag flag) {
    return switch (flag) {
      case PRE -> "presynaptic";
      case POST -> "postsynaptic";
      default -> flag.words();
    };
  }

  /** Statements of a section, its name in the margin. */
  public void statements(Section<List<Assignment>> section, String note) {
    for (Assignment assignment : section.content()) {
      rows.add(
          new Row(
              formula.name(assignment.target()),
              Relation.BECOMES,
              formula.write(assignment.written()),
              note));
    }
  }

  /** An expression without a left side. */
  public void expression(Optional<Section<Node>> section, String note) {
    section.ifPresent(
        found -> rows.add(new Row("", Relation.NONE, formula.write(found.content()), note)));
  }

  /** An expression that a name stands for. */
  public void definition(String name, Optional<Section<Node>> section, String note) {
    section.ifPresent(
        found ->
            rows.add(
                new Row(
                    formula.name(name), Relation.EQUALS, formula.write(found.content()), note)));
  }

  @Override
  public String toString() {
    return notation.rows(rows);
  }
}
