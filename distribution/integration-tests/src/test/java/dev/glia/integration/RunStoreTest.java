package dev.glia.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.integration.fixture.GliaProcess;
import dev.glia.integration.fixture.RunDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plain runs from the command line: kept, found, compared, run again. */
class RunStoreTest {
  private static final String SHORT = "time.run=100 ms";

  @TempDir Path temp;

  @Test
  void runsAreKeptFoundComparedExportedAndRunAgain() throws Exception {
    GliaProcess glia = GliaProcess.in(temp);
    assertThat(glia.run("run", "hello", "--set", SHORT).exitCode()).isZero();
    String first = RunDirectory.only(temp.resolve("runs")).path().getFileName().toString();
    assertThat(glia.run("run", "hello", "--set", SHORT, "--seed", "8").exitCode()).isZero();

    assertThat(glia.run("runs", "--where", "firing-rates.cells > 1 and seed = 7").out())
        .contains(first)
        .contains("completed")
        .doesNotContain("Go on");
    GliaProcess.Result shown = glia.run("show", first);
    assertThat(shown.out())
        .contains("firing-rates.cells")
        .contains("Hz")
        .contains("set     " + SHORT)
        .contains("again   glia rerun " + first);
    assertThat(glia.run("compare", first, "latest").out())
        .contains("number")
        .contains("spikes")
        .contains("results differ");
    assertThat(glia.run("export", first, "--to", "out").exitCode()).isZero();
    assertThat(temp.resolve("out/artifacts/000-run/spec.binpb")).isNotEmptyFile();
    assertThat(temp.resolve("out/artifacts/000-run/spikes-cells.npy"))
        .hasSameBinaryContentAs(temp.resolve("runs/" + first + "/spikes-cells.npy"));

    // The specification is the store's: neither the file nor the run's folder is needed.
    Files.move(temp.resolve("runs"), temp.resolve("elsewhere"));
    GliaProcess.Result again = glia.run("rerun", first);
    assertThat(again.exitCode()).as(again.out() + again.err()).isZero();
    assertThat(again.out()).contains("all numbers are equal to those of " + first);
    assertThat(glia.run("gc", "--older-than", "0").out()).contains("0 items");
  }

  @Test
  void killedRunIsListedAsInterruptedWithTheLineThatGoesOn() throws Exception {
    GliaProcess glia = GliaProcess.in(temp);
    String[] command = {"run", "hello", "--set", "time.run=10000 s", "--checkpoint", "100 ms"};
    try (GliaProcess.Running running = glia.start(command)) {
      RunDirectory.awaitCheckpoint(temp.resolve("runs"), running);
      awaitParts(1, running);
      running.kill();
      running.await();
    }
    RunDirectory run = RunDirectory.only(temp.resolve("runs"));
    String id = run.path().getFileName().toString().replace(".partial", "");

    assertThat(glia.run("runs").out())
        .contains(id + " interrupted. Go on: glia run --resume " + run.path().toRealPath());

    try (GliaProcess.Running resumed = glia.start("run", "--resume", id)) {
      awaitParts(2, resumed);
      assertThat(glia.run("runs").out()).contains("running").doesNotContain("Go on");
      resumed.interrupt();
      assertThat(resumed.await().exitCode()).isEqualTo(130);
    }
    assertThat(glia.run("runs").out()).contains(id + " cancelled. Go on: glia run --resume ");
  }

  /** Waits until the run's log says that so many parts began; by then the store knows. */
  private void awaitParts(int parts, GliaProcess.Running running) throws Exception {
    RunDirectory run = RunDirectory.only(temp.resolve("runs"));
    running.await(parts + " parts", () -> run.log().split(" at tick ").length > parts);
  }
}
