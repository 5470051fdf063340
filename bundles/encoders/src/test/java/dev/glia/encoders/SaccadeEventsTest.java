package dev.glia.encoders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.api.component.Fault;
import dev.glia.api.data.Sample;
import dev.glia.api.testkit.ServiceClaims;
import java.util.List;
import org.junit.jupiter.api.Test;

class SaccadeEventsTest {
  @Test
  void bundleRegistersWhatTheEncoderDescribes() throws Exception {
    ServiceClaims.check(new SaccadeEvents());
  }

  @Test
  void uniformImageIsSilentInItsMiddle() {
    float[] gray = new float[28 * 28];
    java.util.Arrays.fill(gray, 200);
    Recorder recorder = Recorder.shownTo(256, new SaccadeEvents(), Sample.of(gray, 0), 1);
    assertThat(recorder.spikes).isEmpty();
  }

  @Test
  void pointGivesSpikesWhereItArrives() {
    float[] point = new float[9 * 9];
    point[4 * 9 + 4] = 255;
    Recorder recorder =
        Recorder.shownTo(81, new SaccadeEvents(), Sample.of(point, 0), 1, "shift", "2");
    // It starts at (2, 2), passes (4, 6) after a third of 100 ticks, (6, 2) after two.
    assertThat(recorder.spikes).extracting(Recorder.Spike::neuron).doesNotContain(0);
    assertThat(last(recorder, 6 * 9 + 4)).isBetween(25, 40);
    assertThat(last(recorder, 2 * 9 + 6)).isBetween(58, 72);
    assertThat(last(recorder, 2 * 9 + 2)).isBetween(90, 100);
    assertThat(recorder.spikes)
        .extracting(Recorder.Spike::tick)
        .isSorted()
        .allSatisfy(tick -> assertThat(tick).isBetween(1, 100));
  }

  private static int last(Recorder recorder, int neuron) {
    List<Integer> ticks =
        recorder.spikes.stream()
            .filter(spike -> spike.neuron() == neuron)
            .map(Recorder.Spike::tick)
            .toList();
    assertThat(ticks).isNotEmpty();
    return ticks.getLast();
  }

  @Test
  void shapesThatAreNoSquareAreRefused() {
    assertThatThrownBy(() -> Recorder.of(new SaccadeEvents(), Sample.of(new float[12], 0), 1))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("no square");
  }
}
