package dev.glia.api.units;

import dev.glia.api.units.internal.Spelling;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one unit expression: factors joined by {@code *}, {@code /} or a space, each a name, {@code
 * 1} or a group in parentheses, with an optional power.
 */
final class UnitParser {
  private static final int DEEPEST = 50;
  private static final int LARGEST_POWER = 20;
  private static final int LONGEST = 1000;

  private final String text;
  private final Map<String, Unit> more;
  private int next;
  private int depth;

  UnitParser(String text, Map<String, Unit> more) {
    this.text = text;
    this.more = more;
  }

  Unit parse() {
    if (text.isBlank()) {
      throw new UnitException("a unit is missing: write 1 for a plain number");
    }
    if (text.length() > LONGEST) {
      throw new UnitException("a unit of " + text.length() + " characters is too long");
    }
    Unit unit = product();
    skipSpace();
    if (next < text.length()) {
      throw new UnitException("'" + text.strip() + "' isn't a unit: unexpected '" + rest() + "'");
    }
    if (unit.dimension().magnitude() > LARGEST_POWER) {
      throw new UnitException("'" + text.strip() + "' is out of all proportion");
    }
    return more.containsKey(text.strip())
        ? unit
        : new Unit(symbol(), unit.scale(), unit.dimension());
  }

  /** As written, with names that stand for another unit replaced by that. */
  private String symbol() {
    String symbol = text.strip().replaceAll("\\s+", " ");
    for (Map.Entry<String, Unit> entry : more.entrySet()) {
      String meant = entry.getValue().symbol();
      if (!meant.equals(entry.getKey())) {
        boolean compound = !meant.chars().allMatch(Character::isLetter);
        String shown = Matcher.quoteReplacement(compound ? "(" + meant + ")" : meant);
        symbol = symbol.replaceAll("\\b" + Pattern.quote(entry.getKey()) + "\\b", shown);
      }
    }
    return symbol;
  }

  private Unit product() {
    if (++depth > DEEPEST) {
      throw new UnitException("a unit with more than " + DEEPEST + " nested parentheses");
    }
    Unit product = factor();
    while (true) {
      skipSpace();
      if (accept('*') || accept('·')) {
        product = combine(product, factor(), false);
      } else if (accept('/')) {
        product = combine(product, factor(), true);
      } else if (next < text.length() && isLetter(text.charAt(next))) {
        product = combine(product, factor(), false);
      } else {
        depth--;
        return product;
      }
    }
  }

  private Unit factor() {
    skipSpace();
    Unit base;
    if (accept('(')) {
      base = product();
      skipSpace();
      if (!accept(')')) {
        throw new UnitException("'" + text.strip() + "' isn't a unit: a ')' is missing");
      }
    } else if (accept('1')) {
      base = Unit.ONE;
    } else {
      base = find(name());
    }
    skipSpace();
    if (accept('^')) {
      return raise(base, exponent());
    }
    return base;
  }

  private String name() {
    int start = next;
    while (next < text.length() && (isLetter(text.charAt(next)) || text.charAt(next) == '_')) {
      next++;
    }
    if (start == next) {
      String found = next < text.length() ? "'" + rest() + "'" : "nothing";
      throw new UnitException(
          "'" + text.strip() + "' isn't a unit: expected a name as mV, found " + found);
    }
    return text.substring(start, next);
  }

  private Unit find(String name) {
    Unit unit = more.get(name);
    if (unit == null) {
      unit = KnownUnits.all().get(name);
    }
    if (unit == null) {
      Set<String> known = new LinkedHashSet<>(more.keySet());
      known.addAll(KnownUnits.all().keySet());
      throw new UnitException("unknown unit '" + name + "'" + Spelling.proposal(name, known));
    }
    return unit;
  }

  /** In halves. */
  private int exponent() {
    skipSpace();
    int start = next;
    if (next < text.length() && text.charAt(next) == '-') {
      next++;
    }
    while (next < text.length() && (isDigit(text.charAt(next)) || text.charAt(next) == '.')) {
      next++;
    }
    String written = text.substring(start, next);
    double twice;
    try {
      twice = 2 * Double.parseDouble(written);
    } catch (NumberFormatException e) {
      throw new UnitException("'" + text.strip() + "' isn't a unit: a power is missing after ^");
    }
    if (twice != Math.rint(twice) || Math.abs(twice) > 2 * LARGEST_POWER) {
      throw new UnitException(
          "the power " + written + " isn't a multiple of 0.5 up to " + LARGEST_POWER);
    }
    return (int) twice;
  }

  private Unit raise(Unit base, int halves) {
    return result(
        Math.pow(base.scale(), halves / 2.0), () -> base.dimension().power(halves).squareRoot());
  }

  private Unit combine(Unit left, Unit right, boolean divide) {
    if (divide) {
      return result(
          left.scale() / right.scale(), () -> left.dimension().dividedBy(right.dimension()));
    }
    return result(
        Decimal.product(left.scale(), right.scale()),
        () -> left.dimension().times(right.dimension()));
  }

  private Unit result(double scale, Supplier<Dimension> dimension) {
    if (!(scale > 1e-200 && scale < 1e200)) {
      throw new UnitException("'" + text.strip() + "' is out of all proportion");
    }
    try {
      return new Unit("1", scale, dimension.get());
    } catch (ArithmeticException e) {
      throw new UnitException("'" + text.strip() + "' isn't a unit: " + e.getMessage());
    }
  }

  private boolean accept(char symbol) {
    if (next < text.length() && text.charAt(next) == symbol) {
      next++;
      return true;
    }
    return false;
  }

  private void skipSpace() {
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
  }

  private String rest() {
    String rest = text.substring(next).strip();
    return rest.length() > 20 ? rest.substring(0, 20) + "…" : rest;
  }

  private static boolean isLetter(char c) {
    return Character.isLetter(c);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
