package dev.glia.api.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.glia.api.device.Mapping.Entry;
import dev.glia.api.device.Mapping.Verdict;
import dev.glia.api.device.NetworkTerm.Aspect;
import dev.glia.api.equations.LearningEquations;
import dev.glia.api.equations.LearningProgram;
import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.equations.PopulationProgram;
import dev.glia.api.equations.Receptor;
import dev.glia.api.equations.SynapseEquations;
import dev.glia.api.network.Law;
import dev.glia.api.network.Network;
import dev.glia.api.network.Population;
import dev.glia.api.network.Probe;
import dev.glia.api.network.Projection;
import dev.glia.api.network.Values;
import dev.glia.api.topology.Connectivity;
import dev.glia.api.units.Unit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MappingTest {
  private static final String CELLS = "population cells";
  private static final String SYNAPSES = "projection cells->cells";

  private static Network network() {
    NeuronEquations neuron =
        NeuronEquations.of(
                """
                # a membrane
                dv/dt = (r_m*i_syn
                         - v) / tau_m : mV (unless refractory)
                i_syn : nA (input)
                """)
            .start("v = 1 mV")
            .spike("v > v_threshold")
            .reset("v = 0 mV\n")
            .refractory("2 ms")
            .parameter("tau_m", "20 ms", "(0, inf)", "membrane time constant")
            .parameter("r_m", "100 MOhm", "(0, inf)", "membrane resistance")
            .parameter("v_threshold", "10 mV", "", "threshold")
            .build();
    SynapseEquations decaying =
        SynapseEquations.of("di/dt = -i/tau : target")
            .onSpike("i += w")
            .output("i")
            .parameter("tau", "5 ms", "(0, inf)", "decay")
            .build();
    List<Receptor> receptors = List.of(new Receptor("fast", decaying, "i_syn"));
    Population cells =
        new Population(
            "cells",
            "own",
            3,
            neuron,
            receptors,
            List.of(),
            PopulationProgram.of(neuron, receptors, List.of()),
            Map.of("v_threshold", Values.each(new double[] {9e-3, 10e-3, 11e-3})),
            Map.of());
    LearningEquations hebb =
        LearningEquations.of("dx/dt = -x/tau : 1 (pre)")
            .onPre("x += 1")
            .onPost("w += a*x")
            .parameter("tau", "20 ms", "(0, inf)", "time constant")
            .parameter("a", "0.01 weight", "", "change")
            .build();
    Projection synapses =
        new Projection(
            "cells->cells",
            "cells",
            "cells",
            "fast",
            new OneToOne(3),
            new Law.Uniform(0, 0.5e-9),
            new Law.Constant(1.5e-3),
            Optional.of(
                new Projection.Plasticity(
                    LearningProgram.of(
                        List.of(new LearningProgram.Rule("hebb", hebb)),
                        Unit.parse("nA"),
                        neuron,
                        neuron),
                    Map.of(),
                    Map.of())));
    return new Network(
        1e-4, 1, List.of(cells), List.of(synapses), List.of(new Probe.Spikes("cells", 3)));
  }

  private record OneToOne(int sources) implements Connectivity {
    @Override
    public int targets() {
      return sources;
    }

    @Override
    public int[] row(int source) {
      return new int[] {source};
    }

    @Override
    public long expectedSynapses() {
      return sources;
    }
  }

  @Test
  void termsOfANetworkAreAsTheyWereWritten() {
    List<NetworkTerm> terms = NetworkTerm.of(network());
    assertThat(terms)
        .contains(
            new NetworkTerm(CELLS, Aspect.SIZE, "3 neurons"),
            new NetworkTerm(
                CELLS, Aspect.EQUATION, "dv/dt = (r_m*i_syn - v) / tau_m : mV (unless refractory)"),
            new NetworkTerm(CELLS, Aspect.EQUATION, "i_syn : nA (input)"),
            new NetworkTerm(CELLS, Aspect.START, "v = 1 mV"),
            new NetworkTerm(CELLS, Aspect.SPIKE, "v > v_threshold"),
            new NetworkTerm(CELLS, Aspect.RESET, "v = 0 mV"),
            new NetworkTerm(CELLS, Aspect.REFRACTORY, "2 ms"),
            new NetworkTerm(CELLS, Aspect.PARAMETER, "v_threshold = 9 mV to 11 mV"),
            new NetworkTerm(CELLS, Aspect.PARAMETER, "fast.tau = 5 ms"),
            new NetworkTerm(CELLS, Aspect.RECEPTOR, "fast into i_syn: di/dt = -i/tau : target"),
            new NetworkTerm(CELLS, Aspect.RECEPTOR, "fast into i_syn: on spike i += w"),
            new NetworkTerm(CELLS, Aspect.PROBE, "spikes of 3 neurons"),
            new NetworkTerm(
                SYNAPSES, Aspect.CONNECTIVITY, "general, 3 to 3 neurons, about 3 synapses"),
            new NetworkTerm(SYNAPSES, Aspect.WEIGHT, "uniform 0 nA to 0.5 nA"),
            new NetworkTerm(SYNAPSES, Aspect.DELAY, "1.5 ms"),
            new NetworkTerm(SYNAPSES, Aspect.PARAMETER, "hebb.a = 0.01 nA"))
        .filteredOn(term -> term.aspect() == Aspect.LEARNING)
        .extracting(NetworkTerm::text)
        .anySatisfy(text -> assertThat(text).startsWith("on pre: hebb.x = "))
        .anySatisfy(text -> assertThat(text).startsWith("on post: w = "))
        .anySatisfy(text -> assertThat(text).startsWith("source, every tick: hebb.x = "));
    assertThat(new HashSet<>(terms)).as("no two are equal").hasSameSizeAs(terms);
    assertThat(terms).noneMatch(term -> term.text().isBlank() || term.text().contains("\n"));
  }

  @Test
  void refusalsAreProblemsAndWhatIsNotExactIsANote() {
    Mapping mapping =
        Mapping.of(
            network(),
            term ->
                switch (term.aspect()) {
                  case DELAY -> Entry.refused(term, "delays don't exist, only 1 tick");
                  case WEIGHT ->
                      Entry.quantized(term, "int8", Deviation.relative(1 / 254.0, 1 / 508.0));
                  default -> Entry.exact(term, "");
                });
    assertThat(mapping.fits()).isFalse();
    assertThat(mapping.fit().problems())
        .containsExactly(new Fit.Finding(SYNAPSES, "1.5 ms: delays don't exist, only 1 tick"));
    assertThat(mapping.fit().notes())
        .containsExactly(new Fit.Finding(SYNAPSES, "uniform 0 nA to 0.5 nA: int8"));
  }

  @Test
  void aFitThatIsAllADriverSaysBecomesAMapping() {
    Network network = network();
    Fit fit =
        new Fit(
            List.of(new Fit.Finding(CELLS, "too many neurons")),
            List.of(new Fit.Finding(SYNAPSES, "slow")));
    Mapping mapping = Mapping.of(network, fit, NumberFormat.FLOAT32);
    assertThat(mapping.entries()).extracting(Entry::term).containsAll(NetworkTerm.of(network));
    assertThat(mapping.fits()).isFalse();
    assertThat(mapping.entries())
        .filteredOn(entry -> entry.verdict() == Verdict.REFUSED)
        .singleElement()
        .satisfies(entry -> assertThat(entry.outcome()).isEqualTo("too many neurons"));
    assertThat(mapping.fit()).as("and back").isEqualTo(fit);
    assertThat(Mapping.of(network, Fit.PERFECT, NumberFormat.FLOAT32).fits()).isTrue();
  }

  @Test
  void whatIsNotExactNeedsASentence() {
    NetworkTerm term = new NetworkTerm(CELLS, Aspect.SIZE, "3 neurons");
    assertThatIllegalArgumentException().isThrownBy(() -> Entry.refused(term, " "));
    assertThatIllegalArgumentException().isThrownBy(() -> Deviation.relative(0.1, 0.2));
    assertThatIllegalArgumentException().isThrownBy(() -> Deviation.relative(Double.NaN, 0));
  }

  @Test
  void capabilitiesWithoutALimitAreLimitedByMemoryOnly() {
    Capabilities undeclared = Capabilities.undeclared(NumberFormat.FLOAT64);
    assertThat(undeclared.isDeclared()).isFalse();
    assertThat(undeclared.most(Limit.NEURONS)).isEqualTo(Long.MAX_VALUE);
    assertThat(undeclared.can(Ability.LEARNS)).isFalse();
  }
}
