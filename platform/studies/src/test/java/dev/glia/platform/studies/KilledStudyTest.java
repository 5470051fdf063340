package dev.glia.platform.studies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.platform.store.CellRecord;
import dev.glia.platform.store.Outcome;
import dev.glia.platform.store.RunStore;
import dev.glia.platform.store.StoredRun;
import dev.glia.platform.store.sqlite.SqliteRunStores;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kill -9 of a study again and again, each time resumed. */
class KilledStudyTest {
  private static final int KILLS = Integer.getInteger("glia.kills", 4);

  @TempDir Path root;

  @Test
  void killedStudyEndsAsAnUndisturbedOneAndNoCellThatIsDoneRunsAgain() throws Exception {
    Random random = new Random(5);
    Set<String> done = new HashSet<>();
    String run = null;
    int hits = 0;
    boolean ended = false;
    for (int kill = 0; kill < KILLS && !ended; kill++) {
      Path store = root.resolve("killed");
      Process process = run == null ? KilledStudy.start(store) : KilledStudy.start(store, run);
      long patience = random.nextInt(250) + 1;
      try (BufferedReader out = process.inputReader()) {
        String first = out.readLine();
        assertThat(first).startsWith("run ");
        run = first.substring(4);
        process.waitFor(patience, TimeUnit.MILLISECONDS);
        // Process would close what is still to be read.
        process.toHandle().destroyForcibly();
        process.waitFor();
        // The kill may also come after the last cell: then there is nothing to resume.
        ended = isComplete(run);
        hits += ended ? 0 : 1;
        check(out.lines().toList(), done);
      }
    }
    assertThat(hits)
        .as("a fast machine may end the study, but not before it was killed")
        .isPositive();
    try (RunStore store = new SqliteRunStores().open(root.resolve("killed"))) {
      if (!ended) {
        KilledStudy.runner().resume(run, StudyOptions.standard(), store, StudyListener.SILENT);
      }
      assertThat(numbers(store.show(run))).isEqualTo(undisturbed());
    }
  }

  private boolean isComplete(String run) {
    try (RunStore store = new SqliteRunStores().open(root.resolve("killed"))) {
      return store.show(run).outcome() == Outcome.COMPLETED;
    }
  }

  /** Cells that were known when a process began are had at once; none of them is started. */
  private static void check(List<String> lines, Set<String> done) {
    for (String line : lines) {
      if (line.startsWith("start ")) {
        assertThat(done).doesNotContain(line.substring(6));
      } else if (line.startsWith("have ") || line.startsWith("kept ")) {
        done.add(line.substring(5));
      }
    }
  }

  private List<String> undisturbed() {
    try (RunStore store = new SqliteRunStores().open(root.resolve("undisturbed"))) {
      return numbers(
          KilledStudy.runner()
              .run(KilledStudy.REQUEST, StudyOptions.standard(), store, StudyListener.SILENT));
    }
  }

  private static List<String> numbers(StoredRun run) {
    List<String> rows = new ArrayList<>();
    for (CellRecord cell : run.cells()) {
      rows.add(cell.cell() + " " + cell.hash() + " " + cell.numbers() + " " + cell.artifacts());
    }
    run.claims().forEach(claim -> rows.add(claim.toString()));
    return rows;
  }
}
