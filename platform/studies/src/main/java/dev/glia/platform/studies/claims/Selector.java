package dev.glia.platform.studies.claims;

import dev.glia.api.study.Cell;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which cells of a seed are meant.
 *
 * @param condition maybe with {@code *} for any letters; empty for any
 * @param tests of parameters
 */
public record Selector(String condition, List<Test> tests) {
  public Selector {
    tests = List.copyOf(tests);
  }

  /** A test of a parameter; a number is compared as one. */
  record Test(String parameter, Relation relation, String value) {
    boolean holds(Cell cell) {
      String found = cell.parameters().get(parameter);
      if (found == null) {
        return false;
      }
      try {
        return relation.holds(Double.parseDouble(found), Double.parseDouble(value));
      } catch (NumberFormatException e) {
        return relation == Relation.EQUAL && found.equals(value);
      }
    }

    @Override
    public String toString() {
      return parameter + relation.symbol() + value;
    }
  }

  boolean selects(Cell cell) {
    return matches(condition, cell.condition()) && tests.stream().allMatch(t -> t.holds(cell));
  }

  /** Whether a text fits a pattern in which a star stands for any letters. */
  public static boolean matches(String pattern, String text) {
    return pattern.isEmpty()
        || text.matches(
            Stream.of(pattern.split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*")));
  }

  @Override
  public String toString() {
    return Stream.concat(
            condition.isEmpty() ? Stream.empty() : Stream.of(condition),
            tests.stream().map(Test::toString))
        .collect(Collectors.joining(", "));
  }
}
