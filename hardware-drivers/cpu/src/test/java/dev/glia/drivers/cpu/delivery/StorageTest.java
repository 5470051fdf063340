package dev.glia.drivers.cpu.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.network.Law;
import dev.glia.api.network.Projection;
import dev.glia.api.random.RandomStream;
import dev.glia.api.testkit.Wiring;
import dev.glia.api.topology.Connectivity;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form of storage adds up what a naive loop over all synapses adds up. */
class StorageTest {
  private static final double DT = 1e-4;
  private static final int N = 150;
  private static final Law ONE_WEIGHT = new Law.Constant(0.25);
  private static final Law WEIGHTS = new Law.Uniform(-1, 1);
  private static final Law ONE_DELAY = new Law.Constant(3e-4);
  private static final Law DELAYS = new Law.Uniform(0, 1e-3);

  static Stream<Arguments> forms() {
    Wiring some = Wiring.fixedProbability(N, N, 0.2, 1);
    Wiring few = Wiring.fixedProbability(N, N, 0.02, 1);
    Wiring wide = Wiring.fixedProbability(20, 70_000, 0.01, 2);
    Wiring twice = Wiring.list(3, new int[] {0, 0, 2}, new int[] {}, new int[] {1, 1, 1});
    return Stream.of(
        Arguments.of("bit rows", some, ONE_WEIGHT, ONE_DELAY),
        Arguments.of("bit rows, 3 repeated synapses as rows", twice, ONE_WEIGHT, ONE_DELAY),
        Arguments.of("rows, one weight, 16-bit targets", few, ONE_WEIGHT, ONE_DELAY),
        Arguments.of("rows, 16-bit targets", some, WEIGHTS, ONE_DELAY),
        Arguments.of("rows, 16-bit targets, branches by delay", some, WEIGHTS, DELAYS),
        Arguments.of(
            "rows, one weight, 16-bit targets, branches by delay", some, ONE_WEIGHT, DELAYS),
        Arguments.of("rows, one weight, 32-bit targets", wide, ONE_WEIGHT, ONE_DELAY),
        Arguments.of("rows, 32-bit targets, branches by delay", wide, WEIGHTS, DELAYS),
        Arguments.of("rows, 16-bit targets", twice, WEIGHTS, ONE_DELAY),
        Arguments.of("rows, 16-bit targets, branches by delay", twice, WEIGHTS, DELAYS),
        Arguments.of("one-to-one, one weight", Wiring.oneToOne(N), ONE_WEIGHT, ONE_DELAY),
        Arguments.of("one-to-one", Wiring.oneToOne(N), WEIGHTS, ONE_DELAY),
        Arguments.of("dense rows", Wiring.allToAll(40, N), WEIGHTS, ONE_DELAY),
        Arguments.of("all-to-all as a total", Wiring.allToAll(40, N), ONE_WEIGHT, ONE_DELAY),
        Arguments.of("all-but-one as total minus own", Wiring.allButOne(N), ONE_WEIGHT, ONE_DELAY),
        Arguments.of("rows, 16-bit targets", Wiring.allButOne(N), WEIGHTS, ONE_DELAY));
  }

  private static SynapseDraw draw(Connectivity connectivity, Law weight, Law delay) {
    return new SynapseDraw(
        new Projection("p", "a", "b", "r", connectivity, weight, delay, Optional.empty()), DT, 9);
  }

