package dev.glia.drivers.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.network.Law;
import dev.glia.api.network.Projection;
import dev.glia.api.random.RandomStream;
import dev.glia.api.random.Streams;
import dev.glia.api.testkit.Wiring;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SynapsesTest {
  private final Clock clock = new Clock(1e-3, 9);

  private Synapses synapses(Wiring wiring, Law weight) {
    return new Synapses(
        new Projection(
            "p", "a", "b", "r", wiring, weight, new Law.Constant(1e-3), Optional.empty()),
        clock);
  }

  private static Wiring wiring() {
    return Wiring.list(3, new int[] {0, 1, 2, 2}, new int[0], new int[] {1})
        .delays(new float[] {2e-3f, 0, 2e-3f, 0}, new float[0], new float[] {0});
  }

  @Test
  void synapsesAreOrderedBySourceThenTarget() {
    Synapses synapses = synapses(wiring(), new Law.Constant(1));
    assertThat(synapses.source).containsExactly(0, 0, 0, 0, 2);
    assertThat(synapses.target).containsExactly(0, 1, 2, 2, 1);
    assertThat(synapses.delay).containsExactly(2, 0, 2, 0, 0);
    assertThat(synapses.ofTarget[2]).containsExactly(2, 3);
  }

  @Test
  void branchesAreOrderedBySourceThenDelay() {
    Synapses synapses = synapses(wiring(), new Law.Constant(1));
    assertThat(synapses.branches()).isEqualTo(3);
    assertThat(synapses.branchSource).containsExactly(0, 0, 2);
    assertThat(synapses.ofBranch[0]).containsExactly(1, 3);
    assertThat(synapses.ofBranch[1]).containsExactly(0, 2);
    assertThat(synapses.ofBranch[2]).containsExactly(4);
    assertThat(synapses.longestDelay()).isEqualTo(2);
  }

  @Test
  void earlierSpikesArriveFirstThenLowerSources() {
    Synapses synapses = synapses(wiring(), new Law.Constant(1));
    SpikeHistory spikes = new SpikeHistory();
    spikes.put(5, new int[] {0, 2});
    spikes.put(7, new int[] {0, 1, 2});
    assertThat(synapses.arrivingBranches(spikes, 7)).containsExactly(1, 0, 2);
    assertThat(synapses.arrivingBranches(spikes, 6)).isEmpty();
  }

  @Test
  void weightsOfARowComeFromTheStreamOfItsSource() {
    Law.Uniform law = new Law.Uniform(2, 3);
    Synapses synapses = synapses(Wiring.allToAll(2, 3), law);
    RandomStream second = new RandomStream(9, Streams.ofProjection("p", "weight"), 1);
    for (int k = 3; k < 6; k++) {
      assertThat(synapses.weight[k]).isEqualTo(law.draw(second)).isBetween(2.0, 3.0);
    }
  }
}
