package dev.glia.api.equations.internal.checking;

import dev.glia.api.equations.EquationException;
import dev.glia.api.equations.Expr;
import dev.glia.api.equations.Statement;
import dev.glia.api.equations.internal.syntax.Assignment;
import dev.glia.api.equations.internal.syntax.Section;
import dev.glia.api.equations.internal.syntax.SourceText;
import dev.glia.api.units.internal.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks statements: what they assign and what they assign to it. */
public final class StatementChecker {
  private final SourceText source;
  private final Names names;
  private final ExpressionChecker expressions;
  private final Map<String, Expr.Name> targets = new LinkedHashMap<>();
  private final Map<String, String> others = new LinkedHashMap<>();

  public StatementChecker(SourceText source, Names names, Streams streams) {
    this.source = source;
    this.names = names;
    this.expressions = new ExpressionChecker(source, names, streams);
  }

  /** A variable that may be assigned under a name. */
  public StatementChecker target(String name, Expr.Name variable) {
    targets.put(name, variable);
    return this;
  }

  /** A name that exists but can't be assigned; the description completes "'tau_m' is …". */
  public StatementChecker constant(String name, String description) {
    others.put(name, description);
    return this;
  }

  /** Checks all statements of a section. */
  public static List<Statement.Assign> check(
      Section<List<Assignment>> section, StatementChecker checker) {
    List<Statement.Assign> statements = new ArrayList<>();
    for (Assignment assignment : section.content()) {
      statements.add(checker.check(assignment));
    }
    return statements;
  }

  /** Checks one statement; it isn't held in refractory neurons. */
  public Statement.Assign check(Assignment assignment) {
    Expr.Name target = targets.get(assignment.target());
    if (target == null) {
      throw unknown(assignment);
    }
    Expr value =
        expressions.real(
            assignment.written(),
            target.dimension(),
            "the value of " + assignment.target(),
            names.unitNames().of(target.dimension()));
    return new Statement.Assign(target.name(), target.scope(), value, false);
  }

  private EquationException unknown(Assignment assignment) {
    String name = assignment.target();
    if (others.containsKey(name)) {
      return error(assignment, "'" + name + "' is " + others.get(name) + ": it can't be assigned");
    }
    String known =
        targets.isEmpty()
            ? ": there's no variable"
            : ": variables are " + String.join(", ", targets.keySet());
    String near = Spelling.proposal(name, targets.keySet());
    return error(assignment, "unknown variable '" + name + "'" + (near.isEmpty() ? known : near));
  }

  public EquationException error(Assignment assignment, String problem) {
    return source.error(assignment.at(), problem);
  }
}
