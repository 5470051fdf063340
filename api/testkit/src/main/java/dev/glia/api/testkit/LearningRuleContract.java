package dev.glia.api.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.device.DeviceException;
import dev.glia.api.device.HardwareDriver;
import dev.glia.api.equations.LearningEquations;
import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.equations.SynapseEquations;
import dev.glia.api.learning.LearningRule;
import dev.glia.api.network.Network;
import dev.glia.api.random.RandomStream;
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

  private Trial busy() {
    Trial trial = Trial.of(driver(), network());
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
