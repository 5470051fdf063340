package dev.glia.api.equations.internal.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.equations.Expr;
import dev.glia.api.equations.Interpreter;
import dev.glia.api.equations.Scope;
import dev.glia.api.equations.internal.checking.ExpressionChecker;
import dev.glia.api.equations.internal.checking.Names;
import dev.glia.api.equations.internal.checking.Streams;
import dev.glia.api.equations.internal.syntax.Parser;
import dev.glia.api.equations.internal.syntax.SourceText;
import dev.glia.api.units.Dimension;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlgebraTest {
  private static Expr parse(String text) {
    Names names = new Names();
    RandomExpressions.NAMES.forEach(name -> names.put(name.name(), name));
    names.put("v", new Expr.Name("v", Scope.STATE, Dimension.VOLTAGE));
    names.put("tau", new Expr.Name("tau", Scope.PARAMETER, Dimension.TIME));
    SourceText source = new SourceText("text", text);
    return new ExpressionChecker(source, names, new Streams()).number(Parser.expression(source));
  }

  private static double value(Expr expression, Map<String, Double> values) {
    return new Interpreter(
            new Interpreter.Environment() {
              @Override
              public double read(String name, Scope scope) {
                return values.get(name);
              }

              @Override
              public void write(String name, Scope scope, double value) {
                throw new UnsupportedOperationException();
              }

              @Override
              public Interpreter.Draws draws() {
                throw new UnsupportedOperationException();
              }
            })
        .value(expression);
  }

  @Property(tries = 2000)
  void printedExpressionsAreReadAgain(@ForAll long seed) {
    Expr expression = new RandomExpressions(seed).any(5);

    assertThat(parse(expression.text())).isEqualTo(expression);
  }

  @ParameterizedTest
  @CsvSource({
    "a - (b - c), a - (b - c)",
    "(a - b) - c, a - b - c",
    "a/(b*c), a/(b*c)",
    "(a/b)*c, a/b*c",
    "a^b^c, a^b^c",
    "(a^b)^c, (a^b)^c",
    "-a^2, -a^2",
    "(-a)^2, (-a)^2",
    "2^-1, 2^-1",
    "a**2, a^2",
    "a*-b, a*-b",
    "v/20 ms, v/20 ms",
    "v/(20*ms), v/(20*1 ms)",
    "v*5 ms^2/ms^2, 'v*(5e-6*s^2)/1 ms^2'",
    "tau/ms + 1e3, tau/1 ms + 1000",
    "(a > 1 ? b : c) + 1, (a > 1 ? b : c) + 1",
    "a > 1 and not (b < 2 or c == 3) ? a : c > 0 ? a : b,"
        + " a > 1 and not (b < 2 or c == 3) ? a : c > 0 ? a : b",
  })
  void notationIsKept(String text, String printed) {
    assertThat(parse(text).text()).isEqualTo(printed);
  }

  @Property(tries = 2000)
  void derivativeIsTheLimitOfDifferences(@ForAll long seed) {
    RandomExpressions random = new RandomExpressions(seed);
    Expr expression = random.smooth(4);
    Map<String, Double> at = random.values();
    double h = 1e-5;

    double slope = value(Derivative.of(expression, RandomExpressions.NAMES.get(0)), at);

    double secant = (moved(expression, at, h) - moved(expression, at, -h)) / (2 * h);
    double coarse = (moved(expression, at, 2 * h) - moved(expression, at, -2 * h)) / (4 * h);
    double tolerance = 1e-6 * (1 + Math.abs(secant)) + 10 * Math.abs(secant - coarse);
    assertThat(slope).isCloseTo(secant, within(tolerance));
  }

  private static double moved(Expr expression, Map<String, Double> at, double h) {
    Map<String, Double> there = new HashMap<>(at);
    there.merge("a", h, Double::sum);
    return value(expression, there);
  }

  @ParameterizedTest
  @CsvSource({
    "'a*b + c', b",
    "'(b - a)/c', -1/c",
    "'a^3', 3*a^2",
    "'exp(b)', 0",
    "'max(a, b)', 'a > b ? 1 : 0'",
    "'clip(a, b, c)', 'a < b ? 0 : a > c ? 0 : 1'",
    "'abs(a)', sign(a)",
    "'a > b ? 2*a : 2*a', 2",
    "'floor(a)', 0",
    "'log(a)*b', 1/a*b",
  })
  void derivativesAreSimple(String text, String expected) {
    Expr derivative = Derivative.of(parse(text), RandomExpressions.NAMES.get(0));

    assertThat(derivative.text()).isEqualTo(expected);
  }

  @Test
  void derivativeOfExprelIsAccurateNearZero() {
    Expr slope = Derivative.of(parse("exprel(a)"), RandomExpressions.NAMES.get(0));

    for (double x : new double[] {0, 1e-9, -1e-9, 0.999e-3, 1.001e-3, -0.01, 1}) {
      double series = 0;
      double term = 1;
      for (int k = 1; k < 25; k++) {
        term /= k + 1;
        series += k * term * Math.pow(x, k - 1);
      }
      assertThat(value(slope, Map.of("a", x))).as("at " + x).isCloseTo(series, within(1e-9));
    }
  }

  @Test
  void exprelIsAccurateEverywhere() {
    for (double x : new double[] {1e-300, 1e-16, 1e-8, -1e-8, 1e-3, -700, 700}) {
      double expected = Math.abs(x) < 1e-7 ? 1 + x / 2 : (Math.exp(x) - 1) / x;
      assertThat(value(parse("exprel(a)"), Map.of("a", x)))
          .isCloseTo(expected, Percentage.withPercentage(1e-10));
    }
    assertThat(value(parse("exprel(a)"), Map.of("a", 0.0))).isEqualTo(1);
    assertThat(value(parse("exprel(a)"), Map.of("a", Double.NEGATIVE_INFINITY))).isZero();
  }
}
