package dev.glia.api.equations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.units.Quantity;
import dev.glia.api.units.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Neurons, receptors and drives become one program. */
class JoiningTest {
  private static PopulationProgram join(Receptor... receptors) {
    return PopulationProgram.of(Models.lif().build(), List.of(receptors), List.of());
  }

  @Test
  void namesArePrefixedAndUnitsBecomeThoseOfTheTarget() {
    PopulationProgram program = join(new Receptor("exc", Models.exponential(), "i_syn"));

    assertThat(program.state()).extracting(Variable::name).containsExactly("v", "exc.i");
    assertThat(program.state().get(1).unit()).isEqualTo(Unit.parse("nA"));
    assertThat(program.arrivals())
        .containsExactly(new PopulationProgram.Arrival("exc", "exc", Unit.parse("nA")));
    assertThat(program.parameters()).extracting(Parameter::name).contains("tau_m", "exc.tau");
  }

  @Test
  void boundsByOtherParametersAreRenamed() {
    SynapseEquations bounded =
        SynapseEquations.of("di/dt = -i/tau : target")
            .onSpike("i += w")
            .output("i")
            .parameter("tau", "5 ms", "(0, tau_slow)", "")
            .parameter("tau_slow", "50 ms", "", "")
            .build();

    Parameter tau = join(new Receptor("exc", bounded, "i_syn")).parameters().get(6);

    assertThat(tau.name()).isEqualTo("exc.tau");
    assertThat(tau.range().highParameter()).contains("exc.tau_slow");
    assertThat(tau.range().text(tau.unit())).isEqualTo("(0 ms, exc.tau_slow)");
    assertThat(tau.range().contains(0.01, name -> 0.05)).isTrue();
    assertThat(tau.range().contains(0.06, name -> 0.05)).isFalse();
  }

  @Test
  void gapJunctionsPullTogether() {
    PopulationProgram program = join(new Receptor("gap", Models.gapJunction(), "i_syn"));
    assertThat(program.arrivals()).isEmpty();
    assertThat(program.couplings()).hasSize(1);
    assertThat(program.couplings().getFirst().term().text()).isEqualTo("w*(v_pre - v_post)");
    assertThat(program.couplings().getFirst().weightUnit()).isEqualTo(Unit.parse("nS"));

    // 0.1 nA as a sum over synapses
    SimulatedNeuron neuron = new SimulatedNeuron(program, "1 ms").couple("gap", 1e-10).run(10);
    assertThat(neuron.get("v")).isCloseTo(-0.065 + 0.01 * (1 - Math.exp(-0.5)), within(1e-16));
  }

  @Test
  void sourcesOfCouplingsAreChecked() {
    NeuronEquations lif = Models.lif().build();
    NeuronEquations rate = NeuronEquations.of("dr/dt = -r/(10 ms) : 1").build();

    assertThat(join(new Receptor("gap", Models.gapJunction(), "i_syn", List.of(lif))).couplings())
        .hasSize(1);
    assertThatThrownBy(
            () -> join(new Receptor("gap", Models.gapJunction(), "i_syn", List.of(lif, rate))))
        .hasMessageContaining("gap.continuous:1:4 the source has no variable 'v': it has r");
  }

  @Test
  void poissonDriveAddsItsEvents() {
    PopulationProgram program =
        PopulationProgram.of(
            Models.lif().build(),
            List.of(new Receptor("exc", Models.exponential(), "i_syn")),
            List.of(new Drive.Poisson("background", "exc"), new Drive.Poisson("more", "exc")));
    SimulatedNeuron neuron = new SimulatedNeuron(program, "0.1 ms");
    neuron.set("background.rate", "2000 Hz").set("background.weight", "0.01 nA");
    neuron.set("more.rate", "1000 Hz").set("more.weight", "0.02 nA").set("v_threshold", "1 V");
    double sum = 0;
    for (int i = 0; i < 20_000; i++) {
      sum += neuron.run(1).get("exc.i");
    }

    // Campbell: rate*weight*tau.
    assertThat(sum / 20_000).isCloseTo(2 * 2000 * 1e-11 * 0.005, within(1e-11));
  }

  @Test
  void poissonNeuronsNeedNoState() {
    NeuronEquations poisson =
        NeuronEquations.of("").spike("random() < rate*dt").parameter("rate", "Hz", "", "").build();
    assertThat(poisson.parameters().getFirst().isRequired()).isTrue();
    SimulatedNeuron neuron = new SimulatedNeuron(poisson, "1 ms").set("rate", "50 Hz");

    assertThat(neuron.run(20_000).spikes()).isBetween(900, 1100);
  }

