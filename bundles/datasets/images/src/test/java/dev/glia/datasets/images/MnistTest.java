package dev.glia.datasets.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.api.component.Fault;
import dev.glia.api.component.Parameters;
import dev.glia.api.data.DataPlace;
import dev.glia.api.data.DataProgress;
import dev.glia.api.data.Dataset;
import dev.glia.api.data.DatasetSource;
import dev.glia.api.data.Sample;
import dev.glia.api.testkit.ServiceClaims;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MnistTest {
  @TempDir Path folder;

  static DatasetSource[] all() {
    return new DatasetSource[] {new Mnist(), new FashionMnist(), new Digits8x8()};
  }

  @ParameterizedTest
  @MethodSource("all")
  void bundleRegistersWhatTheSourceDescribes(DatasetSource source) throws IOException {
    ServiceClaims.check(source);
    assertThat(source.splits()).containsExactly("train", "test");
  }

  @Test
  void partOfTheTrainingSetIsAcceptedAndCounted() throws IOException {
    write(folder, "train-images-idx3-ubyte", IdxFiles.counting(20, 28, 28));
    write(folder, "train-labels-idx1-ubyte", IdxFiles.labels(20));
    Dataset train = open(new Mnist(), "train");
    assertThat(train.size()).isEqualTo(20);
    assertThat(train.origin()).isEqualTo("20 of 60000 images, from " + folder);
    assertThat(train.classes()).isEqualTo(10);
    assertThat(train.shape()).containsExactly(28, 28);
    Sample last = train.sample(19);
    assertThat(last.label()).isEqualTo(9);
    assertThat(last.values()).hasSize(784);
    assertThat(last.values()[0]).isEqualTo((19 * 784) & 0xFF);
    assertThat(last.events()).isEmpty();
    assertThatThrownBy(() -> train.sample(20)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> train.sample(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void folderOfItsOwnComesBeforeTheDirectory() throws IOException {
    writeTest(folder, 3, ".gz");
    writeTest(Files.createDirectory(folder.resolve("fashion-mnist")), 4, ".gz");
    assertThat(open(new FashionMnist(), "test").size()).isEqualTo(4);
    assertThat(open(new Mnist(), "test").size()).isEqualTo(3);
  }

  @Test
  void cacheIsLookedIntoLast() throws IOException {
    writeTest(Files.createDirectories(folder.resolve("cache/mnist")), 5, "");
    assertThat(open(new Mnist(), "test").size()).isEqualTo(5);
  }

  @Test
  void imagesAndLabelsMustBelongTogether() throws IOException {
    write(folder, "t10k-images-idx3-ubyte", IdxFiles.counting(4, 2, 2));
    write(folder, "t10k-labels.idx1-ubyte", IdxFiles.labels(5));
    assertThatThrownBy(() -> open(new Mnist(), "test"))
        .isInstanceOf(Fault.class)
        .hasMessageContainingAll("4 images", "5 labels", "t10k-labels.idx1-ubyte");
  }

  @Test
  void labelsBeyondTheClassesAreRefused() throws IOException {
    write(folder, "t10k-images-idx3-ubyte", IdxFiles.counting(3, 2, 2));
    write(folder, "t10k-labels-idx1-ubyte", IdxFiles.of(8, new int[] {3}, new byte[] {1, 10, 2}));
    assertThatThrownBy(() -> open(new Mnist(), "test"))
        .isInstanceOf(Fault.class)
        .hasMessageContainingAll("t10k-labels-idx1-ubyte: at byte 9: label 10");
  }

  @Test
  void absenceSaysWhatToPutWhere() {
    assertThatThrownBy(() -> open(new Mnist(), "train"))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.kind()).isEqualTo(Fault.Kind.MISSING))
        .hasMessageContainingAll(
            "train-images-idx3-ubyte.gz", folder.resolve("mnist").toString(), "allow fetching");
    assertThatThrownBy(() -> open(new Mnist(), "validation"))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("no split 'validation'");
  }

  @Test
  void mistypedDirectoryIsNotAReasonToFetch() {
    DataPlace place =
        new DataPlace(Optional.of(folder.resolve("dta")), folder, true, DataProgress.SILENT);
    assertThatThrownBy(() -> new Mnist().open("test", Parameters.NONE, place))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("there's no data directory");
  }

  @Test
  @EnabledIf(
      value = "dev.glia.datasets.images.RealData#isThere",
      disabledReason = RealData.WHY_SKIPPED)
  void realDigitsAreRead() {
    Dataset test = new Mnist().open("test", Parameters.NONE, RealData.place(folder));
    assertThat(test.size()).isEqualTo(10_000);
    int[] classes = new int[10];
    double brightness = 0;
    for (int i = 0; i < 10_000; i++) {
      Sample sample = test.sample(i);
      classes[sample.label()]++;
      for (float value : sample.values()) {
        brightness += value / (10_000.0 * 784 * 255);
      }
    }
    // as the literature counts them; the mean brightness of the test set is 0.1325
    assertThat(classes).containsExactly(980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009);
    assertThat(brightness).isBetween(0.1324, 0.1326);
    Dataset train = new Mnist().open("train", Parameters.NONE, RealData.place(folder));
    assertThat(train.size()).isBetween(1_000L, 60_000L);
    assertThat(train.origin()).startsWith(train.size() + " of 60000 images");
  }

  private static void writeTest(Path folder, int count, String ending) throws IOException {
    byte[] images = IdxFiles.counting(count, 28, 28);
    byte[] labels = IdxFiles.labels(count);
    boolean compressed = ending.equals(".gz");
    write(folder, "t10k-images-idx3-ubyte" + ending, compressed ? IdxFiles.gzip(images) : images);
    write(folder, "t10k-labels-idx1-ubyte" + ending, compressed ? IdxFiles.gzip(labels) : labels);
  }

  private static void write(Path folder, String name, byte[] content) throws IOException {
    Files.write(folder.resolve(name), content);
  }

  private Dataset open(DatasetSource source, String split) {
    return source.open(
        split,
        Parameters.NONE,
        new DataPlace(Optional.of(folder), folder.resolve("cache"), false, DataProgress.SILENT));
  }
}
