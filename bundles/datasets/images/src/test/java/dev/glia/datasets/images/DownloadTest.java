package dev.glia.datasets.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.api.component.Fault;
import dev.glia.api.data.DataPlace;
import dev.glia.api.data.DataProgress;
import dev.glia.api.data.Dataset;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DownloadTest {
  private static final byte[] CONTENT = new byte[300_000];

  static {
    new SplittableRandom(1).nextBytes(CONTENT);
  }

  @TempDir Path folder;
  private MirrorServer mirror;
  private RemoteFile file;

  @BeforeEach
  void startMirror() throws IOException {
    mirror = new MirrorServer().offer("a.gz", CONTENT);
    Path original = Files.write(folder.resolve("original"), CONTENT);
    file = new RemoteFile("a.gz", Sha256.of(original));
  }

  @AfterEach
  void stopMirror() {
    mirror.close();
  }

  @Test
  void fileIsFetchedOnceAndProgressIsTold() throws IOException {
    List<Long> told = new ArrayList<>();
    DataProgress progress =
        (what, done, total) -> {
          assertThat(what).isEqualTo("fetching a.gz");
          assertThat(total).isEqualTo(CONTENT.length);
          told.add(done);
        };
    Path cache = folder.resolve("new/cache");
    Path first = new Download(List.of(mirror.address()), progress).fetch(file, cache);
    new Download(List.of(mirror.address()), progress).fetch(file, cache);
    assertThat(Files.readAllBytes(first)).isEqualTo(CONTENT);
    assertThat(told).isSorted().endsWith((long) CONTENT.length);
    assertThat(mirror.requests).containsExactly("/data/a.gz");
    assertThat(names(cache)).containsExactlyInAnyOrder("a.gz", ".lock");
  }

  @Test
  void cutDownloadIsResumedWhereItStopped() throws IOException {
    mirror.cutAfter = 100_000;
    assertThat(Files.readAllBytes(fetch())).isEqualTo(CONTENT);
    assertThat(mirror.requests).hasSize(2);
    assertThat(mirror.requests.get(1)).matches("/data/a.gz bytes=\\d+-").isNotEqualTo("bytes=0-");
  }

  @Test
  void partOfAnEarlierRunIsGoneOnWith() throws IOException {
    Files.write(folder.resolve("a.gz.part"), Arrays.copyOf(CONTENT, 250_000));
    assertThat(Files.readAllBytes(fetch())).isEqualTo(CONTENT);
    assertThat(mirror.requests).containsExactly("/data/a.gz bytes=250000-");
  }

  @Test
  void wholePartOfAnEarlierRunIsJustChecked() throws IOException {
    Files.write(folder.resolve("a.gz.part"), CONTENT);
    assertThat(Files.readAllBytes(fetch())).isEqualTo(CONTENT);
    assertThat(mirror.requests).hasSize(1);
  }

  @Test
  void serverWithoutRangesSendsAllOfItAgain() throws IOException {
    mirror.knowsRanges = false;
    Files.write(folder.resolve("a.gz.part"), Arrays.copyOf(CONTENT, 250_000));
    assertThat(Files.readAllBytes(fetch())).isEqualTo(CONTENT);
  }

  @Test
  void spoiledPartIsThrownAwayAndAllIsFetchedAgain() throws IOException {
    Files.write(folder.resolve("a.gz.part"), new byte[250_000]);
    assertThat(Files.readAllBytes(fetch())).isEqualTo(CONTENT);
    assertThat(mirror.requests).containsExactly("/data/a.gz bytes=250000-", "/data/a.gz");
  }

  @Test
  void tooLongPartIsThrownAway() throws IOException {
    Files.write(folder.resolve("a.gz.part"), new byte[400_000]);
    assertThat(Files.readAllBytes(fetch())).isEqualTo(CONTENT);
  }

  @Test
  void wrongContentIsRefusedAndNothingIsLeft() throws IOException {
    byte[] forged = CONTENT.clone();
    forged[7]++;
    mirror.offer("a.gz", forged);
    assertThatThrownBy(this::fetch)
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.kind()).isEqualTo(Fault.Kind.EXTERNAL))
        .hasMessageContainingAll("a.gz", "its SHA-256 is", file.sha256());
    assertThat(names(folder)).doesNotContain("a.gz", "a.gz.part");
    assertThat(mirror.requests).as("a mirror with another file isn't asked again").hasSize(1);
  }

  @Test
  void nextMirrorTakesOver() throws IOException {
    try (MirrorServer good = new MirrorServer().offer("a.gz", CONTENT)) {
      byte[] forged = CONTENT.clone();
      forged[7]++;
      mirror.offer("a.gz", forged);
      URI nobody = URI.create("http://127.0.0.1:1/data/");
      Path path =
          new Download(
                  List.of(
                      nobody,
                      URI.create(mirror.address() + "empty/"),
                      mirror.address(),
                      good.address()),
                  DataProgress.SILENT)
              .fetch(file, folder);
      assertThat(Files.readAllBytes(path)).isEqualTo(CONTENT);
    }
  }

  @Test
  void everyMirrorsFailureIsTold() {
    URI nobody = URI.create("http://127.0.0.1:1/data/");
    URI empty = URI.create(mirror.address() + "empty/");
    assertThatThrownBy(
            () -> new Download(List.of(nobody, empty), DataProgress.SILENT).fetch(file, folder))
        .isInstanceOf(Fault.class)
        .hasMessageContainingAll(
            nobody + "a.gz", empty + "a.gz: HTTP status 404", "put the file into " + folder);
  }

  @Test
  void silentServerIsGivenUpAndItsPartIsKept() throws IOException {
    mirror.cutAfter = 1000;
    mirror.hangs = true;
    Path part = folder.resolve("a.gz.part");
    String failure =
        new Transfer(DataProgress.SILENT, Duration.ofMillis(200))
            .run(mirror.address().resolve("a.gz"), part, "a.gz");
    assertThat(failure).isEqualTo("it fell silent after 1000 bytes");
    assertThat(Files.readAllBytes(part)).isEqualTo(Arrays.copyOf(CONTENT, 1000));
  }

  @Test
  void interruptedDownloadStopsAndKeepsTheInterruption() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(this::fetch).isInstanceOf(Fault.class).hasMessageContaining("interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void collectionFetchesIntoTheCacheAndReadsIt() throws IOException {
    byte[] images = IdxFiles.gzip(IdxFiles.counting(12, 28, 28));
    byte[] labels = IdxFiles.gzip(IdxFiles.labels(12));
    mirror.offer("t10k-images-idx3-ubyte.gz", images).offer("t10k-labels-idx1-ubyte.gz", labels);
    IdxCollection.Split split =
        new IdxCollection.Split(
            new RemoteFile("t10k-images-idx3-ubyte.gz", hash(images)),
            new RemoteFile("t10k-labels-idx1-ubyte.gz", hash(labels)),
            10_000);
    IdxCollection collection =
        new IdxCollection("mnist", 10, List.of(mirror.address()), Map.of("test", split));
    Path cache = folder.resolve("cache");
    DataPlace place = new DataPlace(Optional.empty(), cache, true, DataProgress.SILENT);
    for (int run = 0; run < 2; run++) {
      Dataset test = collection.open("test", place);
      assertThat(test.size()).isEqualTo(12);
      assertThat(test.origin()).startsWith("12 of 10000 images");
    }
    assertThat(mirror.requests).hasSize(2);
    assertThat(names(cache.resolve("mnist")))
        .contains("t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz");
  }

  private String hash(byte[] content) throws IOException {
    return Sha256.of(Files.write(folder.resolve("hashed"), content));
  }

  private Path fetch() {
    return new Download(List.of(mirror.address()), DataProgress.SILENT).fetch(file, folder);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).toList();
    }
  }
}