  @Test
  void everyTickRunsAfterJumpsAndBeforeTheStep() {
    NeuronEquations capped =
        NeuronEquations.of("dx/dt = -x/tau : 1")
            .everyTick("x = min(x, 1)")
            .parameter("tau", "10 ms", "", "")
            .build();
    SynapseEquations delta = SynapseEquations.of("").onSpike("target += w").build();
    PopulationProgram program =
        PopulationProgram.of(capped, List.of(new Receptor("syn", delta, "x")), List.of());

    assertThat(new SimulatedNeuron(program, "1 ms").arrive("syn", 5).run(1).get("x"))
        .isCloseTo(Math.exp(-0.1), within(1e-15));
  }

  @Test
  void startMayBeRandomAndDependOnEarlierOnes() {
    NeuronEquations neuron =
        NeuronEquations.of("dv/dt = -v/tau : mV\ndu/dt = -u/tau : mV")
            .start("v = 5 mV + random()*mV; u = 2*v")
            .parameter("tau", "10 ms", "", "")
            .build();
    SimulatedNeuron started = new SimulatedNeuron(neuron, "1 ms").start();

    assertThat(started.get("v")).isBetween(0.005, 0.006);
    assertThat(started.get("u")).isEqualTo(2 * started.get("v"));
  }

  @Test
  void kindsOfResetAreRecognized() {
    NeuronEquations lif = Models.lif().build();
    assertThat(lif.spikingVariable()).contains("v");
    assertThat(lif.resetKind()).isEqualTo(NeuronEquations.ResetKind.TO_VALUE);
    assertThat(Models.lif().reset("v -= v_threshold - v_reset").build().resetKind())
        .isEqualTo(NeuronEquations.ResetKind.BY_SUBTRACTION);
    assertThat(Models.lif().reset("").build().resetKind())
        .isEqualTo(NeuronEquations.ResetKind.NONE);
    assertThat(Models.izhikevich().build().spikingVariable()).contains("v");
    assertThat(Models.lif().spike("random() < exp((v - v_threshold)/(2 mV))*dt/ms").build())
        .satisfies(n -> assertThat(n.spikingVariable()).contains("v"));
  }

  @Test
  void solverIsTheOneThatIsUsed() {
    assertThat(Models.lif().solve(Solver.RK4).build().solver()).isEqualTo(Solver.EXACT);
    assertThat(Models.izhikevich().build().solver()).isEqualTo(Solver.RK4);
    assertThat(Models.izhikevich().build().text().solver()).contains(Solver.RK4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "di/dt = -i/tau : target | i += w | | nothing reaches the neuron: give an output, or act on"
            + " target",
        "di/dt = -i/tau : target | i = w | i | a spike can only add: write i += …",
        "di/dt = -i/tau : target | i += w^2/w | i | what a spike adds must be proportional to w, as"
            + " it's summed over all spikes of a tick",
        "di/dt = -i/tau : target | i += w + i | i | what a spike adds must be proportional to w, as"
            + " it's summed over all spikes of a tick",
        "di/dt = -i/tau : target | i += w*i/i | i | what a spike adds can't depend on what spikes"
            + " change, or on chance",
        "di/dt = -i/tau : target | i += w*random() | i | what a spike adds can't depend on what"
            + " spikes change, or on chance",
        "di/dt = -i/tau : target | j += w | i | unknown variable 'j': variables are i, target",
        "di/dt = -i/tau : target | w += w | i | 'w' is the weight: it can't be assigned",
        "di/dt = -i/tau : target | i += w | i*i | the output has unit target^2, expected target",
        "di/dt = -i : target | i += w | i | di/dt has unit target, expected target/s",
        "dw/dt = -w/tau : target | w += w | w | 'w' is already the weight",
        "dg/dt = -g/tau : nS | g += w | g | can't add nS and target",
        "di/dt = -i/tau : target | target += w | i | a synapse that acts on target has no output",
        "di/dt = -i/tau : target | i += w | i + xi | noise can't be used here: 'xi' is for"
            + " equations of neurons",
        "i = 1 : target | | i | a synapse needs 'on spike' statements, as i += w, or a continuous"
            + " term",
      })
  void synapsesAreRefused(String equations, String onSpike, String output, String problem) {
    SynapseEquations.Builder builder =
        SynapseEquations.of(equations)
            .onSpike(onSpike == null ? "" : onSpike)
            .output(output == null ? "" : output)
            .parameter("tau", "5 ms", "", "");

    assertThatThrownBy(builder::build)
        .isInstanceOfSatisfying(
            EquationException.class, e -> assertThat(e.problem()).isEqualTo(problem));
  }

