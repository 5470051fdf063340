package dev.glia.api.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.device.DeviceException;
import dev.glia.api.device.HardwareDriver;
import dev.glia.api.equations.LearningEquations;
import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.equations.SynapseEquations;
import dev.glia.api.learning.LearningRule;
import dev.glia.api.network.Network;
import dev.glia.api.network.Projection;
import dev.glia.api.random.RandomStream;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/**
 * What every learning rule owes its users. A test class of the rule's bundle extends it, and adds
 * the rule's own window or dynamics.
 */
public abstract class LearningRuleContract {
  private static final String WEIGHTS = "pre->post";
  private static final int SIZE = 4;
  private static final int TICKS = 2000;
  private static final double SPIKES_A_TICK = 0.02; // 200 Hz at 0.1 ms

  /** The rule. */
  protected abstract LearningRule rule();

  /** What runs it: the reference driver, as a rule. */
  protected abstract HardwareDriver driver();

  /**
   * Another driver that must do the same within its number format, as the CPU's in float32; none by
   * default.
   *
   * @since 1.1
   */
  protected Optional<HardwareDriver> compared() {
    return Optional.empty();
  }

  /**
   * Why weights change though nobody spikes, as by decay; empty if they don't.
   *
   * @since 1.1
   */
  protected Optional<String> changesWithoutSpikes() {
    return Optional.empty();
  }

  /** The neurons on the source side, for rules that read their variables. */
  protected NeuronEquations source() {
    return membrane();
  }

  /** The neurons on the target side; they have a variable {@code v} in mV. */
  protected NeuronEquations target() {
    return membrane();
  }

  /** Parameters without default, named with the prefix {@code rule.}, and modulators. */
  protected void configure(TestProjection projection) {}

  private static NeuronEquations membrane() {
    return NeuronEquations.of("dv/dt = -v/tau : mV")
        .parameter("tau", "20 ms", "(0, inf)", "membrane time constant")
        .build();
  }

  @Test
  void describesItself() {
    Descriptor descriptor = rule().descriptor();
    assertThat(descriptor.kind()).isEqualTo(ComponentKind.LEARNING);
    ComponentClaims.check(descriptor, rule().equations().parameters());
    assertThat(rule().descriptor()).as("described again").isEqualTo(descriptor);
  }

  @Test
  void hasTheSameEquationsAtEveryCall() {
    LearningEquations first = rule().equations();
    LearningEquations second = rule().equations();
    assertThat(second.text().equations()).isEqualTo(first.text().equations());
    assertThat(second.parameters()).isEqualTo(first.parameters());
    assertThat(second.modulators()).isEqualTo(first.modulators());
  }

  @Test
  void keepsWeightsFiniteWhenEverythingFires() throws DeviceException {
    try (Trial trial = busy()) {
      trial.run(TICKS);
      trial.deployment().raise(WEIGHTS, LearningEquations.PRESENTATION);
      for (float weight : trial.deployment().readWeights(WEIGHTS)) {
        assertThat(weight).isFinite();
      }
    }
  }

  @Test
  void doesTheSameTwice() throws DeviceException {
    try (Trial first = busy().run(TICKS);
        Trial second = busy().run(TICKS)) {
      assertThat(second.deployment().readWeights(WEIGHTS))
          .isEqualTo(first.deployment().readWeights(WEIGHTS));
    }
  }

  @Test
  void changesNothingWhileItIsFrozen() throws DeviceException {
    try (Trial trial = busy()) {
      trial.deployment().setLearning(WEIGHTS, false);
      float[] before = trial.deployment().readWeights(WEIGHTS);
      trial.run(TICKS);
      trial.deployment().raise(WEIGHTS, LearningEquations.PRESENTATION);
      assertThat(trial.deployment().readWeights(WEIGHTS)).isEqualTo(before);
    }
  }

