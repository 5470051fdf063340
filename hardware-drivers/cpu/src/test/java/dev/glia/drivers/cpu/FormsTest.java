package dev.glia.drivers.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.DeploymentReport;
import dev.glia.api.device.DeviceException;
import dev.glia.api.network.Law;
import dev.glia.api.network.Network;
import dev.glia.api.random.RandomStream;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.Trial;
import dev.glia.api.testkit.Wiring;
import dev.glia.drivers.cpu.delivery.Form;
import dev.glia.drivers.reference.ReferenceDriver;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/** Every form of storage, on any number of threads, is as good as the reference. */
class FormsTest {
  private static final int TICKS = 60;
  private static final double THRESHOLD = 20e-3;

  /** A random network of two populations, one projection and a few hundred neurons. */
  private static final class Shape {
    final RandomStream random;
    final int sources;
    final int targets;

    Shape(long seed) {
      random = new RandomStream(seed, "form", 0);
      sources = 1 + random.nextInt(200);
      targets = 1 + random.nextInt(300);
    }

    Network network(long seed) {
      int which = random.nextInt(5);
      int cells = which == 3 || which == 4 ? sources : targets;
      Wiring wiring =
          switch (which) {
            case 0 -> Wiring.fixedProbability(sources, cells, random.nextDouble(), seed);
            case 1 -> withRepeats(cells);
            case 2 -> Wiring.allToAll(sources, cells);
            case 3 -> Wiring.oneToOne(sources);
            default -> Wiring.allButOne(sources);
          };
      return TestNetwork.with("0.1 ms")
          .seed(seed)
          .population("in", sources, TestNetwork.relay())
          .population("cells", cells, BenchmarkNetworks.deltaLif())
          .project(
              "in",
              "cells",
              p ->
                  p.through(BenchmarkNetworks.delta(), "v")
                      .weight(weight())
                      .delay(delay())
                      .wiring(wiring))
          .probe("cells", "v")
          .probeSpikes("cells")
          .build();
    }

    private Wiring withRepeats(int cells) {
      return Wiring.list(
          cells,
          IntStream.range(0, sources)
              .mapToObj(i -> IntStream.range(0, random.nextInt(40)).map(k -> random.nextInt(cells)))
              .map(IntStream::toArray)
              .toArray(int[][]::new));
    }

    private Law weight() {
      return switch (random.nextInt(4)) {
        case 0 -> new Law.Uniform(-0.2e-3, 0.8e-3);
        case 1 -> new Law.Normal(0.3e-3, 0.2e-3, 0, Double.POSITIVE_INFINITY);
        default -> new Law.Constant(0.37e-3);
      };
    }

    private Law delay() {
      return switch (random.nextInt(4)) {
        case 0 -> new Law.Uniform(0, 1e-3);
        case 1 -> new Law.Normal(1e-3, 0.5e-3, 1e-4, 3e-3);
        default -> new Law.Constant(random.nextInt(8) * 1e-4);
      };
    }

    void force(Trial trial, long seed) {
      RandomStream spikes = new RandomStream(seed, "spikes", 0);
      for (int i = 0; i < sources; i++) {
        for (int tick = 1; tick <= TICKS; tick++) {
          if (spikes.nextDouble() < 0.08) {
            trial.force("in", i, tick);
          }
        }
      }
    }
  }

  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void everyFormOnAnyNumberOfThreadsSpikesAsTheReferenceDoes(@ForAll long seed) throws Exception {
    Shape shape = new Shape(seed);
    Network network = shape.network(seed);
    try (Trial expected = Trial.of(new ReferenceDriver(), network)) {
      shape.force(expected, seed);
      expected.run(TICKS);
      Set<Form> tried = EnumSet.noneOf(Form.class);
      for (Form form : Form.values()) {
        Trial first = null;
        for (int threads = 1; threads <= 3 && isPossible(network, form); threads++) {
          tried.add(form);
          Trial trial = Trial.of(new CpuDriver(), network, pin(form, threads));
          shape.force(trial, seed);
          trial.run(TICKS);
          assertClose(network, trial, expected);
          first = first == null ? trial : first;
          assertSame(network, trial, first);
          assertThat(trial.deployment().readWeights("in->cells"))
              .isEqualTo(expected.deployment().readWeights("in->cells"));
          if (trial != first) {
            trial.close();
          }
        }
        if (first != null) {
          first.close();
        }
      }
      assertThat(tried).contains(Form.ROWS);
    }
  }

  private static DeployOptions pin(Form form, int threads) {
    return new DeployOptions(threads, Map.of("in->cells", form.id()));
  }

