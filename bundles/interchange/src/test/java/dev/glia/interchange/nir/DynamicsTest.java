package dev.glia.interchange.nir;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.analysis.Recording;
import dev.glia.interchange.Lab;
import dev.glia.platform.runner.ExperimentReader;
import dev.glia.platform.runner.RunListener;
import dev.glia.platform.runner.RunOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Imported networks do what NIR's equations say, integrated here in float64, independently. */
class DynamicsTest {
  private static final double DT = 1e-4;

  @TempDir Path folder;

  private Recording run(byte[] file, String target, Map<String, String> options)
      throws IOException {
    return run(Graphs.write(Graphs.imported(file, options), folder.resolve("lab")), target);
  }

  private Recording run(Path experiment, String... overrides) throws IOException {
    AtomicReference<Recording> recorded = new AtomicReference<>();
    Lab.runner()
        .run(
            ExperimentReader.read(experiment, List.of(overrides)),
            RunOptions.in(folder.resolve("runs")),
            new RunListener() {
              @Override
              public void recorded(Recording recording) {
                recorded.set(recording);
              }
            });
    return recorded.get();
  }

  /** Pulses of one tick: in tick n, from n to n+1, those with time n. */
  private static double[] pulses(Recording recording, String population, double weight) {
    Recording.SpikeTrains trains = recording.spikesOf(population).orElseThrow();
    double[] input = new double[(int) recording.ticks() + 1];
    for (int i = 0; i < trains.ticks().length; i++) {
      input[(int) trains.ticks()[i]] += weight;
    }
    return input;
  }

  private static List<Long> spikesOf(Recording recording, String population) {
    List<Long> ticks = new ArrayList<>();
    for (long tick : recording.spikesOf(population).orElseThrow().ticks()) {
      ticks.add(tick);
    }
    return ticks;
  }

  /** tau*dv/dt = (v_leak - v) + r*I; v > threshold: spike, v = reset. */
  private static List<Long> lif(
      double[] input, long ticks, double tau, double r, double threshold, boolean euler) {
    List<Long> spikes = new ArrayList<>();
    double v = 0;
    for (int n = 0; n < ticks; n++) {
      double steady = r * input[n];
      v = euler ? v + DT / tau * (steady - v) : steady + (v - steady) * Math.exp(-DT / tau);
      if (v > threshold) {
        spikes.add(n + 1L);
        v = 0;
      }
    }
    return spikes;
  }

  @ParameterizedTest
  @CsvSource({"reference,exact", "reference,euler", "cpu,exact", "cpu,euler"})
  void aLeakyNeuronSpikesAsItsEquationSays(String target, String step) throws IOException {
    Recording recording =
        run(
            Graphs.norse().bytes(),
            "target=" + target,
            Map.of("step", step, "rate", "2 kHz", "run", "2 s"));

    List<Long> expected =
        lif(
            pulses(recording, "input", 1),
            recording.ticks(),
            0.0025,
            1,
            0.1f,
            step.equals("euler"));
    assertThat(expected).hasSizeGreaterThan(100);
    assertThat(spikesOf(recording, "n1")).isEqualTo(expected);
  }

  @Test
  void exactAndEulerAreDifferentNetworks() throws IOException {
    Map<String, String> fast = Map.of("rate", "2 kHz", "run", "2 s");
    Recording exact = run(Graphs.norse().bytes(), "target=reference", fast);
    double[] input = pulses(exact, "input", 1);
    assertThat(lif(input, exact.ticks(), 0.0025, 1, 0.1f, true))
        .isNotEqualTo(lif(input, exact.ticks(), 0.0025, 1, 0.1f, false));
  }

  @Test
  void theFileThatNorseExportedGivesTheSameNetworkAsOurCopyOfIt() throws IOException {
    String data = System.getProperty("glia.data", System.getenv("GLIA_DATA"));
    Path real = Path.of(data == null ? "" : data, "nir", "lif_norse.nir");
    byte[] file = Files.exists(real) ? Files.readAllBytes(real) : Graphs.norse().bytes();
    LoweredNetwork network = Graphs.lower(file);
    assertThat(network.populations().get(1).parameters().get("tau")).containsExactly(0.0025f);
    assertThat(RoundTripTest.described(network))
        .isEqualTo(RoundTripTest.described(Graphs.norse().lower()));
  }

