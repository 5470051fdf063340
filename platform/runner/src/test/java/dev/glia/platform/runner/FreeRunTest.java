package dev.glia.platform.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.v1.Artifact;
import dev.glia.v1.ExperimentSpec;
import dev.glia.v1.RunOutcome;
import dev.glia.v1.RunRecord;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreeRunTest {
  @TempDir Path root;

  private RunResult run(String text, String... overrides) {
    return Lab.runner()
        .run(
            ExperimentReader.parse("lab.yaml", text, List.of(overrides)),
            RunOptions.in(root),
            RunListener.SILENT);
  }

  @Test
  void planSaysWhatWouldRunAndWritesNothing() {
    Plan plan = Lab.runner().check(ExperimentReader.parse("lab.yaml", Texts.FREE, List.of()));

    assertThat(plan.populations())
        .containsExactly(
            new Plan.PopulationPlan("noise", "poisson@1.0.0", 20),
            new Plan.PopulationPlan("cells", "lif@1.0.0", 20));
    assertThat(plan.projections())
        .containsExactly(
            new Plan.ProjectionPlan(
                "noise->cells", "noise", "cells", "exponential", "i_syn", 120, List.of()));
    assertThat(plan.ticks()).isEqualTo(1000);
    assertThat(plan.fit().fits()).isTrue();
    assertThat(plan.components())
        .extracting(c -> c.getKind() + " " + c.getId() + "@" + c.getVersion())
        .contains("neuron lif@1.0.0", "driver reference@1.0.0", "analyzer raster@1.0.0");
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void completeRunLeavesOneDirectoryWithEverything() throws Exception {
    RunResult result = run(Texts.FREE);
    RunRecord record = result.record();
    Path directory = result.directory();

    assertThat(record.getOutcome()).isEqualTo(RunOutcome.RUN_OUTCOME_COMPLETED);
    assertThat(record.getId()).matches("lab-\\d{8}-\\d{6}-[0-9a-f]{4}");
    assertThat(directory).isEqualTo(root.resolve(record.getId()));
    try (var files = Files.list(root)) {
      assertThat(files).containsExactly(directory);
    }
    try (var files = Files.list(directory)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "experiment.yaml",
              "spec.json",
              "spec.binpb",
              "record.json",
              "metrics.json",
              "log.txt",
              "firing-rates.csv",
              "raster.svg",
              "spikes-cells.npy",
              "trace-cells.v.npy",
              "trace-cells.v.ticks.npy");
    }
    assertThat(directory.resolve("experiment.yaml")).hasContent(Texts.FREE);
    assertThat(ExperimentSpec.parseFrom(Files.readAllBytes(directory.resolve("spec.binpb"))))
        .isEqualTo(ExperimentReader.parse("lab.yaml", Texts.FREE, List.of()).spec());
    for (Artifact artifact : record.getArtifactsList()) {
      byte[] content = Files.readAllBytes(directory.resolve(artifact.getFile()));
      assertThat(content).hasSize((int) artifact.getBytes());
      assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)))
          .isEqualTo(artifact.getSha256());
    }
    assertThat(Files.readString(directory.resolve("metrics.json")))
        .contains("\"firing-rates.cells\": {\"value\": ");
    assertThat(result.tables()).extracting(RunResult.Table::name).contains("firing-rates");
    assertThat(Lab.CATALOG.openLeases()).isZero();
  }

  @Test
  void sameSeedGivesSameResultsAndAnotherSeedOthers() {
    RunResult first = run(Texts.FREE);
    RunResult second = run(Texts.FREE);
    RunResult other = run(Texts.FREE, "seed=8");

    assertThat(second.record().getSpikeChecksum())
        .isNotEmpty()
        .isEqualTo(first.record().getSpikeChecksum())
        .isNotEqualTo(other.record().getSpikeChecksum());
    assertThat(second.record().getArtifactsList()).isEqualTo(first.record().getArtifactsList());
  }

  @Test
  void threadsDoNotChangeResults() {
    Experiment experiment =
        ExperimentReader.parse(
            "lab.yaml",
            Texts.FREE,
            List.of("target=cpu", "populations.cells.size=3000", "time.run=30 ms"));
    RunRecord one = runWith(experiment, 1);
    RunRecord two = runWith(experiment, 2);

    assertThat(two.getSpikeChecksum()).isEqualTo(one.getSpikeChecksum());
    assertThat(two.getArtifactsList()).isEqualTo(one.getArtifactsList());
  }

  private RunRecord runWith(Experiment experiment, int threads) {
    return Lab.runner()
        .run(experiment, RunOptions.in(root).withThreads(threads), RunListener.SILENT)
        .record();
  }

  @Test
  void currentFlowsBetweenItsTimesOnly() throws Exception {
    String text =
        """
        glia: 1
        name: step
        time: {dt: 0.1 ms, run: 50 ms}
        populations:
          cells: {model: lif, size: 1, v_threshold: 0 mV}
        inputs:
          - {to: cells, current: 0.1 nA, from: 10 ms, until: 30 ms}
        probes:
          - {of: cells, record: v, every: 10 ms}
        target: reference
        """;
    float[] v = samples(run(text).directory().resolve("trace-cells.v.npy"));

    // tau 20 ms, r 100 MOhm: 10 mV above rest if it lasted.
    double rest = -65e-3;
    assertThat(v).hasSize(5);
    assertThat((double) v[0]).isCloseTo(rest, within());
    assertThat((double) v[1]).isCloseTo(rest + 10e-3 * (1 - Math.exp(-0.5)), within());
    assertThat((double) v[2]).isCloseTo(rest + 10e-3 * (1 - Math.exp(-1)), within());
    assertThat((double) v[3])
        .isCloseTo(rest + 10e-3 * (1 - Math.exp(-1)) * Math.exp(-0.5), within());
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(1e-7);
  }

  /** Values of a one-column float file. */
  private static float[] samples(Path file) throws Exception {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(10 + bytes.getShort(8));
    float[] values = new float[bytes.remaining() / 4];
    bytes.asFloatBuffer().get(values);
    return values;
  }

  @Test
  void perNeuronParametersAreDrawnFromTheSeed() {
    String text =
        """
        glia: 1
        name: drawn
        time: {dt: 0.1 ms, run: 20 ms}
        populations:
          cells: {model: lif, size: 50, tau_m: {normal: [20 ms, 5 ms]}, start: {v: {uniform: [-65 mV, -51 mV]}}}
        probes: [{of: cells, record: v, every: 20 ms}]
        target: reference
        """;
    List<Artifact> once = run(text).record().getArtifactsList();
    assertThat(run(text).record().getArtifactsList()).isEqualTo(once);
    assertThat(run(text, "seed=5").record().getArtifactsList()).isNotEqualTo(once);
  }

  @Test
  void equalSynapsesShareAReceptorAndOthersDont() {
    String text =
        Texts.FREE.replace(
            "inputs:",
            """
              - {from: cells, to: cells, topology: all-to-all, synapse: exponential, weight: 0 nA}
              - {from: cells, to: cells, topology: all-to-all, synapse: {exponential: {tau: 5 ms}}, weight: 0 nA}
              - {from: cells, to: cells, topology: all-to-all, synapse: {exponential: 7 ms}, weight: 0 nA}
            inputs:\
            """);
    // A probe names what there is: one receptor with 5 ms, given or by default, and one with 7 ms.
    String probed =
        text.replace("record: v, first: 10", "record: [exponential.i, exponential-2.i], first: 2");
    assertThat(run(probed).directory())
        .isDirectoryContaining("glob:**/trace-cells.exponential-2.i.npy");

    String three = text.replace("record: v, first: 10", "record: exponential-3.i");
    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> run(three)))
        .hasMessageContaining("'exponential-3.i' can't be recorded of cells");
  }

  @Test
  void progressIsToldToTheEnd() {
    List<RunProgress> heard = new ArrayList<>();
    Lab.runner()
        .run(
            ExperimentReader.parse("lab.yaml", Texts.FREE, List.of()),
            RunOptions.in(root),
            new RunListener() {
              @Override
              public void progress(RunProgress progress) {
                heard.add(progress);
              }
            });

    assertThat(heard)
        .contains(new RunProgress("run", 100, 100, "ms", java.util.Map.of()))
        .last()
        .isEqualTo(new RunProgress("analyze", 2, 2, "analyses", java.util.Map.of()));
  }

  @Test
  void timesThatAreRoundedAreTold() {
    Plan plan =
        Lab.runner()
            .check(
                ExperimentReader.parse(
                    "lab.yaml", Texts.FREE, List.of("projections.0.delay=1.53 ms")));

    assertThat(plan.notes())
        .containsExactly("noise->cells.delay: 1.53 ms is rounded to 15 ticks, 1.5 ms");
  }

  @Test
  void weightsAreKeptAsAMatrixAndAsASeries() throws Exception {
    String text =
        Texts.FREE.replace(
            "probes:", "probes:\n  - {of: noise->cells, record: weights, every: 40 ms}");
    Path directory = run(text).directory();

    float[] matrix = samples(directory.resolve("weights-noise-to-cells.npy"));
    assertThat(matrix).hasSize(400).contains(0f);
    int synapses = 0;
    for (float weight : matrix) {
      if (weight != 0) {
        synapses++;
        assertThat((double) weight).isCloseTo(0.1e-9, org.assertj.core.data.Offset.offset(1e-16));
      }
    }
    // At 0, 40 and 80 ms.
    assertThat(samples(directory.resolve("weights-noise-to-cells.series.npy")))
        .hasSize(3 * synapses);
  }
}
