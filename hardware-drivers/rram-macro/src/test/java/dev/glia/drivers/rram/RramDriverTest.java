package dev.glia.drivers.rram;

import static dev.glia.api.testkit.SpikeTrainsAssert.assertThatSpikes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.component.Parameters;
import dev.glia.api.crossbar.Block;
import dev.glia.api.crossbar.CrossbarArray;
import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.Device;
import dev.glia.api.device.DeviceException;
import dev.glia.api.device.DeviceLostException;
import dev.glia.api.device.InputBlock;
import dev.glia.api.device.Mapping;
import dev.glia.api.device.NetworkTerm.Aspect;
import dev.glia.api.device.OutputBlock;
import dev.glia.api.equations.LearningEquations;
import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.equations.SynapseEquations;
import dev.glia.api.network.Law;
import dev.glia.api.network.Network;
import dev.glia.api.testkit.ServiceClaims;
import dev.glia.api.testkit.Settings;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.Trial;
import dev.glia.api.testkit.Wiring;
import dev.glia.drivers.reference.ReferenceDriver;
import dev.glia.drivers.rram.controller.MacroFolder;
import dev.glia.drivers.rram.host.VirtualMacros;
import dev.glia.v1.DeviceHealth.Condition;
import dev.glia.v1.NetworkState;
import dev.glia.v1.Telemetry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Liquids on simulated macros whose controllers are processes of their own. */
class RramDriverTest {
  private static final VirtualMacros MACROS = new VirtualMacros();
  private static final SynapseEquations DELTA =
      SynapseEquations.of("").onSpike("target += w").build();

  @TempDir Path folder;

  @AfterAll
  static void stop() {
    MACROS.close();
  }

  private RramDriver driver() {
    return new RramDriver(MACROS, new MacroFolder(folder));
  }

  private static NeuronEquations cell() {
    return NeuronEquations.of("du/dt = 0 Hz : 1\ndx/dt = 0 Hz : 1")
        .everyTick("u = 0.9*u + x; x = 0")
        .spike("u > 5")
        .reset("u = 0")
        .build();
  }

  /** 40 sources onto 30 neurons, with a recurrent projection of delay 2. */
  private static Network liquid() {
    return TestNetwork.with("1 ms")
        .seed(3)
        .population("in", 40, TestNetwork.relay())
        .population("cells", 30, cell())
        .project("in", "cells", p -> p.through(DELTA, "x").weight(new Law.Normal(0, 1, -9, 9)))
        .project(
            "cells",
            "cells",
            p ->
                p.name("recurrent")
                    .through(DELTA, "x")
                    .weight(new Law.Normal(0, 0.4, -9, 9))
                    .delay("2 ms")
                    .wiring(Wiring.fixedProbability(30, 30, 0.5, 9)))
        .probeSpikes("cells")
        .probe("cells", "u")
        .build();
  }

  private static Trial drive(Trial trial) {
    for (int i = 0; i < 40; i++) {
      for (int t = 1; t < 60; t++) {
        if ((i * 31 + t * 17) % 7 == 0) {
          trial.force("in", i, t);
        }
      }
    }
    return trial;
  }

  @Test
  void componentsAreRegisteredAsTheyDescribeThemselves() throws Exception {
    ServiceClaims.check(driver());
    ServiceClaims.check(new MacroSource(MACROS));
    ServiceClaims.check(new IdealSource());
  }

  @Test
  void networkRunsOnTheWeightsThatItSays() throws Exception {
    Network network = liquid();
    try (Trial trial = drive(Trial.of(driver(), network))) {
      float[] weights = trial.deployment().readWeights("in->cells");
      float[] recurrent = trial.deployment().readWeights("recurrent");
      trial.run(60);
      try (Trial reference = drive(Trial.of(new ReferenceDriver(), network))) {
        reference.deployment().writeWeights("in->cells", weights);
        reference.deployment().writeWeights("recurrent", recurrent);
        reference.run(60);
        // A jump of a few units, each weight off by its noise of reading and its share of a step.
        double[] ours = trial.trace("cells", "u", 0);
        double[] theirs = reference.trace("cells", "u", 0);
        assertThat(ours[1]).isCloseTo(theirs[1], within(0.3));
        assertThat(trial.spikes("cells").ticks().length)
            .isCloseTo(reference.spikes("cells").ticks().length, within(25))
            .isGreaterThan(40);
      }
    }
  }

