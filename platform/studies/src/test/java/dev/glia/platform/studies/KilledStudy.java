package dev.glia.platform.studies;

import dev.glia.api.study.Cell;
import dev.glia.api.study.Profile;
import dev.glia.platform.store.CellRecord;
import dev.glia.platform.store.RunStore;
import dev.glia.platform.store.sqlite.SqliteRunStores;
import java.nio.file.Path;

/** A process that runs a study, or goes on with one, and says what it does until it's killed. */
final class KilledStudy {
  static final StudyRequest REQUEST = StudyRequest.of("dice", Profile.QUICK).withSeeds(0, 8);

  private KilledStudy() {}

  public static void main(String[] arguments) {
    StudyRunner runner = runner();
    StudyListener listener =
        new StudyListener() {
          @Override
          public void started(String run, StudyPlan plan) {
            say("run " + run);
          }

          @Override
          public void cellStarted(Cell cell) {
            say("start " + cell);
          }

          @Override
          public void cellFinished(CellRecord cell, boolean cached) {
            say("have " + cell.cell());
          }
        };
    try (RunStore store = new SqliteRunStores().open(Path.of(arguments[0]))) {
      StudyOptions options = StudyOptions.standard().withCores(2);
      if (arguments.length == 1) {
        runner.run(REQUEST, options, store, listener);
      } else {
        runner.resume(arguments[1], options, store, listener);
      }
    }
    say("end");
  }

  /** Cells take about 50 ms of work. */
  static StudyRunner runner() {
    return new ListCatalog(
            new Dice(
                (cell, context) -> {
                  long end = System.nanoTime() + 50_000_000;
                  while (System.nanoTime() < end) {
                    Thread.onSpinWait();
                  }
                }))
        .runner();
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
