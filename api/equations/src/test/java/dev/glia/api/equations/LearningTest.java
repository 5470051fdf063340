package dev.glia.api.equations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.units.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearningTest {
  private static LearningProgram join(LearningEquations.Builder... rules) {
    List<LearningProgram.Rule> named = new ArrayList<>();
    for (LearningEquations.Builder rule : rules) {
      named.add(new LearningProgram.Rule("rule" + named.size(), rule.build()));
    }
    NeuronEquations lif = Models.lif().build();
    return LearningProgram.of(named, Unit.parse("nA"), lif, lif);
  }

  /** One synapse between two neurons. */
  private static final class Synapse implements Interpreter.Environment {
    private final LearningProgram program;
    private final Map<String, Double> values = new HashMap<>();
    private final Interpreter interpreter = new Interpreter(this);

    Synapse(LearningProgram program, double weight) {
      this.program = program;
      values.put("dt", 1e-3);
      values.put("w", weight);
      program.parameters().forEach(p -> values.put(p.name(), p.defaultValue()));
      program.pre().forEach(v -> values.put(v.name(), interpreter.value(v.initial())));
      program.post().forEach(v -> values.put(v.name(), interpreter.value(v.initial())));
      program.synapse().forEach(v -> values.put(v.name(), interpreter.value(v.initial())));
      for (Coefficients c : program.coefficients()) {
        double[] given = c.parameters().stream().mapToDouble(values::get).toArray();
        double[] computed = c.compute(1e-3, given);
        for (int i = 0; i < computed.length; i++) {
          values.put(c.names().get(i), computed[i]);
        }
      }
    }

    Synapse pass(int ticks) {
      for (int i = 0; i < ticks; i++) {
        interpreter.run(program.integratePre());
        interpreter.run(program.integratePost());
        interpreter.run(program.integrateSynapse());
        interpreter.run(program.everyTick());
      }
      return this;
    }

    Synapse pre() {
      interpreter.run(program.onPre());
      return this;
    }

    Synapse post() {
      interpreter.run(program.onPost());
      return this;
    }

    Synapse event(String name) {
      interpreter.run(program.onEvent().get(name));
      return this;
    }

    double get(String name) {
      return values.get(name);
    }

    @Override
    public double read(String name, Scope scope) {
      return values.get(scope == Scope.POST_NEURON || scope == Scope.PRE_NEURON ? "v" : name);
    }

    @Override
    public void write(String name, Scope scope, double value) {
      values.put(name, value);
    }

    @Override
    public double sum(Expr term) {
      return 10 * interpreter.value(term);
    }

    @Override
    public Interpreter.Draws draws() {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void pairRuleHasItsExponentialWindow() {
    LearningProgram program = join(Models.pairStdp());
    double w = 0.5e-9;

    double potentiated = new Synapse(program, w).pre().pass(10).post().get("w");
    assertThat(potentiated).isCloseTo(w + 0.01e-9 * Math.exp(-0.5), within(1e-21));

    double depressed = new Synapse(program, w).post().pass(10).pre().get("w");
    assertThat(depressed).isCloseTo(w - 0.012e-9 * Math.exp(-0.5), within(1e-21));

    assertThat(new Synapse(program, 1e-9).pre().post().get("w")).isEqualTo(1e-9);
  }

  @Test
  void weightUnitsBecomeThoseOfTheProjection() {
    LearningEquations rule = Models.pairStdp().build();
    Parameter open = rule.parameters().get(2);
    assertThat(open.unit().symbol()).isEqualTo("weight");
    assertThat(open.isUnitOpen()).isTrue();

    Parameter joined = join(Models.pairStdp()).parameters().get(2);
    assertThat(joined.name()).isEqualTo("rule0.a_plus");
    assertThat(joined.unit()).isEqualTo(Unit.parse("nA"));
    assertThat(joined.defaultValue()).isEqualTo(0.01e-9);
    assertThat(joined.isUnitOpen()).isFalse();
  }

  @Test
  void eligibilityAndModulatorMoveTheWeight() {
    LearningEquations.Builder rule =
        LearningEquations.of(
                """
                dx/dt = -x/tau : 1 (pre)
                de/dt = -e/tau_e : 1 (synapse)
                dw/dt = rate*r*e : weight (synapse)
                r : 1 (modulator)
                """)
            .onPre("x += 1")
            .onPost("e += x")
            .parameter("tau", "20 ms", "", "")
            .parameter("tau_e", "100 ms", "", "")
            .parameter("rate", "0.1 weight/s", "", "");
    LearningProgram program = join(rule);
    assertThat(rule.build().modulators()).containsExactly("r");
    assertThat(program.modulators()).containsExactly("rule0.r");
    assertThat(program.synapse()).extracting(Variable::name).containsExactly("rule0.e");

    Synapse synapse = new Synapse(program, 0);
    synapse.values.put("rule0.r", 2.0);
    synapse.pre().post().pass(100);

    assertThat(synapse.get("rule0.e")).isCloseTo(Math.exp(-1), within(1e-14));
    double exact = 2 * 0.1e-9 * 0.1 * (1 - Math.exp(-1));
    assertThat(synapse.get("w")).isCloseTo(exact, within(exact * 0.01));
  }

  @Test
  void eventsNormalize() {
    LearningEquations.Builder scaling =
        LearningEquations.of("")
            .on(LearningEquations.PRESENTATION, "w = w*total/sum(w)")
            .parameter("total", "10 weight", "", "");

    double w = new Synapse(join(scaling), 0.3e-9).event("presentation").get("w");

    assertThat(w).isCloseTo(1e-9, within(1e-21));
  }

  @Test
  void rulesRunInTheirOrder() {
    LearningEquations.Builder first = LearningEquations.of("").onPre("w = w + 1 weight");
    LearningEquations.Builder second = LearningEquations.of("").onPre("w = w*2");

    assertThat(new Synapse(join(first, second), 0).pre().get("w")).isEqualTo(2e-9);
    assertThat(new Synapse(join(second, first), 0).pre().get("w")).isEqualTo(1e-9);
  }

  @Test
  void voltagesOfBothNeuronsAreRead() {
    LearningEquations.Builder rule =
        LearningEquations.of("du/dt = (v_post - u)/tau : mV (post)")
            .onPre("w += clip(u - theta, 0, 1 V)*gain")
            .parameter("tau", "10 ms", "", "")
            .parameter("theta", "-70 mV", "", "")
            .parameter("gain", "1 weight/mV", "", "");
    Synapse synapse = new Synapse(join(rule), 0);
    synapse.values.put("v", -0.06);
    synapse.values.put("rule0.u", -0.06);

    assertThat(synapse.pass(3).pre().get("w")).isCloseTo(10e-9, within(1e-22));
    assertThatThrownBy(() -> join(LearningEquations.of("").onPre("w += 1 weight*u_pre/mV")))
        .hasMessageContaining("rule0.on pre:1:15 the source has no variable 'u': it has v");
    assertThatThrownBy(() -> join(LearningEquations.of("").onPre("w += 1 weight*v_pre/ms")))
        .hasMessageContaining("can't add nA and ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "dx/dt = -x/tau : 1 | | | mark 'x' with (pre), (post), (synapse) or (modulator)",
        "dx/dt = -x/tau : 1 (pre, post) | | | mark 'x' with (pre), (post), (synapse) or"
            + " (modulator)",
        "dx/dt = (y - x)/tau : 1 (pre)!dy/dt = -y/tau : 1 (post) | | | dx/dt is presynaptic: it"
            + " can't depend on 'y', which isn't",
        "dx/dt = (v_post/mV - x)/tau : 1 (pre) | | | dx/dt is presynaptic: it can't depend on"
            + " 'v_post', which isn't",
        "dx/dt = -x/tau : 1 (pre) | x += w/weight | | 'x' is presynaptic: it can't depend on 'w',"
            + " which isn't",
        "dx/dt = -x/tau : 1 (pre) | | x += 1 | 'x' can only be assigned in 'on pre'",
        "dy/dt = -y/tau : 1 (post) | y += 1 | | 'y' can only be assigned in 'on post'",
        "dx/dt = -x/tau : 1 (pre) | w += x | | can't add weight and a plain number",
        "dx/dt = -x/tau : 1 (pre) | tau = 1 ms | | 'tau' is a parameter: it can't be assigned",
        "r : 1 (modulator) | r = 1 | | 'r' is a modulator: it can't be assigned",
        "r : 1 (modulator) | w = sum(w) | | sum is only for the events of a learning rule",
        "w : weight (synapse) | | | 'w' is the weight: only dw/dt = … : weight (synapse) is"
            + " allowed",
        "dw/dt = 1/s : 1 (synapse) | | | w is in weight, not in 1",
        "dx/dt = xi : 1 (pre) | | | noise can't be used here: 'xi' is for equations of neurons",
        "x = 1 : 1 (pre) | | | 'x' is a sub-expression: it takes no flag",
        "dx/dt = -x/tau : 1 (unless refractory) | | | (unless refractory) has no meaning in this"
            + " model",
      })
  void rulesAreRefused(String equations, String onPre, String onPost, String problem) {
    LearningEquations.Builder rule =
        LearningEquations.of(equations.replace('!', '\n'))
            .onPre(onPre == null ? "" : onPre)
            .onPost(onPost == null ? "" : onPost)
            .parameter("tau", "20 ms", "", "");

    assertThatThrownBy(rule::build)
        .isInstanceOfSatisfying(
            EquationException.class, e -> assertThat(e.problem()).isEqualTo(problem));
  }

  @Test
  void eventsSetTracesOnlyToWhatIsTheSameEachTime() {
    LearningEquations.Builder rule = Models.pairStdp();
    assertThat(join(rule.on("presentation", "x = 0; y = 0")).onEvent()).containsKey("presentation");
    assertThatThrownBy(() -> rule.on("presentation", "x += 1").build())
        .hasMessageContaining(
            "in this event 'x' can only be set to a value that depends on parameters and neurons");
    assertThatThrownBy(() -> rule.on("presentation", "w = sum(sum(w))").build())
        .hasMessageContaining("a sum can't contain another sum or a random number");
  }
}
