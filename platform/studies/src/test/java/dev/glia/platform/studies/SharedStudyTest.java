package dev.glia.platform.studies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.platform.store.Outcome;
import dev.glia.platform.store.RunQuery;
import dev.glia.platform.store.RunStore;
import dev.glia.platform.store.RunSummary;
import dev.glia.platform.store.sqlite.SqliteRunStores;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes that run the same study into the same store at the same time. */
class SharedStudyTest {
  @TempDir Path root;

  @Test
  void noCellIsRunByBothAndBothHaveAll() throws Exception {
    List<String> lines = new ArrayList<>();
    try (var first = new Worker(root);
        var second = new Worker(root)) {
      first.go();
      second.go();
      lines.addAll(first.rest());
      lines.addAll(second.rest());
    }

    assertThat(lines.stream().filter(line -> line.startsWith("start ")))
        .hasSize(16)
        .doesNotHaveDuplicates();
    assertThat(lines.stream().filter(line -> line.startsWith("kept "))).hasSize(16);
    try (RunStore store = new SqliteRunStores().open(root)) {
      List<RunSummary> runs = store.list(RunQuery.NEWEST);
      assertThat(runs).extracting(RunSummary::outcome).containsOnly(Outcome.COMPLETED);
      assertThat(runs).extracting(RunSummary::cells).containsExactly(16, 16);
      assertThat(store.compare(runs.stream().map(RunSummary::run).toList()).sameResults()).isTrue();
    }
  }

  @Test
  void cellsOfAProcessThatDiedAreTakenOver() throws Exception {
    List<String> lines;
    try (var first = new Worker(root);
        var second = new Worker(root)) {
      first.go();
      first.awaitStart(); // it has claimed a cell, and is at it
      first.kill();
      second.go();
      lines = second.rest();
    }

    assertThat(lines).contains("end");
    assertThat(lines.stream().filter(l -> l.startsWith("start ") || l.startsWith("kept ")))
        .hasSize(16);
  }

  /** A process that has opened the store and waits. */
  private static final class Worker implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;

    Worker(Path store) throws IOException {
      process = KilledStudy.start(store, KilledStudy.WAIT);
      out = process.inputReader();
      assertThat(out.readLine()).isEqualTo("ready");
    }

    void go() throws IOException {
      process.getOutputStream().write('\n');
      process.getOutputStream().flush();
    }

    void awaitStart() throws IOException {
      String line = out.readLine();
      while (!line.startsWith("start ")) {
        line = out.readLine();
      }
    }

    void kill() throws InterruptedException {
      process.toHandle().destroyForcibly();
      process.waitFor();
    }

    List<String> rest() {
      return out.lines().toList();
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }
}
