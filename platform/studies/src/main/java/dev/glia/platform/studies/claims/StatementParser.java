package dev.glia.platform.studies.claims;

import dev.glia.api.component.Fault;
import dev.glia.api.modelfiles.yaml.Scalar;
import dev.glia.api.modelfiles.yaml.Spelling;
import dev.glia.platform.studies.claims.Expression.Bar;
import dev.glia.platform.studies.claims.Expression.Call;
import dev.glia.platform.studies.claims.Expression.Negation;
import dev.glia.platform.studies.claims.Expression.Operation;
import dev.glia.platform.studies.claims.Expression.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads statements by recursive descent:
 *
 * <pre>
 * statement  = comparison {"and" comparison} | sum
 * comparison = sum relation sum            relation = ">=" | ">" | "&lt;=" | "&lt;"
 * sum        = product {("+" | "-") product}
 * product    = factor {("*" | "/") factor}
 * factor     = "-" factor | number | "bar" | "(" sum ")"
 *            | function "(" sum {"," sum} ")"   mean median min max sum spread count abs
 *            | name "[" cells "]"
 * cells      = [condition] {"," parameter (relation | "=") value}
 * </pre>
 *
 * Directly inside a function, {@code name[cells]} means all cells that match; anywhere else it must
 * be one.
 */
final class StatementParser {
  private static final Pattern TOKEN =
      Pattern.compile(
          "[ \\t\\r\\n]*(?:(?<number>(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)"
              + "|(?<name>[A-Za-z][A-Za-z0-9_.]*)|(?<sign>>=|<=|[-+*/()\\[\\],<>=]))");
  private static final Pattern CONDITION = Pattern.compile("[a-z0-9*]+(?:-[a-z0-9*]+)*");
  private static final Pattern VALUE = Pattern.compile("-?[A-Za-z0-9_.+*-]+");
  private static final Pattern BLANK = Pattern.compile("[ \\t\\r\\n]*");
  private static final int DEEPEST = 50;
  private static final int LONGEST = 2000;

  private final Scalar scalar;
  private final String text;
  private int at;
  private int depth;

  private StatementParser(Scalar scalar) {
    this.scalar = scalar;
    this.text = scalar.text();
  }

  /**
   * Reads a statement.
   *
   * @throws Fault INPUT with file, line and column
   */
  static Statement parse(Scalar scalar) {
    if (scalar.text().length() > LONGEST) {
      throw scalar.fault("a statement of more than " + LONGEST + " characters");
    }
    return new StatementParser(scalar).statement();
  }

  private Statement statement() {
    List<Statement.Comparison> comparisons = new ArrayList<>();
    do {
      Expression left = sum();
      String sign = peek();
      Optional<Relation> relation = Relation.of(sign).filter(r -> r != Relation.EQUAL);
      if (relation.isEmpty()) {
        if (!comparisons.isEmpty() || !sign.isEmpty()) {
          throw fault("one of >= > <= < is wanted here");
        }
        comparisons.add(new Statement.Comparison(left, Optional.empty(), Optional.empty()));
        break;
      }
      take(sign);
      comparisons.add(new Statement.Comparison(left, relation, Optional.of(sum())));
    } while (takes("and"));
    if (!peek().isEmpty()) {
      throw fault("'and' or the end is wanted here");
    }
    Statement statement = new Statement(text.strip().replaceAll("\\s+", " "), comparisons);
    if (statement.references().isEmpty()) {
      at = 0;
      throw fault("no number of a cell is in it; try accuracy[full] >= 0.7");
    }
    return statement;
  }

  private Expression sum() {
    if (++depth > DEEPEST) {
      throw fault("nested too deeply");
    }
    Expression left = product();
    while (peek().equals("+") || peek().equals("-")) {
      left = new Operation(left, next().charAt(0), product());
    }
    depth--;
    return left;
  }

  private Expression product() {
    Expression left = factor();
    while (peek().equals("*") || peek().equals("/")) {
      left = new Operation(left, next().charAt(0), factor());
    }
    return left;
  }

