package dev.glia.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.integration.fixture.GliaProcess;
import dev.glia.integration.fixture.PlasticNetwork;
import dev.glia.integration.fixture.RunDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that goes on is changed from another terminal. */
class InterventionsTest {
  @TempDir Path temp;

  /**
   * Other threads, something impossible, a kill, and the rest of the way: as if nothing had been.
   */
  @Test
  void swappedKilledAndResumedRunHasTheSpikesOfAnUndisturbedOne() throws Exception {
    Files.writeString(temp.resolve("plastic.yaml"), PlasticNetwork.lasting("50 s"));
    GliaProcess glia = GliaProcess.in(temp);
    GliaProcess.Result undisturbed = glia.run("run", "plastic.yaml", "--runs", "undisturbed");
    assertThat(undisturbed.exitCode()).as(undisturbed.err()).isZero();

    try (GliaProcess.Running running =
        glia.start("run", "plastic.yaml", "--checkpoint", "1000 s", "--threads", "1")) {
      RunDirectory.awaitBegin(temp.resolve("runs"), running);
      GliaProcess.Result swapped = glia.run("swap", "latest", "--to", "cpu", "--threads", "2");
      assertThat(swapped.exitCode()).as(swapped.err()).isZero();
      assertThat(swapped.out()).contains("swap to cpu with 2 threads").contains("took");
      GliaProcess.Result impossible = glia.run("swap", "plastic", "--to", "cpu:7");
      assertThat(impossible.exitCode()).isEqualTo(2);
      assertThat(impossible.err()).contains("no device '7'");
      assertThat(running.isAlive()).as(running.err()).isTrue();
      running.kill();
      running.await();
    }
    GliaProcess.Result late = glia.run("swap", "latest", "--to", "cpu");
    assertThat(late.exitCode()).isEqualTo(2);
    assertThat(late.err()).contains("no run goes on");
    GliaProcess.Result resumed = glia.run("run", "--resume");
    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    assertThat(resumed.out()).contains("swap to cpu with 2 threads");

    RunDirectory run = RunDirectory.only(temp.resolve("runs"));
    RunDirectory expected = RunDirectory.only(temp.resolve("undisturbed"));
    assertThat(run.isComplete()).isTrue();
    assertThat(run.spikeChecksum()).isEqualTo(expected.spikeChecksum());
    for (String file : new String[] {"spikes-cells.npy", "trace-cells.v.npy"}) {
      assertThat(run.path().resolve(file)).hasSameBinaryContentAs(expected.path().resolve(file));
    }
  }

  @Test
  void aRunIsRerunWithEverythingThatWasDoneToIt() throws Exception {
    Files.writeString(temp.resolve("plastic.yaml"), PlasticNetwork.lasting("80 s"));
    GliaProcess glia = GliaProcess.in(temp);
    String id;
    try (GliaProcess.Running running = glia.start("run", "plastic.yaml")) {
      RunDirectory begun = RunDirectory.awaitBegin(temp.resolve("runs"), running);
      id = begun.toString().replace(".partial", "");
      assertDone(glia.run("set", id, "cells.tau_m=15 ms", "cells.v_threshold=-51 mV"));
      assertDone(glia.run("lesion", id, "cells[0..9]"));
      GliaProcess.Result ended = running.await();
      assertThat(ended.exitCode()).as(ended.err()).isZero();
    }
    RunDirectory run = RunDirectory.only(temp.resolve("runs"));
    assertThat(Files.readString(run.path().resolve("timeline.json"))).contains("cells.tau_m");

    GliaProcess.Result again = glia.run("rerun", id, "--runs", "again");
    assertThat(again.exitCode()).as(again.out() + again.err()).isZero();
    assertThat(again.out()).contains("all numbers are equal");
    assertThat(RunDirectory.only(temp.resolve("again")).spikeChecksum())
        .isEqualTo(run.spikeChecksum());
  }

  @Test
  void hundredScheduledSwapsLoseAndDoubleNothing() throws Exception {
    StringBuilder schedule = new StringBuilder("interventions:\n");
    for (int i = 1; i <= 100; i++) {
      schedule.append("  - {at: %d ms, swap: {to: cpu, threads: %d}}%n".formatted(i, 1 + i % 2));
    }
    Files.writeString(temp.resolve("plain.yaml"), PlasticNetwork.lasting("110 ms"));
    Files.writeString(temp.resolve("swapped.yaml"), PlasticNetwork.lasting("110 ms") + schedule);
    GliaProcess glia = GliaProcess.in(temp);

    for (String name : new String[] {"plain", "swapped"}) {
      GliaProcess.Result result = glia.run("run", name + ".yaml", "--runs", name);
      assertThat(result.exitCode()).as(result.err()).isZero();
    }

    RunDirectory swapped = RunDirectory.only(temp.resolve("swapped"));
    assertThat(swapped.spikeChecksum())
        .isEqualTo(RunDirectory.only(temp.resolve("plain")).spikeChecksum());
    assertThat(Files.readString(swapped.path().resolve("metrics.json")))
        .contains("\"interventions\": {\"value\": 100");
  }

  private static void assertDone(GliaProcess.Result result) {
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).contains("at tick");
  }
}
