package dev.glia.datasets.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.component.Fault;
import dev.glia.api.data.DataPlace;
import dev.glia.api.data.DataProgress;
import dev.glia.api.data.Dataset;
import dev.glia.api.data.Sample;
import dev.glia.api.testkit.ServiceClaims;
import dev.glia.api.testkit.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MovingPatternsTest {
  @Test
  void bundleRegistersWhatTheSourceDescribes() throws IOException {
    ServiceClaims.check(new MovingPatterns());
  }

  @Test
  void sampleDependsOnSeedSplitAndIndexOnly() {
    Dataset one = open("train");
    Dataset other = open("train", "train", 50);
    Sample[] parallel = new Sample[20];
    IntStream.range(0, 20).parallel().forEach(i -> parallel[i] = one.sample(i));
    for (int i = 19; i >= 0; i--) {
      Sample again = other.sample(i);
      assertThat(again.label()).isEqualTo(parallel[i].label());
      assertThat(again.events()).isEqualTo(parallel[i].events());
      assertThat(again.values()).isEqualTo(parallel[i].values());
    }
    assertThat(open("train", "seed", 2).sample(0).events()).isNotEqualTo(one.sample(0).events());
  }

  @Test
  void splitsShareNoSample() {
    Set<List<Sample.Event>> train = new HashSet<>();
    Dataset training = open("train", "train", 300, "noise", "0 Hz");
    for (int i = 0; i < 300; i++) {
      train.add(Arrays.asList(training.sample(i).events()));
    }
    assertThat(train).as("different training samples").hasSize(300);
    Dataset test = open("test", "test", 300, "noise", "0 Hz");
    for (int i = 0; i < 300; i++) {
      assertThat(train).doesNotContain(Arrays.asList(test.sample(i).events()));
    }
  }

  @Test
  void eventsAreOrderedAndInRangeAndCounted() {
    Dataset train = open("train", "width", 12, "height", 8, "noise", "5 Hz");
    assertThat(train.shape()).containsExactly(2, 8, 12);
    for (int i = 0; i < 30; i++) {
      Sample sample = train.sample(i);
      float[] counts = new float[2 * 8 * 12];
      for (Sample.Event event : sample.events()) {
        assertThat(event.seconds()).isBetween(0.0, Math.nextDown(0.1));
        counts[event.address()]++;
      }
      assertThat(sample.values()).isEqualTo(counts);
      assertThat(sample.events())
          .hasSizeGreaterThan(50)
          .isSortedAccordingTo(
              Comparator.comparingDouble(Sample.Event::seconds)
                  .thenComparingInt(Sample.Event::address));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bar", "edge", "blob"})
  void eventsMoveInTheDirectionOfTheLabel(String pattern) {
    Dataset train = open("train", "directions", 8, "patterns", pattern, "noise", "0 Hz");
    assertThat(train.classes()).isEqualTo(8);
    for (int i = 0; i < 40; i++) {
      Sample sample = train.sample(i);
      double expected = 2 * Math.PI * sample.label() / 8;
      double apart = motion(sample) - expected;
      assertThat(Math.cos(apart))
          .as("direction %d of sample %d", sample.label(), i)
          .isGreaterThan(Math.cos(Math.toRadians(20)));
    }
  }

  /** Angle of the velocity of the events: covariance of place and time. */
  private static double motion(Sample sample) {
    double meanTime =
        Arrays.stream(sample.events()).mapToDouble(Sample.Event::seconds).average().orElseThrow();
    double x = 0;
    double y = 0;
    for (Sample.Event event : sample.events()) {
      int pixel = event.address() % 256;
      x += (event.seconds() - meanTime) * (pixel % 16);
      y += (event.seconds() - meanTime) * (pixel / 16);
    }
    return Math.atan2(y, x);
  }

  @Test
  void classesAreBalancedWhereverOneStops() {
    Dataset train = open("train", "label", "both");
    assertThat(train.classes()).isEqualTo(12);
    int[] counts = new int[12];
    int[] firstOrder = new int[12];
    for (int i = 0; i < 60; i++) {
      counts[train.sample(i).label()]++;
      if (i < 12) {
        firstOrder[i] = train.sample(i).label();
      }
    }
    assertThat(counts).containsOnly(5);
    assertThat(firstOrder).isNotEqualTo(IntStream.range(0, 12).toArray());
    assertThat(open("train", "label", "pattern").classes()).isEqualTo(3);
  }

  @Test
  void noiseHasTheRateThatIsAskedFor() {
    Dataset quiet = open("train", "noise", "0 Hz");
    Dataset noisy = open("train", "noise", "20 Hz");
    long extra = 0;
    for (int i = 0; i < 20; i++) {
      extra += noisy.sample(i).events().length - quiet.sample(i).events().length;
    }
    double expected = 20 * 512 * 0.1 * 20;
    assertThat((double) extra).isCloseTo(expected, within(5 * Math.sqrt(expected)));
  }

  @Test
  void sizesAreParameters() {
    assertThat(open("train", "train", 17).size()).isEqualTo(17);
    assertThat(open("test", "test", 3).size()).isEqualTo(3);
    assertThat(open("test").origin()).isEqualTo("200 samples, made from seed 1");
    Dataset few = open("test", "test", 3);
    assertThatThrownBy(() -> few.sample(3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> open("validation"))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("train and test");
  }

  private static Dataset open(String split, Object... given) {
    MovingPatterns source = new MovingPatterns();
    Path nowhere = Path.of("nowhere");
    return source.open(
        split,
        Settings.of(source.descriptor(), given),
        new DataPlace(Optional.empty(), nowhere, false, DataProgress.SILENT));
  }
}
