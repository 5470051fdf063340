package dev.glia.datasets.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.data.DataPlace;
import dev.glia.api.data.DataProgress;
import dev.glia.api.data.Dataset;
import dev.glia.api.data.Sample;
import dev.glia.api.testkit.ServiceClaims;
import dev.glia.api.testkit.Settings;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GlyphToneTest {
  private static Dataset open(String split, Object... given) {
    GlyphTone source = new GlyphTone();
    return source.open(
        split,
        Settings.of(source.descriptor(), given),
        new DataPlace(Optional.empty(), Path.of("none"), false, DataProgress.SILENT));
  }

  @Test
  void bundleRegistersWhatTheSourceDescribes() throws Exception {
    ServiceClaims.check(new GlyphTone());
  }

  @Test
  void splitsDivideEachClass() {
    Dataset train = open("train");
    Dataset test = open("test");
    assertThat(train.size()).isEqualTo(28 * 42);
    assertThat(test.size()).isEqualTo(28 * 18);
    assertThat(train.sample(29).label()).isEqualTo(1);
    assertThat(train.sample(0).events()).isNotEqualTo(test.sample(0).events());
    assertThat(train.sample(5).events()).isEqualTo(open("train").sample(5).events());
    assertThat(train.sample(5).events()).isNotEqualTo(open("train", "seed", 2).sample(5).events());
  }

  @Test
  void eventsAreInRangeAndOrderedByStep() {
    for (String modality : new String[] {"image", "tone"}) {
      Dataset set = open("train", "modality", modality);
      int addresses = modality.equals("image") ? 256 : 64;
      double end = modality.equals("image") ? 0.05 : 0.129;
      for (int i = 0; i < 30; i++) {
        Sample sample = set.sample(i);
        double last = 0;
        for (Sample.Event event : sample.events()) {
          assertThat(event.address()).isBetween(0, addresses - 1);
          assertThat(event.seconds()).isBetween(last, end);
          last = event.seconds();
        }
        assertThat(sample.events()).hasSizeGreaterThan(100);
      }
    }
  }

  @Test
  void bothSensesTellOfOnePointUnlessTheyDoNot() {
    assertThat(agreement("yes")).isGreaterThan(0.95);
    assertThat(Math.abs(agreement("no"))).isLessThan(0.6);
  }

  /**
   * Correlation over classes of the low band's place with the spot that has the same coordinate.
   */
  private static double agreement(String shared) {
    Dataset tone = open("train", "modality", "tone", "shared", shared);
    LatentPoints points = LatentPoints.of(28, 1, false);
    double[] heard = new double[28];
    for (int label = 0; label < 28; label++) {
      double weight = 0;
      for (int k = 0; k < 8; k++) {
        for (Sample.Event event : tone.sample(label + 28L * k).events()) {
          if (event.address() < 31) {
            heard[label] += event.address();
            weight++;
          }
        }
      }
      heard[label] /= weight;
    }
    return correlation(points.x(), heard);
  }

  private static double correlation(double[] a, double[] b) {
    double ma = java.util.Arrays.stream(a).average().orElseThrow();
    double mb = java.util.Arrays.stream(b).average().orElseThrow();
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int k = 0; k < a.length; k++) {
      ab += (a[k] - ma) * (b[k] - mb);
      aa += (a[k] - ma) * (a[k] - ma);
      bb += (b[k] - mb) * (b[k] - mb);
    }
    return ab / Math.sqrt(aa * bb);
  }

  @Test
  void pointsOfClassesKeepTheirDistance() {
    LatentPoints points = LatentPoints.of(28, 7, false);
    for (int a = 0; a < 28; a++) {
      assertThat(points.x()[a]).isBetween(0.0, 1.0);
      for (int b = 0; b < a; b++) {
        double distance = Math.hypot(points.x()[a] - points.x()[b], points.y()[a] - points.y()[b]);
        assertThat(distance).isGreaterThan(0.6 / 6 - 1e-9);
      }
    }
    assertThat(LatentPoints.of(28, 7, true).x()).containsExactlyInAnyOrder(points.x());
    assertThat(points.x()[0]).isCloseTo(LatentPoints.of(28, 7, false).x()[0], within(0.0));
  }
}
