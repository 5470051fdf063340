package dev.glia.drivers.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.glia.api.device.BlowUpException;
import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeploymentReport;
import dev.glia.api.device.DeviceException;
import dev.glia.api.device.InputBlock;
import dev.glia.api.device.OutputBlock;
import dev.glia.api.equations.LearningEquations;
import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.network.Network;
import dev.glia.api.random.RandomStream;
import dev.glia.api.random.Streams;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.Trial;
import dev.glia.api.testkit.Wiring;
import dev.glia.drivers.cpu.compile.Kernel;
import dev.glia.v1.DeviceHealth;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CpuDriverTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void resetThatDividesByZeroIsReportedInItsTick(int threads) {
    NeuronEquations brittle =
        NeuronEquations.of("du/dt = 0/s : 1")
            .spike("u > 0.5")
            .reset("u = 1/(limit - u)")
            .parameter("limit", "2", "", "where it breaks")
            .build();
    double[] start = new double[200];
    start[150] = 1;
    start[199] = 1;
    double[] limit = new double[200];
    java.util.Arrays.fill(limit, 4);
    limit[150] = 1;
    limit[199] = 1;
    Network network =
        TestNetwork.with("1 ms")
            .population("calm", 70, TestNetworks.noisyLif())
            .population("brittle", 200, brittle, p -> p.start("u", start).set("limit", limit))
            .build();
    try (Trial trial = Trial.of(new CpuDriver(), network, new DeployOptions(threads, Map.of()))) {
      assertThatExceptionOfType(BlowUpException.class)
          .isThrownBy(() -> trial.run(5))
          .satisfies(e -> assertThat(e.tick()).isZero())
          .satisfies(e -> assertThat(e.neuron()).isEqualTo(150))
          .withMessageContaining("brittle[150].u");
      assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> trial.run(1));
    }
  }

  @Test
  void networkAtRestTakesNoLongerThanABusyOne() throws Exception {
    Network network =
        TestNetwork.with("0.1 ms")
            .population(
                "cells",
                1000,
                NeuronEquations.of("dx/dt = -x/tau : 1")
                    .start("x = 1")
                    .parameter("tau", "0.2 ms", "(0, inf)", "")
                    .build())
            .probe("cells", "x", 1, 1)
            .build();
    try (Trial trial = Trial.of(new CpuDriver(), network)) {
      trial.run(400);
      double[] x = trial.trace("cells", "x", 0);
      assertThat(x[399]).isZero();
      for (double value : x) {
        assertThat(value == 0 || value > 1e-31).as("no value is denormal: %s", value).isTrue();
      }
    }
  }

  @Test
  void randomLearningRuleIsRefusedWithAReason() {
    LearningEquations random =
        LearningEquations.of("")
            .onPre("w = random()*w_max")
            .parameter("w_max", "1 weight", "", "")
            .build();
    Network network =
        TestNetwork.with("1 ms")
            .population("in", 3, TestNetwork.relay())
            .population("cells", 3, TestNetworks.noisyLif())
            .project(
                "in",
                "cells",
                p ->
                    p.through(TestNetworks.exponential(), "i_syn")
                        .weight("1 nA")
                        .learn("random", random))
            .build();
    assertThat(new CpuDriver().fit(network).fits()).isFalse();
    assertThatExceptionOfType(DeviceException.class)
        .isThrownBy(() -> new CpuDriver().devices().get(0).deploy(network, DeployOptions.DEFAULT))
        .withMessageContaining("in->cells")
        .withMessageContaining("random numbers");
  }

  @Test
  void writtenWeightsReplaceASharedOne() throws Exception {
    Network network =
        TestNetwork.with("1 ms")
            .population("in", 100, TestNetwork.relay())
            .population("cells", 100, BenchmarkNetworks.deltaLif())
            .project(
                "in",
                "cells",
                p ->
                    p.through(BenchmarkNetworks.delta(), "v")
                        .weight("1 mV")
                        .wiring(Wiring.allButOne(100)))
            .probe("cells", "v")
            .build();
    try (Trial trial = Trial.of(new CpuDriver(), network, new DeployOptions(2, Map.of()))) {
      float[] weights = trial.deployment().readWeights("in->cells");
      assertThat(weights).hasSize(9900).containsOnly(1e-3f);
      weights[98] = 7e-3f; // from 0 to 99
      trial.deployment().writeWeights("in->cells", weights);
      assertThat(trial.deployment().readWeights("in->cells")).isEqualTo(weights);
      trial.force("in", 0, 1).run(2);
      assertThat(trial.trace("cells", "v", 99)[1] / trial.trace("cells", "v", 98)[1])
          .isCloseTo(7, org.assertj.core.data.Offset.offset(1e-5));
      assertThat(trial.trace("cells", "v", 0)[1]).isZero();
    }
  }

  @Test
  void parameterThatComesToDifferBetweenNeuronsIsCompiledAnew() throws Exception {
    Network network =
        TestNetwork.with("1 ms")
            .population("cells", 100, BenchmarkNetworks.poisson(), p -> p.set("rate", "0 Hz"))
            .probeCounts("cells")
            .build();
    try (Trial trial = Trial.of(new CpuDriver(), network)) {
      trial.run(50);
      double[] rates = new double[100];
      rates[42] = 1000;
      trial.deployment().setParameter("cells", "rate", rates);
      trial.run(50);
      int[] counts = trial.counts("cells");
      assertThat(counts[42]).isEqualTo(50);
      assertThat(java.util.Arrays.stream(counts).sum()).isEqualTo(50);
    }
  }

  @Test
  void reportNamesTheForms() throws Exception {
    try (Trial trial = Trial.of(new CpuDriver(), BenchmarkNetworks.digits(100, 13))) {
      List<String> forms =
          trial.deployment().report().entries().stream()
              .filter(e -> e.part().startsWith("projection"))
              .map(DeploymentReport.Entry::form)
              .toList();
      assertThat(forms)
          .containsExactly(
              "dense rows, learning by rows",
              "one-to-one, one weight, about 0.80 ns an event",
              "all-but-one as total minus own, about 0.08 ns an event",
              "dense rows, learning by rows");
    }
  }

  /** Run by the next test in a JVM without the Vector API. */
  static final class Bare {
    public static void main(String[] arguments) throws Exception {
      DeviceHealth health = new CpuDriver().devices().get(0).health();
      Network network = TestNetworks.everything();
      OutputBlock out = new OutputBlock(network);
      try (Deployment deployment =
          new CpuDriver().devices().get(0).deploy(network, DeployOptions.DEFAULT)) {
        deployment.advance(100, InputBlock.EMPTY, out);
      }
      System.out.println(health.getCondition() + " " + out.record(1).spikes());
      System.out.println(health.getReason());
    }
  }

  @Test
  void withoutTheVectorApiItRunsAndSaysWhatIsMissing() throws Exception {
    int spikes;
    try (Trial trial = Trial.of(new CpuDriver(), TestNetworks.everything())) {
      spikes = trial.run(100).spikes("cells").ticks().length;
    }
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process process =
        new ProcessBuilder(
                java.toString(),
                "-cp",
                System.getProperty("java.class.path").replace(';', File.pathSeparatorChar),
                Bare.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output)
        .contains("CONDITION_DEGRADED " + spikes)
        .contains("--add-modules jdk.incubator.vector");
  }

  @Test
  void networkThatIsDeployedTwiceIsCompiledOnce() {
    try (Trial first =
        Trial.of(new CpuDriver(), TestNetworks.everything(), DeployOptions.DEFAULT)) {
      first.run(1);
      int made = Kernel.made();
      try (Trial second =
          Trial.of(new CpuDriver(), TestNetworks.everything(), DeployOptions.DEFAULT)) {
        second.run(1);
      }
      assertThat(Kernel.made()).isEqualTo(made);
    }
  }

  @Test
  void resetMayDrawCounts() {
    NeuronEquations gambler =
        NeuronEquations.of("dcount/dt = 0/s : 1")
            .spike("count < 0.5")
            .reset("count = poisson(mean)")
            .parameter("mean", "2", "[0, inf)", "expected count")
            .build();
    Network network =
        TestNetwork.with("1 ms")
            .seed(5)
            .population("cells", 70, gambler)
            .probe("cells", "count", 70, 1)
            .build();
    long key = Streams.key(5, Streams.ofCall("cells", 0));
    try (Trial trial = Trial.of(new CpuDriver(), network, DeployOptions.DEFAULT).run(1)) {
      for (int i = 0; i < 70; i++) {
        assertThat(trial.trace("cells", "count", i)[0])
            .isEqualTo(RandomStream.poisson(2, Streams.poissonUniform(key, i, 0)));
      }
    }
  }
}