  @Test
  void programmedWeightsComeNearTheSpecifiedOnes() throws Exception {
    Network network = liquid();
    try (Trial trial = Trial.of(driver(), network);
        Trial reference = Trial.of(new ReferenceDriver(), network)) {
      float[] ours = trial.deployment().readWeights("in->cells");
      float[] theirs = reference.deployment().readWeights("in->cells");
      double squares = 0;
      double largest = 0;
      for (int s = 0; s < ours.length; s++) {
        squares += Math.pow(ours[s] - theirs[s], 2) / ours.length;
        largest = Math.max(largest, Math.abs(theirs[s]));
      }
      assertThat(Math.sqrt(squares)).isBetween(0.005 * largest, 0.08 * largest);
    }
  }

  @Test
  void asFormedTheDeviceGivesTheWeights() throws Exception {
    DeployOptions options = new DeployOptions(0, Map.of("in->cells", "as-formed"));
    Network network = liquid();
    try (Trial one = Trial.of(driver(), network, options);
        Trial two = Trial.of(driver(), network, options)) {
      float[] weights = one.deployment().readWeights("in->cells");
      assertThat(two.deployment().readWeights("in->cells")).isEqualTo(weights);
      double squares = 0;
      for (float w : weights) {
        squares += w * w / weights.length;
      }
      assertThat(Math.sqrt(squares)).isCloseTo(1, within(0.06));
      drive(one).run(60);
      drive(two).run(60);
      assertThat(one.spikes("cells").ticks()).hasSizeGreaterThan(20);
      assertThatSpikes(two.spikes("cells")).isSameAsSpikes(one.spikes("cells"));
    }
    assertThat(driver().map(network, options).entries())
        .filteredOn(e -> e.term().aspect() == Aspect.WEIGHT)
        .extracting(Mapping.Entry::outcome)
        .anySatisfy(outcome -> assertThat(outcome).contains("as formed"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> driver().map(network, new DeployOptions(0, Map.of("in->cells", "rows"))))
        .withMessageContaining("as-formed");
  }

  @Test
  void restoredNetworkGoesOnAsTheOriginal() throws Exception {
    Network network = liquid();
    try (Trial original = drive(Trial.of(driver(), network)).run(30);
        Trial restored = drive(Trial.of(driver(), network))) {
      NetworkState state = NetworkState.parseFrom(original.deployment().snapshot().toByteArray());
      restored.deployment().restore(state);
      assertThat(restored.deployment().snapshot()).isEqualTo(state);
      original.run(30);
      restored.run(30);
      assertThat(restored.deployment().snapshot()).isEqualTo(original.deployment().snapshot());
      assertThat(restored.spikes("cells").ticks()).isNotEmpty();
    }
  }

  @Test
  void stateOfTheReferenceIsTakenOverWithItsWeightsProgrammed() throws Exception {
    Network network = liquid();
    try (Trial reference = drive(Trial.of(new ReferenceDriver(), network)).run(20);
        Trial trial = Trial.of(driver(), network)) {
      float[] weights = reference.deployment().readWeights("recurrent");
      Arrays.fill(weights, 0, 10, 1.5f);
      reference.deployment().writeWeights("recurrent", weights);
      trial.deployment().restore(reference.deployment().snapshot());
      assertThat(trial.deployment().now()).isEqualTo(20);
      float[] programmed = trial.deployment().readWeights("recurrent");
      for (int s = 0; s < 10; s++) {
        assertThat(programmed[s]).isCloseTo(1.5f, within(0.4f));
      }
    }
  }

  @Test
  void weightsAreWrittenOnline() throws Exception {
    try (Trial trial = drive(Trial.of(driver(), liquid())).run(10)) {
      Deployment deployment = trial.deployment();
      float[] none = new float[(int) deployment.synapses("in->cells")];
      deployment.writeWeights("in->cells", none);
      for (float w : deployment.readWeights("in->cells")) {
        assertThat(w).isBetween(-0.1f, 0.1f);
      }
      trial.run(10);
    }
  }

  @Test
  void killedControllerLeavesTheLastWholeTickAndAnotherOneGoesOn() throws Exception {
    Network network = liquid();
    Deployment lost = driver().devices().get(0).deploy(network, DeployOptions.DEFAULT);
    OutputBlock out = new OutputBlock(network);
    InputBlock in = new InputBlock();
    for (int t = 1; t <= 20; t++) {
      in.add(t, 0, t % 40);
    }
    lost.advance(20, in, out);
    assertThat(lost.now()).isEqualTo(20);
    NetworkState before = lost.snapshot();
    killControllers();
    in.clear();
    for (int t = 21; t <= 40; t++) {
      in.add(t, 0, t % 40);
    }
    assertThatThrownBy(() -> lost.advance(20, in, out))
        .isInstanceOf(DeviceLostException.class)
        .hasMessageContaining("gone");
    assertThat(lost.now()).isEqualTo(20);
    assertThat(lost.snapshot()).isEqualTo(before);
    lost.close();
    try (Deployment next = driver().devices().get(0).deploy(network, DeployOptions.DEFAULT)) {
      next.restore(before);
      next.advance(20, in, out);
      assertThat(next.now()).isEqualTo(40);
    }
  }

  private static void killControllers() {
    List<ProcessHandle> controllers =
        ProcessHandle.current()
            .children()
            .filter(p -> p.info().commandLine().orElse("").contains("RramMacro"))
            .toList();
    assertThat(controllers).isNotEmpty();
    controllers.forEach(ProcessHandle::destroyForcibly);
    controllers.forEach(controller -> controller.onExit().join());
  }

  @Test
  void whatDoesNotFitIsSaidTermByTerm() {
    Network network =
        TestNetwork.with("1 ms")
            .population("many", 480, TestNetwork.relay())
            .population("cells", 300, cell())
            .population("few", 40, cell())
            .project("many", "cells", p -> p.through(DELTA, "x").weight("1"))
            .project("few", "few", p -> p.through(DELTA, "x").weight("1").delay("1 ms"))
            .project(
                "many",
                "few",
                p -> p.through(DELTA, "x").weight("1").delay(new Law.Uniform(0, 5e-3)))
            .project(
                "few",
                "few",
                p ->
                    p.name("learns")
                        .through(DELTA, "x")
                        .weight("1")
                        .learn("rule", LearningEquations.of("").onPre("w += 1 weight").build()))
            .build();
    Mapping mapping = driver().map(network, DeployOptions.DEFAULT);
    assertThat(mapping.fits()).isFalse();
    assertThat(mapping.entries())
        .filteredOn(e -> e.verdict() == Mapping.Verdict.REFUSED)
        .extracting(e -> e.term().where() + " " + e.term().aspect() + ": " + e.outcome())
        .anySatisfy(s -> assertThat(s).contains("many->cells CONNECTIVITY", "300 targets", "256"))
        .anySatisfy(s -> assertThat(s).contains("many->few CONNECTIVITY", "480 sources", "512"))
        .anySatisfy(s -> assertThat(s).contains("learns LEARNING"));
    assertThatThrownBy(() -> driver().devices().get(0).deploy(network, DeployOptions.DEFAULT))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("many->cells");
  }

  @Test
  void delaysThatDifferAreRefused() {
    Network network =
        TestNetwork.with("1 ms")
            .population("few", 40, cell())
            .project(
                "few", "few", p -> p.through(DELTA, "x").weight("1").delay(new Law.Uniform(0, 1)))
            .build();
    assertThat(driver().fit(network).problems())
        .singleElement()
        .satisfies(finding -> assertThat(finding.what()).contains("one delay"));
  }

  @Test
  void telemetryAddsUpOverDeployments() throws Exception {
    Device device = driver().devices().get(1);
    assertThat(device.id()).isEqualTo("virtual-1");
    assertThat(device.health().getCondition()).isEqualTo(Condition.CONDITION_READY);
    double last = 0;
    for (int k = 0; k < 2; k++) {
      Deployment deployment = device.deploy(liquid(), DeployOptions.DEFAULT);
      InputBlock in = new InputBlock();
      in.add(1, 0, 3);
      in.add(2, 0, 4);
      deployment.advance(10, in, new OutputBlock(deployment.network()));
      double energy = reading(device, "energy");
      assertThat(energy).isGreaterThan(last * 1.5 + 1e-12);
      assertThat(reading(device, "wire-time")).isPositive();
      deployment.close();
      assertThat(reading(device, "energy")).isGreaterThanOrEqualTo(energy);
      last = energy;
    }
    assertThat(reading(device, "temperature")).isEqualTo(300);
    assertThat(reading(device, "errors")).isZero();
  }

  private static double reading(Device device, String name) {
    return device.telemetry().getReadingsList().stream()
        .filter(r -> r.getName().equals(name))
        .mapToDouble(Telemetry.Reading::getValue)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void macroOfAnotherProcessIsFoundTakenAndLost() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.glia.drivers.rram.controller.RramMacro",
                "--name",
                "bench",
                "--seed",
                "77",
                "--folder",
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(process.inputReader().readLine()).contains("rram-macro:bench");
      RramDriver driver = driver();
      Device bench = driver.devices().getLast();
      assertThat(bench.id()).isEqualTo("bench");
      assertThat(bench.isShared()).isFalse();
      Network network = liquid();
      try (Deployment deployment = bench.deploy(network, DeployOptions.DEFAULT)) {
        assertThat(bench.health().getCondition()).isEqualTo(Condition.CONDITION_BUSY);
        assertThatThrownBy(() -> bench.deploy(network, DeployOptions.DEFAULT))
            .isInstanceOf(DeviceException.class);
        process.destroyForcibly().onExit().join();
        InputBlock in = new InputBlock();
        in.add(1, 0, 3);
        assertThatThrownBy(() -> deployment.advance(2, in, new OutputBlock(network)))
            .isInstanceOf(DeviceLostException.class);
        assertThat(deployment.now()).isZero();
      }
      assertThat(bench.health().getCondition()).isEqualTo(Condition.CONDITION_LOST);
      assertThat(driver.devices()).extracting(Device::id).doesNotContain("bench");
      assertThat(Files.exists(folder.resolve("bench.rram-macro"))).isTrue();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void arraysOfBothKindsMultiply() throws Exception {
    Block block = Block.of(64, 100);
    for (Parameters given : List.of(Settings.of(new IdealSource().descriptor(), "seed", 4))) {
      try (CrossbarArray ideal = new IdealSource().open(given);
          CrossbarArray macro =
              new MacroSource(MACROS)
                  .open(Settings.of(new MacroSource(MACROS).descriptor(), "seed", 4))) {
        for (CrossbarArray array : List.of(ideal, macro)) {
          var cells = array.readback(block);
          double expected = 0;
          for (int i = 0; i < 64; i += 2) {
            expected +=
                array.info().readVolts() * (cells.plus()[i * 100 + 7] - cells.minus()[i * 100 + 7]);
          }
          float[] currents = array.multiply(block, new long[] {0x5555555555555555L}, 1, 0);
          assertThat((double) currents[7]).isCloseTo(expected, within(0.05 * 0.2 * 60e-6 * 32));
        }
      }
    }
  }
}