  private static int[] bounds(int targets, int slices) {
    return IntStream.rangeClosed(0, slices)
        .map(s -> s == slices ? targets : Math.min(targets, 64 * s))
        .toArray();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void formDeliversWhatANaiveLoopDelivers(
      String form, Connectivity connectivity, Law weight, Law delay) {
    for (int slices = 1; slices <= 3; slices++) {
      SynapseDraw draw = draw(connectivity, weight, delay);
      int[] bounds = bounds(connectivity.targets(), slices);
      Synapses[] parts = Storage.build(draw, bounds, Storage.Use.STATIC, 0);
      if (slices == 1) {
        assertThat(parts[0].form()).isEqualTo(form);
      }
      assertThat(Arrays.stream(parts).mapToLong(Synapses::count).sum())
          .isEqualTo(connectivity.expectedSynapses());
      int[] spikes = spikes(connectivity.sources());
      for (int wanted = 0; wanted <= 10; wanted++) {
        double[] expected = naive(draw, spikes, wanted);
        float[] sums = new float[connectivity.targets()];
        for (Synapses part : parts) {
          int[] branches = branches(part, draw, spikes, wanted);
          part.deliver(branches, branches.length, sums);
        }
        for (int j = 0; j < sums.length; j++) {
          assertThat((double) sums[j])
              .as("target %d, delay %d, %d slices", j, wanted, slices)
              .isCloseTo(expected[j], org.assertj.core.data.Offset.offset(1e-4));
        }
      }
    }
  }

  private static int[] spikes(int sources) {
    RandomStream random = new RandomStream(5, "spikes", sources);
    return IntStream.range(0, sources).filter(i -> random.nextDouble() < 0.4).toArray();
  }

  /** The sums at the targets of all synapses with a delay, in float64. */
  private static double[] naive(SynapseDraw draw, int[] spikes, int delay) {
    double[] sums = new double[draw.connectivity().targets()];
    for (int source : spikes) {
      draw.row(source);
      for (int k = 0; k < draw.size(); k++) {
        if (draw.delay(k) == delay) {
          sums[draw.target(k)] += draw.weight(k);
        }
      }
    }
    return sums;
  }

  private static int[] branches(Synapses part, SynapseDraw draw, int[] spikes, int delay) {
    if (!draw.drawsDelays()) {
      return draw.sharedDelay() == delay ? spikes : new int[0];
    }
    Rows rows = (Rows) part;
    return Arrays.stream(spikes)
        .flatMap(i -> IntStream.range(rows.firstBranch(i), rows.firstBranch(i + 1)))
        .filter(branch -> rows.delay(branch) == delay)
        .toArray();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void weightsComeAndGoInTheNeutralOrder(
      String form, Connectivity connectivity, Law weight, Law delay) {
    for (int slices = 1; slices <= 3; slices++) {
      SynapseDraw draw = draw(connectivity, weight, delay);
      int[] bounds = bounds(connectivity.targets(), slices);
      Synapses[] parts = Storage.build(draw, bounds, Storage.Use.EACH_WEIGHT, 1);
      SynapseOrder order = new SynapseOrder(draw, parts, bounds);
      float[][] weights = Arrays.stream(parts).map(Synapses::weights).toArray(float[][]::new);
      float[] read = order.read(weights);
      int next = 0;
      for (int source = 0; source < draw.sources(); source++) {
        draw.row(source);
        for (int k = 0; k < draw.size(); k++) {
          assertThat(read[next++]).isEqualTo(draw.weight(k));
        }
      }
      assertThat(next).isEqualTo(read.length);
      float[] other = new float[read.length];
      for (int i = 0; i < other.length; i++) {
        other[i] = i;
      }
      order.write(other, weights);
      assertThat(order.read(weights)).isEqualTo(other);
    }
  }

  @Test
  void constantWeightsOfSixteenBitRowsTakeTwoBytesASynapse() {
    Wiring wiring = Wiring.fixedProbability(500, 2000, 0.1, 3);
    Synapses rows =
        Storage.build(
            draw(wiring, ONE_WEIGHT, ONE_DELAY), new int[] {0, 2000}, Storage.Use.STATIC, 0)[0];
    assertThat(rows.bytes() / (double) rows.count()).isLessThan(2.1);
  }

  @Test
  void targetIndexFindsEverySynapseOfATarget() {
    Wiring wiring = Wiring.fixedProbability(N, N, 0.3, 4);
    Rows rows =
        (Rows)
            Storage.build(
                draw(wiring, WEIGHTS, DELAYS), new int[] {0, N}, Storage.Use.EACH_WEIGHT, 1)[0];
    ColumnIndex columns = new ColumnIndex(rows, N);
    for (int j = 0; j < N; j++) {
      int target = j;
      int[] found =
          IntStream.range(columns.start(j), columns.start(j + 1))
              .map(at -> columns.synapses()[at])
              .toArray();
      assertThat(found)
          .containsExactly(
              IntStream.range(0, (int) rows.count())
                  .filter(k -> rows.target(k) == target)
                  .toArray());
      for (int at = columns.start(j); at < columns.start(j + 1); at++) {
        int branch = columns.branches()[at];
        assertThat(columns.synapses()[at])
            .isBetween(rows.start(branch), rows.start(branch + 1) - 1);
      }
    }
  }
}
