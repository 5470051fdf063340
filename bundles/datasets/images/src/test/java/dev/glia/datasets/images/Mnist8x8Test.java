package dev.glia.datasets.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.component.Parameters;
import dev.glia.api.data.DataPlace;
import dev.glia.api.data.DataProgress;
import dev.glia.api.data.Dataset;
import dev.glia.api.testkit.ServiceClaims;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class Mnist8x8Test {
  @TempDir Path folder;

  @Test
  void bundleRegistersWhatTheSourceDescribes() throws Exception {
    ServiceClaims.check(new Mnist8x8());
  }

  @Test
  void areasAreAveragedAndTheBrightestIsTheHighestLevel() {
    float[] image = new float[6 * 6]; // a border of 1, areas of 2 × 2
    Arrays.fill(image, 0, 6, 200); // the border doesn't count
    image[6 + 1] = 100;
    image[6 + 2] = 100;
    image[2 * 6 + 3] = 25;
    assertThat(new Pooling(6, 1, 2, 16).levels(image)).containsExactly(16, 2, 0, 0);
  }

  @Test
  void pixelsBetweenAreasCountInParts() {
    float[] image = {0, 0, 0, 0, 100, 0, 0, 0, 0}; // the middle of 3 × 3 lies in all four areas
    assertThat(new Pooling(3, 0, 2, 16).levels(image)).containsExactly(16, 16, 16, 16);
    image[0] = 100; // areas of 2.25 pixels: 1 + 1/4 of the first, 1/4 of the others
    assertThat(new Pooling(3, 0, 2, 20).levels(image)).containsExactly(20, 4, 4, 4);
  }

  @Test
  void darkImageStaysDark() {
    assertThat(new Pooling(4, 0, 2, 16).levels(new float[16])).containsOnly(0);
  }

  @Test
  void sampleHasTheFormOfTheSmallDigits() throws Exception {
    byte[] pixels = new byte[2 * 28 * 28];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i * 31 % 200);
    }
    write("t10k-images-idx3-ubyte.gz", IdxFiles.of(8, new int[] {2, 28, 28}, pixels));
    write("t10k-labels-idx1-ubyte.gz", IdxFiles.labels(2));
    DataPlace place =
        new DataPlace(Optional.of(folder), folder.resolve("cache"), false, DataProgress.SILENT);
    try (Dataset digits = new Mnist8x8().open("test", Parameters.NONE, place)) {
      assertThat(digits.size()).isEqualTo(2);
      assertThat(digits.shape()).containsExactly(8, 8);
      assertThat(digits.sample(1).label()).isEqualTo(1);
      float[] values = digits.sample(1).values();
      assertThat(values).hasSize(64).contains(255f);
      for (float value : values) {
        assertThat(value * 16 / 255).isEqualTo(Math.round(value * 16 / 255)).isBetween(0f, 16f);
      }
    }
    assertThat(new Mnist8x8().files("test", Parameters.NONE, place))
        .isEqualTo(new Mnist().files("test", Parameters.NONE, place));
  }

  private void write(String name, byte[] content) throws Exception {
    Files.write(folder.resolve(name), IdxFiles.gzip(content));
  }

  @Test
  @EnabledIf(
      value = "dev.glia.datasets.images.RealData#isThere",
      disabledReason = RealData.WHY_SKIPPED)
  void realDigitsStayWhatTheyAre() {
    try (Dataset small = new Mnist8x8().open("test", Parameters.NONE, RealData.place(folder));
        Dataset full = new Mnist().open("test", Parameters.NONE, RealData.place(folder))) {
      assertThat(small.size()).isEqualTo(full.size());
      assertThat(small.sample(5).label()).isEqualTo(full.sample(5).label());
    }
  }
}