  @Test
  void aCurrentBasedNeuronSpikesAsItsEquationsSay() throws IOException {
    byte[] file =
        new Graphs()
            .node("in", "Input", "shape", new int[] {1})
            .node(
                "lif",
                "CubaLIF",
                "tau_syn",
                new float[] {0.004f},
                "tau_mem",
                new float[] {0.016f},
                "r",
                new float[] {2},
                "v_leak",
                new float[] {0.25f},
                "v_threshold",
                new float[] {1},
                "v_reset",
                new float[] {-0.5f},
                "w_in",
                new float[] {40})
            .node("out", "Output", "shape", new int[] {1})
            .edges("in", "lif", "lif", "out")
            .bytes();
    for (String step : List.of("exact", "euler")) {
      Recording recording =
          run(file, "target=reference", Map.of("step", step, "rate", "500 Hz", "run", "1 s"));
      List<Long> expected =
          cuba(pulses(recording, "in", 1), recording.ticks(), step.equals("euler"));
      assertThat(expected).hasSizeGreaterThan(20);
      assertThat(spikesOf(recording, "lif")).as(step).isEqualTo(expected);
    }
  }

  private static List<Long> cuba(double[] input, long ticks, boolean euler) {
    double tauSyn = 0.004f;
    double tauMem = 0.016f;
    List<Long> spikes = new ArrayList<>();
    double i = 0;
    double v = 0;
    for (int n = 0; n < ticks; n++) {
      double in = 40 * input[n];
      if (euler) {
        double before = i;
        i += DT / tauSyn * (in - i);
        v += DT / tauMem * (0.25 - v + 2 * before);
      } else {
        // i(t) = in + (i0 - in) e^(-t/tauSyn); v relaxes to it, convolved with e^(-t/tauMem).
        double fast = Math.exp(-DT / tauSyn);
        double slow = Math.exp(-DT / tauMem);
        double steady = 0.25 + 2 * in;
        double mixed = 2 * (i - in) * tauSyn / (tauSyn - tauMem);
        v = steady + mixed * fast + (v - steady - mixed) * slow;
        i = in + (i - in) * fast;
      }
      if (v > 1) {
        spikes.add(n + 1L);
        v = -0.5;
      }
    }
    return spikes;
  }

  @Test
  void integratorsThresholdsAndAnalogEdgesFollowTheirEquations() throws IOException {
    byte[] file =
        new Graphs()
            .node("in", "Input", "shape", new int[] {1})
            .node("w", "Affine", "weight", new float[][] {{300}}, "bias", new float[] {20})
            .node(
                "li",
                "LI",
                "tau",
                new float[] {0.01f},
                "r",
                new float[] {1},
                "v_leak",
                new float[] {0})
            .node("half", "Scale", "scale", new float[] {0.5f})
            .node("z", "Threshold", "threshold", new float[] {14.5f})
            .node("if", "IF", "r", new float[] {800}, "v_threshold", new float[] {1})
            .node("o1", "Output", "shape", new int[] {1})
            .node("o2", "Output", "shape", new int[] {1})
            .edges(
                "in", "w", "w", "li", "li", "half", "half", "z", "z", "if", "if", "o1", "li", "o2")
            .bytes();
    Recording recording = run(file, "target=reference", Map.of("rate", "300 Hz", "run", "500 ms"));

    double[] input = pulses(recording, "in", 300);
    double li = 0;
    List<Long> z = new ArrayList<>();
    double[] trace = new double[(int) recording.ticks()];
    for (int n = 0; n < recording.ticks(); n++) {
      if (li * 0.5 > 14.5) {
        z.add(n + 1L);
      }
      double steady = input[n] + 20;
      li = steady + (li - steady) * Math.exp(-DT / 0.01f);
      trace[n] = li;
    }
    assertThat(z).hasSizeBetween(100, 4000);
    assertThat(spikesOf(recording, "z")).isEqualTo(z);
    Recording.Trace seen = recording.traces().get(0);
    for (int n = 0; n < trace.length; n++) {
      assertThat((double) seen.samples()[n])
          .isCloseTo(trace[n], org.assertj.core.data.Offset.offset(1e-4));
    }
    DoubleUnaryOperator step = v -> v + 800 * DT;
    double v = 0;
    List<Long> expected = new ArrayList<>();
    double[] ones = pulses(recording, "z", 1);
    for (int n = 0; n < recording.ticks(); n++) {
      v = ones[n] > 0 ? step.applyAsDouble(v) : v;
      if (v > 1) {
        expected.add(n + 1L);
        v = 0;
      }
    }
    assertThat(expected).isNotEmpty();
    assertThat(spikesOf(recording, "if")).isEqualTo(expected);
  }

