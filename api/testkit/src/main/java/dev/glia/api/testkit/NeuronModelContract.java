package dev.glia.api.testkit;

import static dev.glia.api.testkit.SpikeTrainsAssert.assertThatSpikes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.device.HardwareDriver;
import dev.glia.api.equations.Input;
import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.equations.Variable;
import dev.glia.api.network.Network;
import dev.glia.api.neuron.NeuronModel;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What every neuron model owes its users. A test class of the model's bundle extends it, and adds
 * the model's own physics.
 */
public abstract class NeuronModelContract {
  private static final int TICKS = 5000;

  /** The model. */
  protected abstract NeuronModel model();

  /** What runs it: the reference driver, as a rule. */
  protected abstract HardwareDriver driver();

  /** Why the model emits spikes all by itself; empty if it's silent without input. */
  protected Optional<String> spikesWithoutInput() {
    return Optional.empty();
  }

  /** A current that nobody should exceed, in units of the input. */
  protected double strongInput(Input input) {
    return 10;
  }

  /** Values for parameters that have no default. */
  protected void configure(TestPopulation population) {}

  @Test
  void describesItself() {
    Descriptor descriptor = model().descriptor();
    assertThat(descriptor.kind()).isEqualTo(ComponentKind.NEURON);
    ComponentClaims.check(descriptor, model().equations().parameters());
    assertThat(model().descriptor()).as("described again").isEqualTo(descriptor);
  }

  @Test
  void hasTheSameEquationsAtEveryCall() {
    NeuronEquations first = model().equations();
    NeuronEquations second = model().equations();
    assertThat(second.text().equations()).isEqualTo(first.text().equations());
    assertThat(second.state()).isEqualTo(first.state());
    assertThat(second.parameters()).isEqualTo(first.parameters());
  }

  @Test
  void isSilentWithoutInputOrSaysWhyNot() {
    try (Trial trial = Trial.of(driver(), alone(0)).run(TICKS)) {
      if (spikesWithoutInput().isPresent()) {
        assertThat(spikesWithoutInput().get()).as("why it spikes without input").isNotBlank();
        assertThat(trial.spikes("cell").ticks()).as("spikes without input").isNotEmpty();
      } else {
        assertThatSpikes(trial.spikes("cell")).isSilent();
      }
    }
  }

  @Test
  void staysFiniteUnderStrongInput() {
    for (int sign : new int[] {1, -1}) {
      try (Trial trial = Trial.of(driver(), alone(sign))) {
        // A variable that isn't finite any more makes the driver throw.
        assertThatCode(() -> trial.run(TICKS))
            .as("strong input of sign %d", sign)
            .doesNotThrowAnyException();
      }
    }
  }

  @Test
  void doesTheSameTwice() {
    try (Trial first = Trial.of(driver(), alone(1)).run(TICKS);
        Trial second = Trial.of(driver(), alone(1)).run(TICKS)) {
      assertThatSpikes(second.spikes("cell")).isSameAsSpikes(first.spikes("cell"));
      for (Variable variable : model().equations().state()) {
        assertThat(second.trace("cell", variable.name(), 0))
            .as(variable.name())
            .isEqualTo(first.trace("cell", variable.name(), 0));
      }
    }
  }

  /** One cell; all its inputs get their strong current times a factor. */
  private Network alone(double factor) {
    NeuronEquations equations = model().equations();
    TestNetwork network =
        TestNetwork.with("0.1 ms")
            .population(
                "cell",
                1,
                equations,
                cell -> {
                  configure(cell);
                  for (Input input : equations.inputs()) {
                    double amplitude = factor * strongInput(input) * input.unit().scale();
                    cell.current("drive_" + input.name(), input.name(), amplitude);
                  }
                })
            .probeSpikes("cell");
    equations.state().forEach(variable -> network.probe("cell", variable.name()));
    return network.build();
  }
}
