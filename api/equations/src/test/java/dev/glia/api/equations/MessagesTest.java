package dev.glia.api.equations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every mistake has one clear sentence, and a place. */
class MessagesTest {
  private static NeuronEquations.Builder model(String equations) {
    return NeuronEquations.of(equations)
        .parameter("tau_m", "20 ms", "(0, inf)", "")
        .parameter("v_rest", "-65 mV", "", "")
        .parameter("k", "1", "", "");
  }

  private static EquationException refusal(NeuronEquations.Builder builder) {
    return catchThrowableOfType(EquationException.class, builder::build);
  }

  @Test
  void messageHasPlaceLineAndCaret() {
    EquationException e =
        refusal(model("x = 1 : 1\ndv/dt = (v_rest - v) / tau_n : mV (unless refractory)"));

    assertThat(e)
        .hasMessage(
            """
            equations:2:24 unknown name 'tau_n': did you mean 'tau_m'?
              dv/dt = (v_rest - v) / tau_n : mV (unless refractory)
                                     ^\
            """);
    assertThat(e.section()).isEqualTo("equations");
    assertThat(e.line()).isEqualTo(2);
    assertThat(e.column()).isEqualTo(24);
    assertThat(e.problem()).isEqualTo("unknown name 'tau_n': did you mean 'tau_m'?");
  }