  @Test
  void changesNothingWithoutSpikes() throws DeviceException {
    try (Trial trial = Trial.of(driver(), network())) {
      float[] before = trial.deployment().readWeights(WEIGHTS);
      trial.run(TICKS);
      float[] after = trial.deployment().readWeights(WEIGHTS);
      if (changesWithoutSpikes().isPresent()) {
        assertThat(changesWithoutSpikes().get()).as("why weights change").isNotBlank();
        assertThat(after).as("weights without a spike").isNotEqualTo(before);
      } else {
        assertThat(after).isEqualTo(before);
      }
    }
  }

  /** Bounds are the parameters that are called so: {@code w_min} and {@code w_max}. */
  @Test
  void keepsWeightsWithinItsBounds() throws DeviceException {
    Network network = network();
    OptionalDouble low = parameter(network, "rule.w_min");
    OptionalDouble high = parameter(network, "rule.w_max");
    assumeTrue(low.isPresent() || high.isPresent(), "it has neither w_min nor w_max");
    try (Trial trial = busy(driver())) {
      for (int block = 0; block < 4; block++) {
        trial.run(TICKS / 4);
        for (float weight : trial.deployment().readWeights(WEIGHTS)) {
          assertThat((double) weight)
              .as("a weight between %s and %s", low, high)
              .isBetween(
                  low.orElse(Double.NEGATIVE_INFINITY) * (1 - 1e-6),
                  high.orElse(Double.POSITIVE_INFINITY) * (1 + 1e-6));
        }
      }
    }
  }

  private static OptionalDouble parameter(Network network, String name) {
    Projection.Plasticity learning = network.projection(WEIGHTS).learning().orElseThrow();
    return learning.program().parameters().stream()
        .filter(parameter -> parameter.name().equals(name))
        .mapToDouble(p -> learning.parameters().getOrDefault(name, p.defaultValue()))
        .findFirst();
  }

  @Test
  void agreesWithAnotherDriver() throws DeviceException {
    assumeTrue(compared().isPresent(), "there's no other driver to compare with");
    try (Trial expected = busy(driver()).run(TICKS);
        Trial actual = busy(compared().get()).run(TICKS)) {
      expected.deployment().raise(WEIGHTS, LearningEquations.PRESENTATION);
      actual.deployment().raise(WEIGHTS, LearningEquations.PRESENTATION);
      float[] should = expected.deployment().readWeights(WEIGHTS);
      float[] is = actual.deployment().readWeights(WEIGHTS);
      double scale = 0;
      for (float weight : should) {
        scale = Math.max(scale, Math.abs(weight));
      }
      double precision = Math.max(1e-4, 400 * compared().get().numberFormat().relativeError());
      for (int s = 0; s < should.length; s++) {
        assertThat((double) is[s])
            .as("weight %d", s)
            .isCloseTo(should[s], within(precision * scale));
      }
    }
  }

  private Trial busy() {
    return busy(driver());
  }

  private Trial busy(HardwareDriver on) {
    Trial trial = Trial.of(on, network());
    RandomStream random = new RandomStream(1, "spikes", 0);
    for (int tick = 1; tick <= TICKS; tick++) {
      for (int neuron = 0; neuron < SIZE; neuron++) {
        if (random.nextDouble() < SPIKES_A_TICK) {
          trial.force("pre", neuron, tick);
        }
        if (random.nextDouble() < SPIKES_A_TICK) {
          trial.force("post", neuron, tick);
        }
      }
    }
    return trial;
  }

  private Network network() {
    SynapseEquations delta = SynapseEquations.of("").onSpike("target += w").build();
    return TestNetwork.with("0.1 ms")
        .population("pre", SIZE, source())
        .population("post", SIZE, target())
        .project(
            "pre",
            "post",
            projection -> {
              projection.through(delta, "v").weight("0.5 mV").delay("1 ms");
              projection.learn("rule", rule().equations());
              configure(projection);
            })
        .build();
  }
}