  @Test
  void parametersOfSynapsesCannotHideTheWeight() {
    assertThatThrownBy(() -> Models.exponential().text().parameter("w", "1", "", "").build())
        .hasMessageContaining("parameter w:1:1 'w' has a meaning already: choose another name");
    assertThatThrownBy(() -> Models.exponential().text().parameter("target", "1", "", "").build())
        .hasMessageContaining("'target' has a meaning already");
    assertThatThrownBy(() -> Models.pairStdp().parameter("w", "1", "", "").build())
        .hasMessageContaining("'w' has a meaning already");
    assertThatThrownBy(() -> Models.exponential().text().output("i*w/w").build())
        .hasMessageContaining("'w' is only known in 'on spike' and 'continuous'");
  }

  @Test
  void unfitReceptorsAreRefused() {
    assertThatThrownBy(() -> join(new Receptor("exc", Models.exponential(), "i_sin")))
        .hasMessageContaining(
            "exc.into:1:1 the neuron has no input 'i_sin': did you mean 'i_syn'?");
    assertThatThrownBy(() -> join(new Receptor("exc", Models.delta(), "i_syn")))
        .hasMessageContaining("the neuron has no state variable 'i_syn': it has v");
    assertThatThrownBy(
            () ->
                join(
                    new Receptor("exc", Models.exponential(), "i_syn"),
                    new Receptor("exc", Models.exponential(), "i_syn")))
        .hasMessageContaining("two receptors or drives are called 'exc'");
    NeuronEquations other =
        NeuronEquations.of("du/dt = (i - u)/(1 ms) : mV\ni : mV (input)").build();
    assertThatThrownBy(
            () ->
                PopulationProgram.of(
                    other, List.of(new Receptor("exc", Models.conductance(), "i")), List.of()))
        .hasMessageContaining("exc.output:1:12 the neuron has no variable 'v': it has u");
    assertThatThrownBy(
            () ->
                PopulationProgram.of(
                    NeuronEquations.of("dv/dt = (i - v)/(1 ms) : mV\ni : mV (input)").build(),
                    List.of(new Receptor("exc", Models.conductance(), "i")),
                    List.of()))
        .hasMessageContaining("exc.output:1:1 the output has unit A, expected mV");
    assertThatThrownBy(
            () ->
                PopulationProgram.of(
                    Models.lif().build(), List.of(), List.of(new Drive.Poisson("bg", "exc"))))
        .hasMessageContaining("bg:1:1 the population has no receptor for spikes 'exc'");
    assertThatThrownBy(
            () ->
                PopulationProgram.of(
                    Models.lif().build(), List.of(), List.of(new Drive.Current("dc", "i"))))
        .hasMessageContaining("dc:1:1 the population has no input 'i'");
  }

  @Test
  void streamsOfRandomCallsAreDistinct() {
    NeuronEquations noisy =
        NeuronEquations.of("dv/dt = -v/(10 ms) + xi*mV/sqrt(ms) : mV")
            .start("v = normal()*mV")
            .spike("v > 10 mV or random() < 0.001")
            .reset("v = normal()*mV")
            .solve(Solver.EULER_MARUYAMA)
            .build();
    PopulationProgram program =
        PopulationProgram.of(
            noisy,
            List.of(new Receptor("d", Models.delta(), "v")),
            List.of(new Drive.Poisson("a", "d"), new Drive.Poisson("b", "d")));

    String all = program.toString();
    for (int stream = 0; stream < 6; stream++) {
      assertThat(all).containsOnlyOnce("stream=" + stream + "]");
    }
    assertThat(all).doesNotContain("stream=6]");
  }

  @Test
  void requiredParametersHaveNoDefault() {
    NeuronEquations neuron =
        NeuronEquations.of("dx/dt = -x/tau : 1").parameter("tau", "ms", "(0, inf)", "").build();

    Parameter tau = neuron.parameters().getFirst();
    assertThat(tau.isRequired()).isTrue();
    assertThat(tau.unit()).isEqualTo(Unit.parse("ms"));
    assertThat(tau.range().contains(Quantity.parse("3 ms").value())).isTrue();
  }
}