  private Expression factor() {
    if (takes("-")) {
      if (++depth > DEEPEST) {
        throw fault("nested too deeply");
      }
      Expression of = factor();
      depth--;
      return new Negation(of);
    }
    if (takes("(")) {
      Expression inside = sum();
      take(")");
      return inside;
    }
    Matcher token = token();
    if (token != null && token.group("number") != null) {
      return new Expression.Number(Double.parseDouble(next()));
    }
    if (token == null || token.group("name") == null) {
      throw fault("a number, bar, or a cell's number as accuracy[full] is wanted here");
    }
    int start = token.start("name");
    String name = next();
    if (name.equals("bar")) {
      return new Bar();
    }
    if (peek().equals("(")) {
      return call(name, start);
    }
    if (!takes("[")) {
      throw fault("'[' and the cells are wanted here, as in " + name + "[full]");
    }
    return new Reference(name, cells());
  }

  private Expression call(String name, int start) {
    Optional<Aggregate> function = Aggregate.of(name);
    if (function.isEmpty()) {
      at = start;
      throw fault(
          "there's no function of that name; "
              + Spelling.advice(
                  name, Arrays.stream(Aggregate.values()).map(Aggregate::symbol).toList()));
    }
    take("(");
    List<Expression> arguments = new ArrayList<>();
    do {
      arguments.add(sum());
    } while (takes(","));
    take(")");
    if (function.get() == Aggregate.ABS && arguments.size() != 1) {
      at = start;
      throw fault("abs takes one number");
    }
    return new Call(function.get(), arguments);
  }

  private Selector cells() {
    String condition = "";
    List<Selector.Test> tests = new ArrayList<>();
    boolean first = true;
    while (!takes("]")) {
      if (!first) {
        take(",");
      }
      Matcher token = token();
      String word = token == null ? "" : token.group("name");
      int start = skipBlank();
      String written = word(CONDITION);
      at = start;
      boolean parameter = word != null && !word.isEmpty() && isTested(word);
      if (parameter) {
        tests.add(test());
      } else if (first && !written.isEmpty()) {
        condition = word(CONDITION);
      } else {
        throw fault(
            first
                ? "a condition is wanted here, as in accuracy[full]"
                : "a parameter's test is wanted here, as in accuracy[full, size=400]");
      }
      first = false;
    }
    return new Selector(condition.equals("*") ? "" : condition, tests);
  }

  /** Whether a relation follows the word that comes next. */
  private boolean isTested(String word) {
    int before = at;
    at = skipBlank() + word.length();
    boolean tested = Relation.of(peek()).isPresent();
    at = before;
    return tested;
  }

  private Selector.Test test() {
    String parameter = next();
    Relation relation = Relation.of(next()).orElseThrow();
    skipBlank();
    String value = word(VALUE);
    if (value.isEmpty()) {
      throw fault("a value of " + parameter + " is wanted here");
    }
    return new Selector.Test(parameter, relation, value);
  }

  private int skipBlank() {
    Matcher blank = BLANK.matcher(text).region(at, text.length());
    if (blank.lookingAt()) {
      at = blank.end();
    }
    return at;
  }

  /** Reads what fits the pattern; empty if nothing does. */
  private String word(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      return "";
    }
    at = matcher.end();
    return matcher.group();
  }

  private Matcher token() {
    Matcher matcher = TOKEN.matcher(text).region(at, text.length());
    return matcher.lookingAt() ? matcher : null;
  }

  /** The next token; empty at the end. */
  private String peek() {
    Matcher token = token();
    if (token != null) {
      return token.group().strip();
    }
    if (!text.substring(at).isBlank()) {
      throw fault("this can't be read");
    }
    return "";
  }

  private String next() {
    String token = peek();
    at = skipBlank() + token.length();
    return token;
  }

  private boolean takes(String token) {
    if (peek().equals(token)) {
      next();
      return true;
    }
    return false;
  }

  private void take(String token) {
    if (!takes(token)) {
      throw fault("'" + token + "' is wanted here");
    }
  }

  private Fault fault(String problem) {
    int place = Math.min(skipBlank(), text.length());
    String before = text.substring(0, place);
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    return scalar.faultAt(line, place - (before.lastIndexOf('\n') + 1) + 1, problem);
  }
}
