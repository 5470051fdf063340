package dev.glia.platform.studies;

import dev.glia.api.study.Cell;
import dev.glia.api.study.Profile;
import dev.glia.platform.store.CellRecord;
import dev.glia.platform.store.RunStore;
import dev.glia.platform.store.sqlite.SqliteRunStores;
import dev.glia.platform.testkit.TestCatalog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process that runs a study, or goes on with one, and says what it does until it's killed. */
final class KilledStudy {
  static final StudyRequest REQUEST = StudyRequest.of("dice", Profile.QUICK).withSeeds(0, 8);

  /** Begins when there's something on standard input. */
  static final String WAIT = "wait";

  private KilledStudy() {}

  /**
   * Runs.
   *
   * @param arguments the store, then the run to go on with, or {@link #WAIT}
   */
  public static void main(String[] arguments) throws IOException {
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
            say((cached ? "kept " : "have ") + cell.cell());
          }
        };
    try (RunStore store = new SqliteRunStores().open(Path.of(arguments[0]))) {
      StudyOptions options = StudyOptions.standard().withCores(2);
      if (arguments.length == 2 && arguments[1].equals(WAIT)) {
        say("ready");
        System.in.read();
      }
      if (arguments.length == 1 || arguments[1].equals(WAIT)) {
        runner.run(REQUEST, options, store, listener);
      } else {
        runner.resume(arguments[1], options, store, listener);
      }
    }
    say("end");
  }

  /** Cells take about 50 ms of work. */
  static StudyRunner runner() {
    return Lab.over(
        TestCatalog.of(
            new Dice(
                (cell, context) -> {
                  long end = System.nanoTime() + 50_000_000;
                  while (System.nanoTime() < end) {
                    Thread.onSpinWait();
                  }
                })));
  }

  /** Starts a process, which inherits standard error. */
  static Process start(Path store, String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                KilledStudy.class.getName(),
                store.toString()));
    command.addAll(List.of(more));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
