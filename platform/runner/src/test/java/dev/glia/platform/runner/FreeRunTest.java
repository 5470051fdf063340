package dev.glia.platform.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreeRunTest {
  static final String HELLO =
      """
      glia: 1
      name: hello
      seed: 7
      time: {dt: 0.1 ms, run: 100 ms}
      populations:
        noise: {model: poisson, size: 20, rate: 200 Hz}
        cells: {model: lif, size: 20, tau_m: 20 ms, v_threshold: -50 mV}
      projections:
        - {from: noise, to: cells, topology: {fixed-probability: 0.3}, synapse: {exponential: {tau: 5 ms}}, weight: 0.5 nA, delay: 1.5 ms}
      probes:
        - {of: cells, record: spikes}
        - {of: cells, record: v, first: 10, every: 1 ms}
      analyze: [firing-rates, raster]
      target: reference
      """;

  @TempDir Path root;

  @Test
  void runsAndLeavesACompleteDirectory() {
    Experiment experiment = ExperimentReader.parse("hello.yaml", HELLO, List.of());
    System.out.println(Lab.runner().check(experiment));
    RunResult result = Lab.runner().run(experiment, RunOptions.in(root), RunListener.SILENT);
    System.out.println(result);
    assertThat(result.directory()).exists();
  }
}