  @Test
  void longLinesAreShownAroundTheMistake() {
    EquationException e =
        refusal(model("dv/dt = " + "v_rest - v_rest + ".repeat(30) + "v_rust : mV"));

    assertThat(e.column()).isEqualTo(549);
    assertThat(e.getMessage().lines().skip(1)).allMatch(line -> line.length() <= 122);
    String[] lines = e.getMessage().split("\n");
    assertThat(lines[1].substring(lines[2].indexOf('^'))).startsWith("v_rust");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "dv/dt = v_rest - v : mV | dv/dt has unit mV, expected mV/s",
        "dv/dt = exp(v)*v/tau_m : mV | exp needs a plain number, given mV",
        "dv/dt = (v_rest + tau_m)/tau_m : mV | can't add mV and ms",
        "dv/dt = (v_rest - k)/tau_m : mV | can't subtract mV and a plain number",
        "x = v_rest > tau_m ? 1 : 2 : 1 | can't compare mV and ms",
        "x = k > 1 ? v_rest : tau_m : mV | can't choose between mV and ms",
        "x = max(v_rest, tau_m) : mV | can't take max of mV and ms",
        "x = v_rest^0.5 : 1 | a value in mV can only be raised to a whole number: divide by a unit"
            + " first, or use sqrt",
        "x = k^v_rest : 1 | a power needs a plain exponent, given mV",
        "x = sqrt(v_rest) : 1 | x has unit m kg^1/2 s^-3/2 A^-1/2, expected 1",
        "x = sqrt(sqrt(v_rest)) : 1 | no square root of m kg^1/2 s^-3/2 A^-1/2",
        "x = v_rest : nA | x has unit mV, expected nA",
        "x = flor(k) : 1 | unknown function 'flor': did you mean 'floor'?",
        "x = foo(k) : 1 | unknown function 'foo': functions are exp, log, sqrt, sin, cos, tanh,"
            + " abs, sign, expit, exprel, floor, min, max, clip, random, normal, poisson, sum",
        "x = expp(k) : 1 | unknown function 'expp': did you mean 'exp'?",
        "x = k(3) : 1 | 'k' isn't a function: write k*(…)",
        "x = exp : 1 | 'exp' is a function: write exp(…)",
        "x = exp(k, k) : 1 | exp takes 1 argument, given 2",
        "x = random(k) : 1 | random takes no argument, given 1",
        "x = clip(k) : 1 | clip takes 3 arguments, given 1",
        "x = sum(k) : 1 | sum is only for the events of a learning rule",
        "x = k > 1 : 1 | expected a number, found a condition: write c ? 1 : 0",
        "x = k ? 1 : 2 : 1 | expected a condition as v > v_threshold, found a number",
        "x = k and k > 1 ? 1 : 2 : 1 | expected a condition as v > v_threshold, found a number",
        "x = 1 < k < 2 ? 1 : 2 : 1 | comparisons can't be chained: write a < b and b < c",
        "x = k > 1 && k < 2 ? 1 : 2 : 1 | write 'and' for '&&'",
        "x = 2 k : 1 | an operator is missing: write 2*k",
        "x = 2 mm : mV | x has unit m, expected mV",
        "x = 2 mv : mV | unknown unit 'mv': did you mean 'mV'?",
        "x = 2 3 : 1 | an operator is missing between two numbers",
        "x = 1e999 : 1 | the number is too large",
        "x = (k : 1 | '(' is never closed",
        "x = k) : 1 | expected ':' and the unit of x, found ')'",
        "x = k + : 1 | expected a number, a name or '(', found ':'",
        "x = k $ 2 : 1 | unexpected character '$'",
        "x = k | the unit of x is missing: end the line with ': mV', ': 1' or the like",
        "x = k : | a unit is missing: write 1 for a plain number",
        "x = k : mw | unknown unit 'mw': did you mean 'mW'?",
        "x = k : 1 (unles refractory) | unknown flag 'unles refractory': did you mean 'unless"
            + " refractory'?",
        "x = k : 1 (pre) | (pre) has no meaning in this model",
        "x = k : 1 (input) | a line marked (input) is only a name and its unit",
        "x = k : 1 (unless refractory) | (unless refractory) is for lines as dv/dt = …",
        "dv/dx = k : 1 | an equation begins with dx/dt = …, x = … or x : unit",
        "k = 2 : 1 | 'k' is already a parameter",
        "dt = 2 : s | 'dt' has a meaning already: choose another name",
        "exp = 2 : s | 'exp' has a meaning already: choose another name",
        "x = xi*sqrt(tau_m) : 1 | noise can't be used here: 'xi' is for equations of neurons",
        "dv/dt = (v_rest - v)/tau_m : mV (unless refractory) | the model has no refractory time:"
            + " give one, 0 s for none",
      })
  void equationsAreRefused(String equations, String problem) {
    assertThat(refusal(model(equations)).problem()).isEqualTo(problem);
  }

  @Test
  void namesAreDeclaredOnceAndNotInCircles() {
    assertThat(refusal(model("x = k : 1\nx = 2 : 1")).problem()).isEqualTo("'x' is declared twice");
    assertThat(refusal(model("x = y : 1\ny = z + 1 : 1\nz = 2*x : 1")).problem())
        .isEqualTo("'x' is defined by itself: x → y → z → x");
    assertThat(refusal(model("x = x : 1")).problem()).isEqualTo("'x' is defined by itself: x → x");
  }

  @Test
  void expressionsThatExplodeAreRefused() {
    StringBuilder doubling = new StringBuilder("x0 = k : 1\n");
    for (int i = 1; i < 60; i++) {
      doubling.append("x%d = x%d + x%d : 1%n".formatted(i, i - 1, i - 1));
    }
    assertThat(refusal(model(doubling.toString())).problem())
        .isEqualTo("too large, once the names are replaced by what they stand for");
    assertThat(
            refusal(model("x = " + "(".repeat(5000) + "k" + ")".repeat(5000) + " : 1")).problem())
        .isEqualTo("an expression nested too deeply");
    assertThat(refusal(model("x = k" + " + k".repeat(5000) + " : 1")).problem())
        .isEqualTo("an expression of more than 1000 terms: name parts of it");
    assertThat(refusal(model("x = k : 1" + " ".repeat(70_000))).problem())
        .isEqualTo("a text of 70009 characters is too long: the limit is 65536");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vv = v_reset | unknown variable 'vv': did you mean 'v'?",
        "tau_m = 1 ms | 'tau_m' is a parameter: it can't be assigned",
        "i_syn = 1 nA | 'i_syn' is an input: it can't be assigned",
        "v = 1 ms | the value of v has unit ms, expected mV",
        "v += 1 ms | can't add mV and ms",
        "v = | expected a number, a name or '(', found the end",
        "v | expected =, +=, -=, *= or /= after 'v', found the end",
        "v = 1 mV v = 2 mV | expected an operator, ';' or the end of the line, found 'v'",
        "= 1 | expected a statement as x = …, found '='",
      })
  void resetsAreRefused(String reset, String problem) {
    assertThat(refusal(Models.lif().reset(reset)))
        .satisfies(e -> assertThat(e.problem()).isEqualTo(problem))
        .satisfies(e -> assertThat(e.section()).isEqualTo("reset"));
  }

  @Test
  void otherSectionsAreRefused() {
    assertThat(refusal(Models.lif().spike("v")).getMessage())
        .startsWith("spike:1:1 expected a condition as v > v_threshold, found a number");
    assertThat(refusal(Models.lif().spike("v > 3")).problem())
        .isEqualTo("can't compare mV and a plain number");
    assertThat(refusal(Models.lif().spike("")).problem())
        .isEqualTo("there's a reset, but no spike condition");
    assertThat(refusal(Models.lif().refractory("3 mV")).problem())
        .isEqualTo("the refractory time has unit mV, expected s");
    assertThat(refusal(Models.lif().start("v = i_syn*r_m")).problem())
        .isEqualTo("'i_syn' isn't known at the start");
    assertThat(refusal(Models.lif().start("v = t*v/tau_m")).problem())
        .isEqualTo("'t' isn't known at the start");
    assertThat(refusal(Models.lif().everyTick("v += r_m*i_syn")).problem())
        .isEqualTo("'i_syn' isn't summed yet in 'every tick'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "20 mz | (0, inf) | unknown unit 'mz': did you mean 'ms'?",
        "-20 ms | (0, inf) | the default -20 ms isn't in the range (0 ms, inf)",
        "20 ms | 0, inf | a range is written as (0, inf) or [0 ms, 1 s]",
        "20 ms | (1, 0) | the range is empty",
        "20 ms | (0 mV, inf) | the bound is mV, the parameter is in ms",
        "20 ms | (0, foo) | a bound is a number, inf or the name of another parameter, given 'foo'",
        "20 ms | (x, inf) | the bound is mV, the parameter is in ms",
        "20 ms | (y, inf) | the default 20 ms isn't in the range (y, inf)",
      })
  void parametersAreRefused(String value, String range, String problem) {
    NeuronEquations.Builder builder =
        NeuronEquations.of("")
            .parameter("p", value, range, "")
            .parameter("x", "1 mV", "", "")
            .parameter("y", "30 ms", "", "");
    assertThat(refusal(builder).problem()).isEqualTo(problem);
  }
}
