package dev.glia.encoders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.data.Sample;
import dev.glia.encoders.Recorder.Spike;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SpikeEncodersTest {
  @Test
  void latencyFollowsTheClosedForm() {
    Sample sample = Sample.of(new float[] {255, 127.5f, 60, 51, 0}, 0);
    Recorder recorder = Recorder.of(new Latency(), sample, 1, "tau", "50 ms", "threshold", "0.2");
    // 50 ms * ln(x / (x - 0.2)): 11.16 ms for 1, 25.54 ms for 0.5, 94.9 ms for 0.2353
    assertThat(recorder.spikes)
        .containsExactly(new Spike(11, 0), new Spike(26, 1), new Spike(95, 2));
    assertThat(recorder.parameters).isEmpty();
  }

  @Test
  void spikesAfterTheEndAreLeftOut() {
    Sample sample = Sample.of(new float[] {255, 52}, 0);
    Recorder recorder = Recorder.of(new Latency(), sample, 1); // 197 ms for 52
    assertThat(recorder.spikes).containsExactly(new Spike(11, 0));
  }

  @Test
  void strengthMakesSpikesEarlier() {
    Sample sample = Sample.of(new float[] {127.5f}, 0);
    assertThat(Recorder.of(new Latency(), sample, 2).spikes).containsExactly(new Spike(11, 0));
  }

  @Property(tries = 500)
  void brighterIsNeverLater(
      @ForAll @Size(min = 1, max = 30) List<@FloatRange(min = 0, max = 255) Float> drawn,
      @ForAll @Scale(3) @DoubleRange(min = 0.001, max = 0.9) double threshold) {
    float[] values = new float[drawn.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = drawn.get(i);
    }
    Recorder recorder = Recorder.of(new Latency(), Sample.of(values, 0), 1, "threshold", threshold);
    float brightest = Float.POSITIVE_INFINITY;
    int tick = 0;
    for (Spike spike : recorder.spikes) {
      assertThat(spike.tick()).isBetween(1, 100).isGreaterThanOrEqualTo(tick);
      if (spike.tick() > tick) {
        assertThat(values[spike.neuron()]).isLessThanOrEqualTo(brightest);
        brightest = Float.POSITIVE_INFINITY;
      }
      brightest = Math.min(brightest, values[spike.neuron()]);
      tick = spike.tick();
    }
    assertThat(recorder.spikes)
        .doesNotHaveDuplicates()
        .isSortedAccordingTo(Comparator.comparingInt(Spike::tick).thenComparingInt(Spike::neuron));
  }

  @Test
  void regularRateChargesAnIntegratorThatIsEmptiedBySpikes() {
    Sample sample = Sample.of(new float[] {255, 127.5f, 0, -255}, 0);
    Recorder recorder = Recorder.of(new RegularRate(), sample, 1, "gain", "30 Hz", "threshold", 1);
    // by 0.03 a tick: above 1 at tick 34 and 68; by 0.015 at tick 67
    assertThat(recorder.spikes)
        .containsExactly(new Spike(34, 0), new Spike(67, 1), new Spike(68, 0));
  }

  @Property(tries = 300)
  void regularRateIsProportionalToBrightness(
      @ForAll @FloatRange(min = 1, max = 255) float value,
      @ForAll @Scale(3) @DoubleRange(min = 1, max = 500) double gain) {
    Recorder recorder =
        Recorder.of(new RegularRate(), Sample.of(new float[] {value}, 0), 1, "gain", gain);
    double ticks = 0.5 / (value / 255 * gain * 1e-3); // to the threshold, which is passed after it
    assertThat(recorder.spikes.size())
        .isBetween((int) (100 / (ticks + 1)), (int) (100 / Math.max(1, ticks)));
  }

  @Test
  void eventIsASpikeAtTheEndOfItsTick() {
    Recorder recorder =
        Recorder.shownTo(
            4,
            new Events(),
            events(
                new Sample.Event(0.0105, 2),
                new Sample.Event(0, 1),
                new Sample.Event(0.0995, 0),
                new Sample.Event(0.1001, 3)),
            1);
    assertThat(recorder.spikes)
        .containsExactly(new Spike(1, 1), new Spike(11, 2), new Spike(100, 0));
  }

  @Test
  void severalEventsOfAnAddressInATickAreOneSpike() {
    Recorder recorder =
        Recorder.shownTo(
            1, new Events(), events(new Sample.Event(0.0101, 0), new Sample.Event(0.0109, 0)), 1);
    assertThat(recorder.spikes).containsExactly(new Spike(11, 0));
  }

  @Test
  void recordingCanBePlayedFaster() {
    Recorder recorder =
        Recorder.shownTo(1, new Events(), events(new Sample.Event(0.1502, 0)), 1, "speed", "2");
    assertThat(recorder.spikes).containsExactly(new Spike(76, 0));
  }

  private static Sample events(Sample.Event... events) {
    return new Sample(new float[0], 0, events);
  }
}
