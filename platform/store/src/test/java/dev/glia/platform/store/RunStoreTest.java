package dev.glia.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.api.component.Fault;
import dev.glia.platform.store.sqlite.SqliteRunStores;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStoreTest {
  @TempDir Path root;
  private RunStore store;

  @BeforeEach
  void open() {
    store = new SqliteRunStores().open(root.resolve("runs"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private String run(String slug, double accuracy) {
    String id = store.begin(Samples.run(slug));
    store.add(id, 0, Samples.cell("full", 0, Map.of("accuracy", accuracy, "loss", 1 - accuracy)));
    store.add(id, 1, Samples.cell("ablated", 0, Map.of("accuracy", accuracy / 2)));
    return id;
  }

  private void finish(String id) {
    StoredRun r = store.show(id);
    ClaimResult claim =
        new ClaimResult(
            "learns", "It learns", "a[b] > 1", Verdict.FAILED, 0.5, Double.NaN, 1, "", "No.");
    store.finish(
        r.ended(
            Outcome.COMPLETED,
            r.cells(),
            List.of(claim),
            List.of(Samples.figure("overview")),
            r.models(),
            3,
            2));
  }

  @Test
  void everythingComesBackAsItWas() {
    String id = store.begin(Samples.run("s"));
    ArtifactRecord artifact = store.keep("a.txt", "text/plain", "hello".getBytes());
    CellRecord plain =
        Samples.cell("full", -7, Map.of("nan", Double.NaN, "inf", Double.NEGATIVE_INFINITY));
    CellRecord cell =
        new CellRecord(
            0,
            plain.cell(),
            plain.key(),
            plain.hash(),
            plain.outcome(),
            plain.numbers(),
            new TreeMap<>(Map.of("inf", "Hz")),
            plain.series(),
            plain.figures(),
            List.of(artifact),
            plain.components(),
            plain.data(),
            plain.spikes(),
            plain.startedAt(),
            1.5,
            1.25,
            "");
    store.add(id, 0, cell);
    finish(id);

    StoredRun shown = store.show(id);

    assertThat(shown.outcome()).isEqualTo(Outcome.COMPLETED);
    assertThat(shown.spec()).isEqualTo(Samples.run("s").spec());
    assertThat(shown.models()).isEqualTo(Samples.run("s").models());
    assertThat(shown.where()).isEqualTo(Samples.run("s").where());
    assertThat(shown.cells())
        .usingRecursiveComparison()
        .withEqualsForType(Double::equals, Double.class)
        .ignoringFields("number")
        .isEqualTo(List.of(cell));
    assertThat(shown.figures())
        .usingRecursiveComparison()
        .withEqualsForType(Double::equals, Double.class)
        .isEqualTo(List.of(Samples.figure("overview")));
    assertThat(shown.exitCode()).isEqualTo(1);
    assertThat(store.read(artifact)).asString(StandardCharsets.UTF_8).isEqualTo("hello");
  }

  @Test
  void runsAreFoundByIdByItsBeginningAndAsTheLatest() {
    String first = run("first", 0.5);
    String second = run("second", 0.6);

    assertThat(store.show("fir").run()).isEqualTo(first);
    assertThat(store.show("latest").run()).isEqualTo(second);
    assertThatThrownBy(() -> store.show("third"))
        .isInstanceOf(Fault.class)
        .hasMessage("there's no run 'third'. Try glia runs to see which there are.");
    run("first", 0.7);
    assertThatThrownBy(() -> store.show("fir")).hasMessageContaining("may be first-");
  }

  @Test
  void conditionsSelectRunsByNumbersParametersAndFields() {
    String good = run("good", 0.9);
    String bad = run("bad", 0.4);

    assertThat(list("accuracy > 0.8")).containsExactly(good);
    assertThat(list("accuracy > 0.3 and condition = ablated")).containsExactly(good);
    assertThat(list("accuracy >= 0.4 and (seed = 0 or seed = 1)")).containsExactly(bad, good);
    assertThat(list("not accuracy > 0.42 and condition = full")).containsExactly(bad);
    assertThat(list("size = 100 and rule = 'stdp' and study ~ oo")).containsExactly(good);
    assertThat(list("rule != stdp")).isEmpty();
    assertThat(list("outcome = Completed")).hasSize(2);
    assertThat(store.list(RunQuery.NEWEST.sortedBy("accuracy", true)))
        .extracting(RunSummary::run)
        .containsExactly(good, bad);
    assertThat(store.list(RunQuery.NEWEST.page(1, 1)))
        .extracting(RunSummary::run)
        .containsExactly(good);
  }

  private List<String> list(String where) {
    return store.list(RunQuery.NEWEST.where(where)).stream().map(RunSummary::run).toList();
  }

  @Test
  void conditionsThatCannotBeReadAreRefusedWithTheirPlace() {
    run("s", 0.5);

    assertThatThrownBy(() -> list("accuracy > "))
        .hasMessageStartingWith("--where:1:12 a number, a word or a 'text' is wanted here\n");
    assertThatThrownBy(() -> list("accuracy 3")).hasMessageStartingWith("--where:1:10 one of = !=");
    assertThatThrownBy(() -> list("(accuracy > 3")).hasMessageContaining("a ')' is wanted here");
    assertThatThrownBy(() -> list("accuracy > 3 loss > 2")).hasMessageContaining("'and' or 'or'");
    assertThatThrownBy(() -> list("accurracy > 3"))
        .hasMessage(
            "--where: no cell has a number or parameter 'accurracy'; did you mean 'accuracy'?");
    assertThatThrownBy(() -> list("1; DROP TABLE runs")).isInstanceOf(Fault.class);
    assertThat(list("rule = \"' OR 1=1 --\"")).isEmpty();
  }

  @Test
  void comparisonShowsWhatDiffers() {
    String a = run("s", 0.5);
    String b = run("s", 0.75);

    Comparison comparison = store.compare(List.of(a, b));

    assertThat(comparison.sameResults()).isFalse();
    assertThat(comparison.rows())
        .filteredOn(Comparison.Row::differs)
        .extracting(row -> row.cell() + " " + row.name() + " " + row.values())
        .containsExactly(
            "full seed 0 accuracy [0.5, 0.75]",
            "full seed 0 loss [0.5, 0.25]",
            "ablated seed 0 accuracy [0.25, 0.375]");
    assertThat(store.compare(List.of(a, a)).sameResults()).isTrue();
  }

  @Test
  void exportIsReadableByOtherTools() throws IOException {
    String id = run("s", 0.5);
    finish(id);
    Path to = root.resolve("export");

    store.export(id, to);

    assertThat(to.resolve("cells.csv"))
        .content()
        .startsWith("cell,condition,seed,outcome,rule,size,accuracy,loss,wall_seconds")
        .contains("\r\n0,full,0,completed,stdp,100,0.5,0.5,1.5,1.25,hash,\r\n")
        .contains("\r\n1,ablated,0,completed,stdp,100,0.25,,1.5,1.25,hash,\r\n");
    assertThat(to.resolve("claims.csv")).content().contains("learns,FAILED,0.5,NaN,1.0");
    assertThat(to.resolve("run.json")).content().contains("\"name\":\"s\"");
    byte[] series = Files.readAllBytes(to.resolve("series/000-full.curve.npy"));
    assertThat(series).hasSize(128 + 4 * Double.BYTES).startsWith(0x93, 'N', 'U', 'M', 'P', 'Y');
    assertThat(to.resolve("figures/000-full.full.json")).content().contains("\"type\":\"Line\"");
    assertThatThrownBy(() -> store.export(id, to)).hasMessageContaining("isn't empty");
  }

  @Test
  void cleaningDeletesWhatNobodyNeedsAndOnlyThat() throws IOException {
    String complete = run("s", 0.5);
    finish(complete);
    ArtifactRecord lost = store.keep("lost.txt", "text/plain", "lost".getBytes());
    ArtifactRecord young = store.keep("young.txt", "text/plain", "young".getBytes());
    Files.setLastModifiedTime(path(lost), FileTime.from(Instant.now().minusSeconds(7200)));
    for (Path file : files()) {
      if (!file.equals(path(young))) {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(7200)));
      }
    }
    int before = files().size();

    GcReport dry = store.gc(Duration.ofDays(30), true);
    assertThat(files()).hasSize(before);
    GcReport real = store.gc(Duration.ofDays(30), false);

    assertThat(real).isEqualTo(dry);
    assertThat(real.items()).containsExactly("artifact " + lost.sha256());
    assertThat(real.bytes()).isEqualTo(4);
    assertThat(path(lost)).doesNotExist();
    assertThat(store.show(complete).cells()).hasSize(2);
    assertThat(store.read(young)).hasSize(5);
  }

  private Path path(ArtifactRecord artifact) {
    return root.resolve("runs/artifacts")
        .resolve(artifact.sha256().substring(0, 2))
        .resolve(artifact.sha256());
  }

  private List<Path> files() throws IOException {
    try (var files = Files.walk(root.resolve("runs/artifacts"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void changedArtifactIsNoticed() throws IOException {
    ArtifactRecord artifact = store.keep("a", "text/plain", "right".getBytes());
    Files.writeString(path(artifact), "wrong");

    assertThatThrownBy(() -> store.read(artifact)).hasMessageContaining("was changed");
  }

  @Test
  void folderOfSomethingElseIsRefused() throws IOException {
    Path other = Files.createDirectories(root.resolve("other"));
    Files.writeString(other.resolve("runs.db"), "no database at all, but a text of some length");

    assertThatThrownBy(() -> new SqliteRunStores().open(other))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("not a run store");
  }

  @Test
  void runOfALivingProcessIsNotReopened() {
    String id = run("s", 0.5);

    assertThatThrownBy(() -> store.reopen(id)).hasMessageContaining("being worked on");
    finish(id);
    assertThatThrownBy(() -> store.reopen(id)).hasMessageContaining("is complete");
  }

  @Test
  void cellIsClaimedByOneStoreAtATime() {
    try (RunStore other = new SqliteRunStores().open(root.resolve("runs"))) {
      assertThat(store.claim("a")).isTrue();
      assertThat(store.claim("a")).isFalse();
      assertThat(other.claim("a")).isFalse();
      assertThat(other.claim("b")).isTrue();
      other.release("a"); // not its own
      assertThat(other.claim("a")).isFalse();
      store.release("a");
      assertThat(other.claim("a")).isTrue();
    }
    assertThat(store.claim("a")).isTrue();
    assertThat(store.claim("b")).isTrue();
  }

  @Test
  void digestOfAFileIsOfItsContentNow() throws IOException {
    Path file = Files.writeString(root.resolve("data"), "one");
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(100)));
    String one = store.digest(file).orElseThrow();
    assertThat(store.digest(file)).contains(one);

    Files.writeString(file, "two");

    assertThat(store.digest(file)).isPresent().isNotEqualTo(Optional.of(one));
    assertThat(store.digest(root.resolve("nothing"))).isEmpty();
  }

  @Test
  void storeOfTheFirstVersionIsTakenOver() throws Exception {
    String id = run("s", 0.5);
    store.close();
    try (Connection old =
            DriverManager.getConnection("jdbc:sqlite:" + root.resolve("runs/runs.db"));
        Statement change = old.createStatement()) {
      for (String column :
          List.of(
              "runs.settings",
              "runs.forced",
              "runs.directory",
              "cells.spikes",
              "numbers.unit",
              "artifacts.path")) {
        String[] names = column.split("\\.");
        change.execute("ALTER TABLE " + names[0] + " DROP COLUMN " + names[1]);
      }
      for (String table : List.of("data", "digests", "work")) {
        change.execute("DROP TABLE " + table);
      }
      change.execute("PRAGMA user_version = 1");
    }

    store = new SqliteRunStores().open(root.resolve("runs"));

    StoredRun shown = store.show(id);
    assertThat(shown.cells()).hasSize(2);
    assertThat(shown.spec().isStudy()).isTrue();
    assertThat(shown.cells().getFirst().numbers()).containsEntry("accuracy", 0.5);
    assertThat(store.claim("a")).isTrue();
  }
}
