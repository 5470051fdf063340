package dev.glia.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.platform.store.sqlite.SqliteRunStores;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kill -9 of a process that writes. */
class KilledStoreTest {
  private static final int KILLS = Integer.getInteger("glia.kills", 6);

  @TempDir Path root;

  @Test
  void storeIsReadableAndWholeWheneverItsWriterIsKilled() throws Exception {
    Random random = new Random(3);
    long cells = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Process writer =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "--enable-native-access=ALL-UNNAMED",
                  "-cp",
                  System.getProperty("java.class.path"),
                  KilledWriter.class.getName(),
                  root.toString(),
                  String.valueOf(1000L * kill))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (BufferedReader out = writer.inputReader()) {
        assertThat(out.readLine()).isEqualTo("begin");
        // Some are killed while they make the database, others in the midst of their work.
        assertThat(kill % 2 == 0 || out.readLine().equals("added")).isTrue();
        writer.waitFor(random.nextInt(400) + 1L, TimeUnit.MILLISECONDS);
      } finally {
        writer.destroyForcibly().waitFor();
      }
      long now = readAll();
      assertThat(now).isGreaterThanOrEqualTo(cells);
      cells = now;
    }
    assertThat(cells).isPositive();
  }

  /** Whatever can be seen is whole. */
  private long readAll() {
    try (RunStore store = new SqliteRunStores().open(root)) {
      long cells = 0;
      List<RunSummary> runs = store.list(RunQuery.NEWEST.page(0, Integer.MAX_VALUE));
      assertThat(runs).allMatch(run -> run.outcome() == Outcome.INTERRUPTED);
      for (RunSummary summary : runs) {
        StoredRun run = store.show(summary.run());
        assertThat(run.cells()).hasSizeLessThanOrEqualTo(KilledWriter.CELLS);
        for (CellRecord cell : run.cells()) {
          long seed = cell.cell().seed();
          assertThat(cell.numbers())
              .containsEntry("a", 1.0 * seed)
              .containsEntry("b", 2.0 * seed)
              .containsEntry("c", 3.0 * seed);
          assertThat(cell.figures()).hasSize(1);
          assertThat(cell.components()).hasSize(1);
          assertThat(new String(store.read(cell.artifacts().getFirst()), StandardCharsets.UTF_8))
              .isEqualTo(KilledWriter.content(cell.cell().condition(), seed));
          cells++;
        }
      }
      return cells;
    }
  }
}
