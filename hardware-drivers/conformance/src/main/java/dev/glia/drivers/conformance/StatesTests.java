package dev.glia.drivers.conformance;

import static dev.glia.api.testkit.SpikeTrainsAssert.assertThatSpikes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.glia.api.analysis.Recording.SpikeTrains;
import dev.glia.api.device.Ability;
import dev.glia.api.network.Probe;
import dev.glia.api.random.RandomStream;
import dev.glia.api.testkit.Trial;
import dev.glia.drivers.reference.ReferenceDriver;
import dev.glia.v1.NetworkState;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The neutral state: it goes on elsewhere, and what doesn't fit is refused and changes nothing. */
abstract class StatesTests extends DeviceTests {
  private static final Duration FUZZING = Duration.ofSeconds(1);

  @Test
  void aStateThatWasTakenGoesOnInAnotherDeployment() throws Exception {
    for (Specimen specimen : contract().specimens()) {
      int half = specimen.ticks() / 2;
      Trial whole = deploy(specimen);
      byte[] state;
      NetworkState last;
      try (whole) {
        state = whole.run(half).deployment().snapshot().toByteArray();
        whole.run(specimen.ticks() - half);
        last = whole.deployment().snapshot();
      }
      try (Trial second = deploy(specimen)) {
        second.deployment().restore(NetworkState.parseFrom(state));
        assertThat(second.deployment().now()).isEqualTo(half);
        assertThat(second.deployment().snapshot().getTick()).isEqualTo(half);
        second.run(specimen.ticks() - half);
        if (can(Ability.EXACT_STATES)) {
          for (Probe probe : specimen.network().probes()) {
            if (probe instanceof Probe.Spikes spikes) {
              assertThatSpikes(second.spikes(spikes.population()))
                  .isSameAsSpikes(after(half, whole.spikes(spikes.population())));
            }
          }
          assertThat(second.deployment().snapshot()).as(specimen.name()).isEqualTo(last);
        }
        assertThat(second.deployment().now()).isEqualTo(specimen.ticks());
      }
    }
  }

  static SpikeTrains after(long tick, SpikeTrains all) {
    int[] kept =
        IntStream.range(0, all.ticks().length).filter(i -> all.ticks()[i] > tick).toArray();
    return new SpikeTrains(
        all.population(),
        all.size(),
        IntStream.of(kept).mapToLong(i -> all.ticks()[i]).toArray(),
        IntStream.of(kept).map(i -> all.neurons()[i]).toArray());
  }

  @Test
  void anEarlierStateOfTheSameDeploymentCanBeTakenUpAgain() throws Exception {
    Specimen specimen = any();
    int half = specimen.ticks() / 2;
    try (Trial trial = deploy(specimen).run(half)) {
      NetworkState state = trial.deployment().snapshot();
      trial.run(specimen.ticks() - half);
      NetworkState first = trial.deployment().snapshot();
      trial.deployment().restore(state);
      assertThat(trial.deployment().now()).isEqualTo(half);
      trial.run(specimen.ticks() - half);
      if (can(Ability.EXACT_STATES)) {
        assertThat(trial.deployment().snapshot()).isEqualTo(first);
      }
    }
  }

  @Test
  void theReferencesStateIsTakenOver() throws Exception {
    for (Specimen specimen : contract().specimens()) {
      int half = specimen.ticks() / 2;
      try (Trial reference = Trial.of(new ReferenceDriver(), specimen.network());
          Trial trial = deploy(specimen)) {
        specimen.show(reference);
        trial.deployment().restore(reference.run(half).deployment().snapshot());
        assertThat(trial.deployment().now()).isEqualTo(half);
        NetworkState ours = trial.run(specimen.ticks() - half).deployment().snapshot();
        reference.deployment().restore(ours);
        assertThat(reference.deployment().now()).as("and back").isEqualTo(specimen.ticks());
      }
    }
  }

  @Test
  void statesThatDontFitAreRefusedAndChangeNothing() throws Exception {
    for (Specimen specimen : contract().specimens()) {
      try (Trial trial = deploy(specimen).run(2)) {
        NetworkState good = trial.deployment().snapshot();
        trial.run(1);
        NetworkState present = trial.deployment().snapshot();
        BadStates.of(good)
            .forEach(
                (what, bad) ->
                    assertThatIllegalArgumentException()
                        .as("%s in a state of %s", what, specimen.name())
                        .isThrownBy(() -> trial.deployment().restore(bad)));
        assertThat(trial.deployment().now()).isEqualTo(3);
        if (can(Ability.EXACT_STATES)) {
          assertThat(trial.deployment().snapshot()).as("the state afterwards").isEqualTo(present);
        }
      }
    }
  }

  /** Bytes that were damaged on the way: refused, or a state that can be run; never worse. */
  @Test
  void damagedStatesAreRefusedOrTaken() throws Exception {
    Specimen specimen = any();
    try (Trial trial = deploy(specimen).run(2)) {
      byte[] good = trial.deployment().snapshot().toByteArray();
      RandomStream random = new RandomStream(1, "damage", 0);
      long end = System.nanoTime() + FUZZING.toNanos();
      for (int i = 0; i < 500 && System.nanoTime() < end; i++) {
        byte[] bytes = good.clone();
        for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
          bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        try {
          trial.deployment().restore(NetworkState.parseFrom(bytes));
        } catch (InvalidProtocolBufferException | IllegalArgumentException refused) {
          continue;
        }
        assertThat(trial.deployment().now()).isNotNegative();
      }
      trial.deployment().restore(NetworkState.parseFrom(good));
      assertThat(trial.deployment().now()).isEqualTo(2);
      trial.run(1);
    }
  }
}
