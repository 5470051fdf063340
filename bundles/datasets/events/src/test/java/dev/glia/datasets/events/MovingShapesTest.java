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

class MovingShapesTest {
  @Test
  void bundleRegistersWhatTheSourceDescribes() throws IOException {
    ServiceClaims.check(new MovingShapes());
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
    Dataset training = open("train", "noise", "0 Hz");
    for (int i = 0; i < 300; i++) {
      train.add(Arrays.asList(training.sample(i).events()));
    }
    assertThat(train).as("different training samples").hasSize(300);
    Dataset test = open("test", "noise", "0 Hz");
    for (int i = 0; i < 300; i++) {
      assertThat(train).doesNotContain(Arrays.asList(test.sample(i).events()));
    }
  }

  @Test
  void eventsAreOrderedAndInRangeAndCounted() {
    Dataset train = open("train", "width", 12, "height", 9, "noise", "5 Hz");
    assertThat(train.shape()).containsExactly(2, 9, 12);
    for (int i = 0; i < 30; i++) {
      Sample sample = train.sample(i);
      float[] counts = new float[2 * 9 * 12];
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

  @Test
  void shapeNeverLeavesTheView() {
    for (int side : new int[] {8, 15, 20}) {
      Dataset train =
          open(
              "train",
              "width",
              side,
              "height",
              side,
              "tilt",
              180,
              "threshold",
              0.01,
              "noise",
              "0 Hz",
              "polarity",
              "joined");
      for (int i = 0; i < 200; i++) {
        for (Sample.Event event : train.sample(i).events()) {
          assertThat(event.address() % side).isBetween(1, side - 2);
          assertThat(event.address() / side).isBetween(1, side - 2);
        }
      }
    }
  }

  /** As the saccades return to where they began, every pixel gets as bright as it gets dark. */
  @Test
  void cameraSeesInTheEndWhatItSawInTheBeginning() {
    Dataset train = open("train", "noise", "0 Hz");
    for (int i = 0; i < 40; i++) {
      float[] counts = train.sample(i).values();
      for (int pixel = 0; pixel < 400; pixel++) {
        // by a rounding error, the last threshold may just not be reached
        assertThat(counts[400 + pixel] - counts[pixel]).isBetween(-1f, 1f);
      }
    }
  }

  @Test
  void joinedPolaritiesShareAnAddress() {
    Dataset separate = open("train", "noise", "0 Hz");
    Dataset joined = open("train", "noise", "0 Hz", "polarity", "joined");
    assertThat(joined.shape()).containsExactly(1, 20, 20);
    for (int i = 0; i < 10; i++) {
      float[] two = separate.sample(i).values();
      float[] one = joined.sample(i).values();
      assertThat(one).hasSize(400);
      for (int pixel = 0; pixel < 400; pixel++) {
        assertThat(one[pixel]).isEqualTo(two[pixel] + two[400 + pixel]);
      }
    }
  }

  @Test
  void labelIsTheShape() {
    Dataset train = open("train", "noise", "0 Hz");
    for (int i = 0; i < 80; i++) {
      Sample sample = train.sample(i);
      Spread spread = Spread.of(sample, 20);
      double slimness = spread.xx() / spread.yy();
      switch (Shape.values()[sample.label()]) {
        case HORIZONTAL_BAR -> assertThat(slimness).isGreaterThan(2);
        case VERTICAL_BAR -> assertThat(slimness).isLessThan(0.5);
        default -> assertThat(slimness).isBetween(0.6, 1.7);
      }
    }
  }

  @Test
  void tiltTurnsShapes() {
    assertThat(greatestTilt(0)).isLessThan(4); // pixels are coarse
    assertThat(greatestTilt(30)).isBetween(20.0, 34.0);
  }

  /** Of many horizontal bars, in degrees. */
  private static double greatestTilt(int tilt) {
    Dataset train = open("train", "tilt", tilt, "noise", "0 Hz");
    double greatest = 0;
    for (int i = 0; i < 240; i++) {
      Sample sample = train.sample(i);
      if (sample.label() == Shape.HORIZONTAL_BAR.ordinal()) {
        Spread spread = Spread.of(sample, 20);
        double angle = 0.5 * Math.atan2(2 * spread.xy(), spread.xx() - spread.yy());
        greatest = Math.max(greatest, Math.toDegrees(Math.abs(angle)));
      }
    }
    return greatest;
  }

  /** Second moments of where events are. */
  private record Spread(double xx, double xy, double yy) {
    static Spread of(Sample sample, int width) {
      double[] sums = new double[5];
      for (Sample.Event event : sample.events()) {
        double x = event.address() % width;
        double y = event.address() / width % width;
        sums[0] += x;
        sums[1] += y;
        sums[2] += x * x;
        sums[3] += x * y;
        sums[4] += y * y;
      }
      int n = sample.events().length;
      double x = sums[0] / n;
      double y = sums[1] / n;
      return new Spread(sums[2] / n - x * x, sums[3] / n - x * y, sums[4] / n - y * y);
    }
  }

  @Test
  void classesAreBalancedWhereverOneStops() {
    Dataset train = open("train");
    assertThat(train.classes()).isEqualTo(8);
    int[] counts = new int[8];
    int[] firstOrder = new int[8];
    for (int i = 0; i < 40; i++) {
      counts[train.sample(i).label()]++;
      if (i < 8) {
        firstOrder[i] = train.sample(i).label();
      }
    }
    assertThat(counts).containsOnly(5);
    assertThat(firstOrder).isNotEqualTo(IntStream.range(0, 8).toArray());
    Dataset few = open("train", "shapes", 3);
    assertThat(few.classes()).isEqualTo(3);
    assertThat(IntStream.range(0, 3).map(i -> few.sample(i).label())).containsOnly(0, 1, 2);
  }

  @Test
  void noiseHasTheRateThatIsAskedFor() {
    Dataset quiet = open("train", "noise", "0 Hz");
    Dataset noisy = open("train", "noise", "20 Hz");
    long extra = 0;
    for (int i = 0; i < 20; i++) {
      extra += noisy.sample(i).events().length - quiet.sample(i).events().length;
    }
    double expected = 20 * 800 * 0.1 * 20;
    assertThat((double) extra).isCloseTo(expected, within(5 * Math.sqrt(expected)));
  }

  @Test
  void sizesAreParameters() {
    assertThat(open("train", "train", 17).size()).isEqualTo(17);
    assertThat(open("test", "test", 3).size()).isEqualTo(3);
    assertThat(open("test").origin()).isEqualTo("400 samples, made from seed 1");
    Dataset few = open("test", "test", 3);
    assertThatThrownBy(() -> few.sample(3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> open("validation"))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("train and test");
  }

  private static Dataset open(String split, Object... given) {
    MovingShapes source = new MovingShapes();
    Path nowhere = Path.of("nowhere");
    return source.open(
        split,
        Settings.of(source.descriptor(), given),
        new DataPlace(Optional.empty(), nowhere, false, DataProgress.SILENT));
  }
}
