package dev.glia.platform.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.analysis.Recording;
import dev.glia.drivers.rram.RramDriver;
import dev.glia.drivers.rram.controller.RramMacro;
import dev.glia.drivers.rram.host.VirtualMacros;
import dev.glia.platform.runner.running.ExperimentRunnerService;
import dev.glia.platform.testkit.TestCatalog;
import dev.glia.v1.Metric;
import dev.glia.v1.TimelineEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run goes on in analogue memory for a while, and its shadow doesn't. */
class MacroSwapTest {
  private static final long THERE = 500; // ticks
  private static final long BACK = 1000;
  private static final long END = 2000;

  private static final String NETWORK =
      """
      glia: 1
      name: moved
      seed: 5
      time: {dt: 0.1 ms, run: 200 ms}
      populations:
        noise: {model: poisson, size: 50, rate: 100 Hz}
        cells: {model: lif, size: 40, tau_m: 20 ms, v_threshold: -50 mV}
      projections:
        - {from: noise, to: cells, topology: {fixed-probability: 0.3}, synapse: {exponential: {tau: 5 ms}}, weight: {uniform: [0.1 nA, 0.5 nA]}, delay: 1.5 ms}
        - {from: cells, to: cells, topology: {fixed-probability: 0.2}, synapse: {exponential: {tau: 5 ms}}, weight: {uniform: [-0.2 nA, 0.2 nA]}, delay: 1 ms}
      probes:
        - {of: cells, record: spikes}
      target: cpu
      """;

  private static final String MOVED =
      NETWORK
          + """
          shadow: cpu
          interventions:
            - {at: 50 ms, swap: {to: "rram-macro:virtual"}}
            - {at: 100 ms, swap: {to: cpu}}
          """;

  @TempDir Path root;

  /** What a listener sees of a run. */
  private static final class Witness implements RunListener {
    private final List<String> spikes = new ArrayList<>();
    private final List<ShadowDrift> drifts = new ArrayList<>();

    @Override
    public void recorded(Recording recording) {
      var trains = recording.spikes().getFirst();
      for (int s = 0; s < trains.ticks().length; s++) {
        spikes.add(trains.ticks()[s] + " " + trains.neurons()[s]);
      }
    }

    @Override
    public void compared(ShadowDrift drift) {
      drifts.add(drift);
    }

    List<String> until(long tick) {
      return spikes.stream().filter(s -> Long.parseLong(s.split(" ")[0]) <= tick).toList();
    }
  }

  private static Experiment experiment(String text) {
    return ExperimentReader.parse("moved.yaml", text, List.of());
  }

  private static Set<Long> controllers() {
    return ProcessHandle.current()
        .descendants()
        .filter(p -> p.info().commandLine().orElse("").contains(RramMacro.class.getName()))
        .map(ProcessHandle::pid)
        .collect(Collectors.toSet());
  }

  @Test
  void aRunVisitsAMacroAndItsDriftIsMeasured() throws IOException {
    Witness alone = new Witness();
    Witness moved = new Witness();
    Set<Long> before = controllers();
    Set<Long> started = new HashSet<>();
    RunResult result;
    TestCatalog catalog;
    try (VirtualMacros macros = new VirtualMacros()) {
      catalog = Lab.CATALOG.with(new RramDriver(macros));
      ExperimentRunner runner = new ExperimentRunnerService(catalog);
      runner.run(experiment(NETWORK), RunOptions.in(root), alone);
      result = runner.run(experiment(MOVED), RunOptions.in(root), moved);
      started.addAll(controllers());
      started.removeAll(before);
    }

    List<TimelineEntry> timeline = result.record().getTimelineList();
    assertThat(timeline).extracting(TimelineEntry::getTick).containsExactly(THERE, BACK);
    assertThat(timeline).extracting(TimelineEntry::getRefusal).containsOnly("");
    assertThat(timeline.getFirst().getMessage()).contains("cpu:0 to rram-macro:virtual");
    assertThat(timeline.getLast().getMessage()).contains("rram-macro:virtual to cpu:0");
    assertThat(catalog.openLeases()).isZero();
    assertThat(started).hasSize(1);
    for (long pid : started) {
      ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
    }

    Map<String, Double> metrics =
        result.record().getMetricsList().stream()
            .collect(Collectors.toMap(Metric::getName, Metric::getValue));
    assertThat(metrics.get("shadow.ticks")).isEqualTo(END);
    assertThat(moved.until(THERE)).isNotEmpty().isEqualTo(alone.until(THERE));
    assertThat(moved.spikes).isNotEqualTo(alone.spikes);
    assertThat(metrics.get("shadow.first-difference")).isBetween(50.0, 150.0);
    assertThat(metrics.get("shadow.cells.van-rossum")).isPositive();
    assertThat(metrics.get("shadow.noise.van-rossum")).isZero();

    assertDrift(moved.drifts, metrics, alone.spikes.size(), moved.spikes.size());
    try (Stream<String> lines = Files.lines(result.directory().resolve("shadow-drift.csv"))) {
      assertThat(lines.count()).isEqualTo(1 + 2 * moved.drifts.getFirst().windows());
    }
  }

  /** The curve adds up to what is known otherwise, and is flat until the network moves. */
  private static void assertDrift(
      List<ShadowDrift> drifts, Map<String, Double> metrics, long undisturbed, long own) {
    assertThat(drifts).hasSize(1);
    ShadowDrift drift = drifts.getFirst();
    ShadowDrift.Curve cells = drift.curves().get(1);
    assertThat(cells.population()).isEqualTo("cells");
    assertThat(Arrays.stream(cells.own()).sum()).isEqualTo(own);
    assertThat(Arrays.stream(cells.shadow()).sum()).isEqualTo(undisturbed);
    assertThat(cells.distance()[drift.windows() - 1])
        .isEqualTo(metrics.get("shadow.cells.van-rossum"));
    assertThat(drift.first().getAsDouble() * 1e3).isEqualTo(metrics.get("shadow.first-difference"));
    int first = (int) (drift.first().getAsDouble() / drift.window() - 1e-9);
    for (int w = 0; w < first; w++) {
      assertThat(cells.differing()[w]).isZero();
      assertThat(cells.distance()[w]).isZero();
    }
    assertThat(cells.differing()[first]).isPositive();
    assertThat(Arrays.stream(drift.curves().get(0).differing()).sum()).isZero();
  }
}