  @Test
  void delaysShiftSpikesByWholeTicks() throws IOException {
    byte[] file =
        new Graphs()
            .node("in", "Input", "shape", new int[] {2})
            .node("late", "Delay", "delay", new float[] {0.001f, 0.0023f})
            .node("z", "Threshold", "threshold", new float[] {0.5f, 0.5f})
            .edges("in", "late", "late", "z")
            .bytes();
    Recording recording = run(file, "target=reference", Map.of("run", "300 ms"));
    Recording.SpikeTrains in = recording.spikesOf("in").orElseThrow();
    Recording.SpikeTrains out = recording.spikesOf("z").orElseThrow();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < in.ticks().length; i++) {
      long arrives = in.ticks()[i] + (in.neurons()[i] == 0 ? 10 : 23) + 1;
      if (arrives <= recording.ticks()) {
        expected.add(arrives + " " + in.neurons()[i]);
      }
    }
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < out.ticks().length; i++) {
      seen.add(out.ticks()[i] + " " + out.neurons()[i]);
    }
    assertThat(expected).isNotEmpty();
    assertThat(seen).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void constantInputsGoThroughTheLinearNodes() throws IOException {
    Recording recording =
        run(
            Graphs.norse().bytes(),
            "target=reference",
            Map.of("input", "constant", "value", "0.5", "run", "100 ms"));
    double[] input = new double[1001];
    java.util.Arrays.fill(input, 0.5);
    List<Long> expected = lif(input, 1000, 0.0025, 1, 0.1f, false);
    assertThat(expected).hasSizeGreaterThan(100);
    assertThat(spikesOf(recording, "n1")).isEqualTo(expected);
  }

  @Test
  void anExportedLifWithDeltaSynapsesComesBackWithTheSameSpikes() throws IOException {
    Path lab =
        Files.writeString(
            folder.resolve("lab.yaml"),
            """
            glia: 1
            name: lab
            seed: 3
            time: {dt: 0.1 ms, run: 1 s}
            populations:
              noise: {model: poisson, size: 20, rate: 50 Hz}
              cells: {model: lif, size: 5, t_ref: 0 ms, tau_m: {uniform: [10 ms, 30 ms]}}
            projections:
              - {from: noise, to: cells, topology: {fixed-probability: 0.5}, synapse: delta, into: v, weight: {uniform: [1 mV, 4 mV]}, delay: 1.5 ms}
            probes:
              - {of: noise, record: spikes}
              - {of: cells, record: spikes}
            target: reference
            """);
    Recording before = run(lab);
    byte[] file =
        Lab.runner()
            .examine(
                ExperimentReader.read(lab, List.of()),
                network ->
                    new Nir().write(network, dev.glia.api.component.Parameters.NONE).content());
    Path again =
        Graphs.write(Graphs.imported(file, Map.of("rate", "50 Hz")), folder.resolve("again"));
    Recording after = run(again, "seed=3", "target=reference");
    assertThat(spikesOf(after, "noise"))
        .isEqualTo(spikesOf(before, "noise"))
        .hasSizeGreaterThan(500);
    assertThat(spikesOf(after, "cells"))
        .isEqualTo(spikesOf(before, "cells"))
        .hasSizeGreaterThan(50);
  }
}
