package dev.glia.api.testkit;

import static dev.glia.api.testkit.SpikeTrainsAssert.assertThatSpikes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.device.DeviceException;
import dev.glia.api.device.HardwareDriver;
import dev.glia.api.equations.Input;
import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.equations.Variable;
import dev.glia.api.network.Network;
import dev.glia.api.neuron.NeuronModel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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
   * Why the model doesn't come to rest without input, though it's silent; empty if it does.
   *
   * @since 1.1
   */
  protected Optional<String> movesWithoutInput() {
    return Optional.empty();
  }

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

  @Test
  void isHeldForItsRefractoryTime() {
    Network network = alone(1);
    OptionalLong held = RefractoryTicks.of(network);
    assumeTrue(held.isPresent(), "it isn't refractory, or for a time that depends on its state");
    try (Trial trial = Trial.of(driver(), network).run(TICKS)) {
      long[] ticks = trial.spikes("cell").ticks();
      for (int i = 1; i < ticks.length; i++) {
        assertThat(ticks[i] - ticks[i - 1])
            .as("ticks between spikes under strong input, held for %d", held.getAsLong())
            .isGreaterThan(held.getAsLong());
      }
    }
  }

  /** Where it comes to rest without input, it stays: put there anew, it doesn't move. */
  @Test
  void staysWhereItCameToRest() throws DeviceException {
    assumeTrue(spikesWithoutInput().isEmpty(), "it spikes without input");
    assumeTrue(movesWithoutInput().isEmpty(), () -> movesWithoutInput().orElseThrow());
    Network network = alone(0);
    try (Trial settled = Trial.of(driver(), network).run(TICKS);
        Trial put = Trial.of(driver(), network);
        Trial driven = Trial.of(driver(), alone(1)).run(TICKS)) {
      List<Variable> variables = model().equations().state();
      for (Variable variable : variables) {
        double[] trace = settled.trace("cell", variable.name(), 0);
        put.deployment().setState("cell", variable.name(), new double[] {trace[trace.length - 1]});
      }
      put.run(TICKS);
      for (Variable variable : variables) {
        double rest = last(settled.trace("cell", variable.name(), 0));
        double span = span(driven.trace("cell", variable.name(), 0), rest);
        assertThat(last(put.trace("cell", variable.name(), 0)))
            .as("%s, put where it rests", variable.name())
            .isCloseTo(rest, within(0.01 * span + 1e-6 * Math.abs(rest) + Double.MIN_NORMAL));
      }
    }
  }

  private static double last(double[] trace) {
    return trace[trace.length - 1];
  }

  /** How far a variable gets from rest when it's driven. */
  private static double span(double[] driven, double rest) {
    return Arrays.stream(driven).map(value -> Math.abs(value - rest)).max().orElse(0);
  }

  /** The same spikes, up to a tick; the same course, up to the first spike. */
  @Test
  void agreesWithAnotherDriver() {
    assumeTrue(compared().isPresent(), "there's no other driver to compare with");
    for (double factor : new double[] {1, 0.1, -1}) {
      Network network = alone(factor);
      try (Trial expected = Trial.of(driver(), network).run(TICKS / 5);
          Trial actual = Trial.of(compared().get(), network).run(TICKS / 5)) {
        long[] should = expected.spikes("cell").ticks();
        long[] is = actual.spikes("cell").ticks();
        assertThat((double) is.length)
            .as("spikes at %g of the strong input", factor)
            .isCloseTo(should.length, within(1.0));
        int comparable = should.length == 0 ? TICKS / 5 : (int) should[0] - 1;
        for (int i = 0; i < Math.min(should.length, is.length); i++) {
          assertThat((double) is[i]).as("tick of spike %d", i).isCloseTo(should[i], within(1.0));
        }
        for (Variable variable : model().equations().state()) {
          compare(variable.name(), expected, actual, comparable);
        }
      }
    }
  }

  private void compare(String variable, Trial expected, Trial actual, int ticks) {
    double[] should = expected.trace("cell", variable, 0);
    double[] is = actual.trace("cell", variable, 0);
    double scale = Arrays.stream(should).map(Math::abs).max().orElse(0);
    double precision = Math.max(1e-4, 400 * compared().get().numberFormat().relativeError());
    for (int n = 0; n < ticks; n++) {
      assertThat(is[n])
          .as("%s at tick %d", variable, n + 1)
          .isCloseTo(should[n], within(precision * scale + Double.MIN_NORMAL));
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
