package dev.glia.api.equations;

import dev.glia.api.equations.internal.checking.ExpressionChecker;
import dev.glia.api.equations.internal.checking.Names;
import dev.glia.api.equations.internal.checking.Streams;
import dev.glia.api.equations.internal.checking.UnitNames;
import dev.glia.api.equations.internal.syntax.Node;
import dev.glia.api.equations.internal.syntax.Parser;
import dev.glia.api.equations.internal.syntax.SourceText;
import dev.glia.api.units.Dimension;
import dev.glia.api.units.Quantity;
import dev.glia.api.units.Unit;
import dev.glia.api.units.UnitException;
import java.util.Map;

/** Calculates with quantities in the notation of the equation language: {@code 20683*scale}. */
public final class Arithmetic {
  private static final String NAME = "[A-Za-z][A-Za-z0-9_]{0,99}";

  private Arithmetic() {}

  /** Whether a quantity may have this name: it's one word, and means nothing else. */
  public static boolean isName(String name) {
    return name.matches(NAME) && !Names.isReserved(name);
  }

  /**
   * The value of an expression, in a unit of the names if one has its dimension, otherwise in a
   * common one.
   *
   * @param section what the text is called in messages
   * @param names the quantities that it may use; a name wins over a unit of the same name
   * @throws EquationException if it isn't a number: misspelt, of unfitting dimensions, random, not
   *     finite, or of a dimension that has no unit
   */
  public static Quantity evaluate(String section, String text, Map<String, Quantity> names) {
    SourceText source = new SourceText(section, text);
    Names known = new Names().hide("dt", "isn't known here").hide("t", "isn't known here");
    names.forEach(
        (name, quantity) ->
            known.put(name, new Expr.Number(quantity.value(), quantity.dimension())));
    names.values().forEach(quantity -> known.unitNames().use(quantity.unit()));
    Node node = Parser.expression(source);
    Expr checked = new ExpressionChecker(source, known, new Streams()).number(node);
    double value = value(source, node, checked);
    if (!Double.isFinite(value)) {
      throw source.error(node.start(), "isn't finite");
    }
    return new Quantity(value, unit(source, node, checked.type().dimension(), known.unitNames()));
  }

  private static double value(SourceText source, Node node, Expr checked) {
    return new Interpreter(
            new Interpreter.Environment() {
              @Override
              public double read(String name, Scope scope) {
                throw source.error(node.start(), "'" + name + "' has no value here");
              }

              @Override
              public void write(String name, Scope scope, double written) {
                throw new UnsupportedOperationException("expressions write nothing");
              }

              @Override
              public Interpreter.Draws draws() {
                throw source.error(node.start(), "random numbers can't be used here");
              }
            })
        .value(checked);
  }

  private static Unit unit(SourceText source, Node node, Dimension dimension, UnitNames units) {
    try {
      return dimension.isNone() ? Unit.ONE : Unit.parse(units.of(dimension));
    } catch (UnitException noUnit) {
      throw source.error(node.start(), "is in " + dimension + ", which has no unit");
    }
  }
}