  private static boolean isPossible(Network network, Form form) {
    try {
      StoragePlan.of(network, Map.of("in->cells", form.id()));
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Up to the first crossing that rounding may decide. */
  private static void assertClose(Network network, Trial trial, Trial expected) {
    for (int j = 0; j < network.population("cells").size(); j++) {
      double[] should = expected.trace("cells", "v", j);
      double[] is = trial.trace("cells", "v", j);
      for (int tick = 0; tick < TICKS; tick++) {
        // whichever of the two stayed below shows it; the other's trace is past its reset
        if (isAtThreshold(should[tick]) || isAtThreshold(is[tick])) {
          break;
        }
        assertThat(is[tick]).as("cells[%d] at %d", j, tick).isCloseTo(should[tick], within(4e-7));
      }
    }
  }

  private static boolean isAtThreshold(double v) {
    return Math.abs(v - THRESHOLD) < 1e-7;
  }

  private static void assertSame(Network network, Trial trial, Trial first) {
    assertThat(trial.spikes("cells").ticks()).isEqualTo(first.spikes("cells").ticks());
    assertThat(trial.spikes("cells").neurons()).isEqualTo(first.spikes("cells").neurons());
    for (int j = 0; j < network.population("cells").size(); j++) {
      assertThat(trial.trace("cells", "v", j)).isEqualTo(first.trace("cells", "v", j));
    }
  }

  private static Network sparse(Law weight, Law delay) {
    return TestNetwork.with("0.1 ms")
        .population("in", 2000, TestNetwork.relay())
        .population("cells", 1000, BenchmarkNetworks.deltaLif())
        .project(
            "in",
            "cells",
            p ->
                p.through(BenchmarkNetworks.delta(), "v")
                    .weight(weight)
                    .delay(delay)
                    .wiring(Wiring.fixedProbability(2000, 1000, 0.1, 3)))
        .build();
  }

  private static DeploymentReport.Entry entry(Network network, DeployOptions options) {
    try (Trial trial = Trial.of(new CpuDriver(), network, options)) {
      return trial.deployment().report().entries().get(2);
    }
  }

  private static double bytesPerSynapse(Network network) {
    DeploymentReport.Entry entry = entry(network, new DeployOptions(1, Map.of()));
    return entry.bytes() / (double) entry.count();
  }

  @Test
  void tenthOfAllPairsWithOneWeightTakesAThirdMoreThanAByte() {
    Network network = sparse(new Law.Constant(1e-3), new Law.Constant(1e-3));
    assertThat(entry(network, DeployOptions.DEFAULT).form()).startsWith("bit rows");
    assertThat(bytesPerSynapse(network)).isLessThan(1.4);
  }

  @Test
  void weightsTakeSixBytesASynapse() {
    Network network = sparse(new Law.Uniform(0, 1e-3), new Law.Constant(1e-3));
    assertThat(bytesPerSynapse(network)).isLessThan(6.2);
  }

  @Test
  void weightsAndDelaysTakeEightAndAHalf() {
    Network network =
        sparse(
            new Law.Normal(1e-3, 1e-4, 0, 1),
            new Law.Normal(1.5e-3, 0.75e-3, 1e-4, Double.POSITIVE_INFINITY));
    assertThat(bytesPerSynapse(network)).isLessThan(8.5);
  }

  @Test
  void pinOverridesTheChoice() {
    Network network = sparse(new Law.Constant(1e-3), new Law.Constant(1e-3));
    DeployOptions rows = new DeployOptions(1, Map.of("in->cells", "rows"));
    assertThat(entry(network, rows).form()).startsWith("rows, one weight, 16-bit targets");
  }

  @Test
  void impossiblePinsAreRefused() {
    Network network = sparse(new Law.Uniform(0, 1e-3), new Law.Constant(1e-3));
    assertRefused(network, Map.of("in->cells", "bit-rows"), "different weights");
    assertRefused(network, Map.of("in->cells", "bits"), "there's no storage form 'bits'");
    assertRefused(network, Map.of("in->out", "rows"), "no such projection; there are in->cells");
  }

  private static void assertRefused(Network network, Map<String, String> pinned, String why) {
    assertThatThrownBy(
            () -> new CpuDriver().devices().get(0).deploy(network, new DeployOptions(1, pinned)))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining(why);
  }

  @Test
  void whatWouldNotFitTheMemoryIsDrawnAgainAtEachSpike() {
    Network network = sparse(new Law.Uniform(0, 1e-3), new Law.Constant(1e-3));
    assertThat(StoragePlan.of(network, Map.of(), 2_000_000).choice("in->cells").form())
        .isEqualTo(Form.ROWS);
    assertThat(StoragePlan.of(network, Map.of(), 200_000).choice("in->cells").form())
        .isEqualTo(Form.PROCEDURAL);
    assertThat(
            StoragePlan.of(network, Map.of("in->cells", "rows"), 200_000)
                .choice("in->cells")
                .form())
        .isEqualTo(Form.ROWS);
  }
}
