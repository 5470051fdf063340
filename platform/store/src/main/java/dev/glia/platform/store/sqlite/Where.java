package dev.glia.platform.store.sqlite;

import dev.glia.api.component.Fault;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition on cells, as people type it, turned into SQL with a question mark for everything that
 * they typed. Grammar: {@code or}, {@code and}, {@code not}, parentheses, and comparisons of a name
 * with a number, a word or a text in quotes. One thread.
 *
 * <p>The SQL is about the tables {@code runs} and {@code c}, the cells.
 */
final class Where {
  private static final Map<String, String> FIELDS =
      Map.of(
          "name", "runs.study",
          "study", "CASE runs.profile WHEN '' THEN '' ELSE runs.study END",
          "profile", "runs.profile",
          "target", "runs.target",
          "outcome", "c.outcome",
          "condition", "c.condition",
          "seed", "c.seed",
          "wall", "c.wall",
          "cpu", "c.cpu");
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(?<number>[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?(?![\\w.-]))"
              + "|(?<word>[A-Za-z0-9_][\\w.*-]*)"
              + "|(?<text>'[^']*'|\"[^\"]*\")"
              + "|(?<sign>[<>]=?|[!=]=|[=~()]))");
  private static final int DEEPEST = 50;
  private static final int LONGEST = 4000;

  private record Token(String kind, String text, int at) {}

  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private final StringBuilder sql = new StringBuilder();
  private final List<Object> arguments = new ArrayList<>();
  private final Set<String> names = new LinkedHashSet<>();
  private int next;

  private Where(String source) {
    this.source = source;
  }

  /**
   * Reads a condition.
   *
   * @throws Fault INPUT with the place if it can't be read
   */
  static Where read(String source) {
    Where where = new Where(source);
    where.tokenize();
    where.alternatives(0);
    if (where.peek().kind().equals("end")) {
      return where;
    }
    throw where.fault(where.peek(), "'and' or 'or' is wanted here");
  }

  String sql() {
    return sql.toString();
  }

  List<Object> arguments() {
    return arguments;
  }

  /** Names that aren't fields: those of numbers and parameters. */
  Set<String> names() {
    return names;
  }

  private void tokenize() {
    if (source.length() > LONGEST) {
      throw Fault.input("--where: longer than " + LONGEST + " characters");
    }
    Matcher matcher = TOKEN.matcher(source);
    int at = 0;
    while (at < source.length() && !source.substring(at).isBlank()) {
      if (!matcher.find(at) || matcher.start() != at) {
        throw fault(new Token("", "", at), "can't be read from here");
      }
      for (String kind : List.of("number", "word", "text", "sign")) {
        if (matcher.group(kind) != null) {
          tokens.add(new Token(kind, matcher.group(kind), matcher.start(kind)));
        }
      }
      at = matcher.end();
    }
    tokens.add(new Token("end", "", source.length()));
  }

  private Token peek() {
    return tokens.get(next);
  }

  private boolean takes(String text) {
    boolean there = peek().text().equalsIgnoreCase(text) && !peek().kind().equals("text");
    next += there ? 1 : 0;
    return there;
  }

  private void alternatives(int depth) {
    sql.append('(');
    do {
      sql.append(sql.charAt(sql.length() - 1) == '(' ? "" : " OR ");
      conditions(depth);
    } while (takes("or"));
    sql.append(')');
  }

  private void conditions(int depth) {
    condition(depth);
    while (takes("and")) {
      sql.append(" AND ");
      condition(depth);
    }
  }

  private void condition(int depth) {
    if (depth > DEEPEST) {
      throw fault(peek(), "nested too deeply");
    }
    if (takes("not")) {
      sql.append("NOT ");
      condition(depth + 1);
    } else if (takes("(")) {
      alternatives(depth + 1);
      if (!takes(")")) {
        throw fault(peek(), "a ')' is wanted here");
      }
    } else {
      comparison();
    }
  }

  private void comparison() {
    Token name = peek();
    if (!name.kind().equals("word")) {
      throw fault(name, "a name is wanted here, as in accuracy > 0.8");
    }
    next++;
    Token sign = peek();
    if (!sign.kind().equals("sign") || "()".contains(sign.text())) {
      throw fault(sign, "one of = != < <= > >= ~ is wanted here");
    }
    next++;
    Token value = peek();
    if (value.kind().equals("end") || value.kind().equals("sign")) {
      throw fault(value, "a number, a word or a 'text' is wanted here");
    }
    next++;
    compare(name.text(), sign.text().equals("==") ? "=" : sign.text(), value);
  }

  private void compare(String name, String sign, Token value) {
    String text =
        value.kind().equals("text")
            ? value.text().substring(1, value.text().length() - 1)
            : value.text();
    boolean contains = sign.equals("~");
    Object number = value.kind().equals("number") && !contains ? Double.valueOf(text) : null;
    String test = contains ? "LIKE ? ESCAPE '\\'" : sign + " ?";
    Object plain = contains ? "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%" : text;
    String field = FIELDS.get(name);
    if (field != null) {
      boolean caseless = field.equals("c.outcome") && !contains;
      sql.append(caseless ? "LOWER(c.outcome)" : field).append(' ').append(test);
      arguments.add(number != null ? number : caseless ? text.toLowerCase() : plain);
      return;
    }
    names.add(name);
    sql.append(
        "EXISTS (SELECT 1 FROM parameters p WHERE p.cell = c.id AND p.name = ? AND "
            + (number == null ? "p.value " : "p.number ")
            + test
            + ")");
    arguments.add(name);
    arguments.add(number == null ? plain : number);
    if (number != null) {
      sql.insert(sql.lastIndexOf("EXISTS"), "(");
      sql.append(
          " OR EXISTS (SELECT 1 FROM numbers n WHERE n.cell = c.id AND n.name = ? AND n.value "
              + test
              + "))");
      arguments.add(name);
      arguments.add(number);
    }
  }

  private Fault fault(Token token, String problem) {
    String shown = source.length() > 200 ? source.substring(0, 200) + "…" : source;
    return Fault.input(
        "--where:1:"
            + (token.at() + 1)
            + " "
            + problem
            + "\n  "
            + shown.replaceAll("\\s", " ")
            + "\n  "
            + " ".repeat(Math.min(token.at(), 201))
            + "^");
  }
}
