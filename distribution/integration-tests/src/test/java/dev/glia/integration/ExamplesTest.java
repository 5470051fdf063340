package dev.glia.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.integration.fixture.GliaProcess;
import dev.glia.integration.fixture.RunDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Every shipped example runs, and shows what it says. */
class ExamplesTest {
  @TempDir Path temp;

  @Test
  void allExamplesAreListedAndTested() throws Exception {
    GliaProcess.Result result = GliaProcess.in(temp).run("examples");

    assertThat(result.exitCode()).isZero();
    List<String> names = result.out().lines().skip(1).map(line -> line.split("\\s")[0]).toList();
    assertThat(names)
        .as("an example more wants a test more, here")
        .containsExactly(
            "balanced-network",
            "demo",
            "digits",
            "hello",
            "integer-core",
            "microcircuit",
            "own-model");
  }

  @Test
  void helloFiresAndDrawsItsRaster() throws Exception {
    RunDirectory run = run("hello");

    assertThat(run.metric("firing-rates.cells")).isBetween(10.0, 200.0);
    assertThat(run.path().resolve("raster.svg")).isNotEmptyFile();
    assertThat(run.path().resolve("spikes-cells.npy")).isNotEmptyFile();
  }

  /** The virtual board sits behind a pseudo-terminal, so this needs a system that has them. */
  @Test
  void integerCoreSpikesAlikeOnTheCpuAndBehindTheSerialPort() throws Exception {
    RunDirectory cpu = run("integer-core");
    assertThat(cpu.metric("firing-rates.cells")).isBetween(5.0, 300.0);
    byte[] spikes = Files.readAllBytes(cpu.path().resolve("spikes-cells.npy"));
    Files.move(temp.resolve("runs"), temp.resolve("runs-on-the-cpu"));

    RunDirectory core = run("integer-core", "--target", "neurocorex-fpga:virtual");

    assertThat(Files.readAllBytes(core.path().resolve("spikes-cells.npy"))).isEqualTo(spikes);
  }

  @Test
  void helloFitsOnAScreen() throws Exception {
    Path copy = temp.resolve("copy");
    GliaProcess.Result result =
        GliaProcess.in(temp).run("examples", "copy", "hello", copy.toString());

    assertThat(result.exitCode()).isZero();
    assertThat(Files.readAllLines(copy.resolve("hello.yaml"))).hasSizeLessThanOrEqualTo(25);
  }

  @Test
  void ownModelFiresOnlyWhileItsCurrentIsOn() throws Exception {
    RunDirectory run = run("own-model");

    assertThat(run.metric("firing-rates.cells")).isBetween(1.0, 50.0);
  }

  /**
   * Rate: 37.7 Hz in figure 8C of Brunel (2000). Interval statistics: 0.401 in an independent
   * simulation of the same network with Brian2 2.5.1 (with its sources drawn without repetition).
   */
  @Test
  void balancedNetworkIsAsynchronousAndIrregular() throws Exception {
    RunDirectory run = run("balanced-network", "--set", "time.run=500 ms");

    assertThat(run.metric("firing-rates.excitatory")).isCloseTo(37.7, within(0.05 * 37.7));
    assertThat(run.metric("interval-statistics.excitatory.cv"))
        .isCloseTo(0.401, within(0.05 * 0.401));
  }

  /**
   * Rates of Potjans and Diesmann (2014); a twentieth of the circuit keeps them roughly, since more
   * of its inputs are shared.
   */
  @Test
  void microcircuitsPopulationsFireAtTheirOwnRates() throws Exception {
    RunDirectory run = run("microcircuit", "--set", "scale=0.05", "--set", "time.run=600 ms");

    Map<String, Double> published =
        Map.of(
            "l23e", 0.86, "l23i", 2.80, "l4e", 4.45, "l4i", 5.93, "l5e", 7.59, "l5i", 8.64, "l6e",
            1.09, "l6i", 7.88);
    for (var each : published.entrySet()) {
      assertThat(run.metric("firing-rates." + each.getKey()))
          .as(each.getKey())
          .isBetween(0.65 * each.getValue(), 1.5 * each.getValue());
    }
    assertThat(run.metric("interval-statistics.l4e.cv2")).as("irregular").isBetween(0.6, 1.1);
  }

  @Test
  void demoLearnsWithoutData() throws Exception {
    GliaProcess glia = GliaProcess.in(temp);
    GliaProcess.Result result = glia.run("demo");

    assertThat(result.exitCode()).as(result.err()).isZero();
    RunDirectory run = RunDirectory.only(temp.resolve("runs"));
    assertThat(run.metric("accuracy")).as("chance is below 0.2").isGreaterThan(0.6);
    assertThat(result.out()).contains("accuracy").contains(run.path().getFileName().toString());
  }

  @Test
  @EnabledIfEnvironmentVariable(
      named = "GLIA_DATA",
      matches = ".+",
      disabledReason = "needs MNIST: set GLIA_DATA to a folder with mnist/")
  void digitsLearnFromAFewHundredImages() throws Exception {
    RunDirectory run =
        run(
            "digits",
            "--set",
            "task.phases.train.samples=1000",
            "--set",
            "task.phases.test.samples=200");

    assertThat(run.metric("accuracy")).as("chance is 0.1").isGreaterThan(0.5);
    assertThat(run.path().resolve("weights-learn-input.svg")).exists();
  }

  private RunDirectory run(String example, String... options) throws Exception {
    String[] arguments = new String[2 + options.length];
    arguments[0] = "run";
    arguments[1] = example;
    System.arraycopy(options, 0, arguments, 2, options.length);
    GliaProcess.Result result = GliaProcess.in(temp).run(arguments);
    assertThat(result.exitCode()).as(Arrays.toString(arguments) + "\n" + result.err()).isZero();
    return RunDirectory.only(temp.resolve("runs"));
  }
}
