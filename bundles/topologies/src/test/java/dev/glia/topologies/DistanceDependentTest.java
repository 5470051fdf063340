package dev.glia.topologies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.component.Fault;
import dev.glia.api.testkit.Settings;
import dev.glia.api.topology.Connectivity;
import dev.glia.api.topology.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DistanceDependentTest {
  @Property(tries = 150)
  void stepProfileConnectsExactlyTheDisc(
      @ForAll @IntRange(min = 2, max = 9) int width,
      @ForAll @IntRange(min = 2, max = 9) int height,
      @ForAll @DoubleRange(min = 0.1, max = 12) double reach,
      @ForAll boolean wrap) {
    Layer layer = new Layer("sheet", width * height, width, height);
    Connectivity wires = connect(layer, layer, 1, "reach", reach, "profile", "step", "wrap", wrap);
    TopologyClaims.check(wires);
    for (int source = 0; source < layer.size(); source++) {
      List<Integer> near = new ArrayList<>();
      for (int target = 0; target < layer.size(); target++) {
        double dx = apart(source % width, target % width, width, wrap);
        double dy = apart(source / width, target / width, height, wrap);
        if (dx * dx + dy * dy <= reach * reach) {
          near.add(target);
        }
      }
      assertThat(wires.row(source)).containsExactly(near.toArray(new Integer[0]));
    }
  }

  private static double apart(int a, int b, int length, boolean wrap) {
    int apart = Math.abs(a - b);
    return wrap ? Math.min(apart, length - apart) : apart;
  }

  @Test
  void gaussianProfileFallsAsAGaussian() {
    checkFrequencies("gaussian", d -> 0.8 * Math.exp(-d * d / (2 * 3 * 3)));
  }

  @Test
  void exponentialProfileFallsExponentially() {
    checkFrequencies("exponential", d -> 0.8 * Math.exp(-d / 3));
  }

  private static void checkFrequencies(String profile, DoubleUnaryOperator probability) {
    Layer line = Layer.of("line", 41);
    int draws = 4000;
    int[] hits = new int[41];
    for (int key = 0; key < draws; key++) {
      for (int target :
          connect(line, line, key, "reach", 3.0, "p", 0.8, "profile", profile).row(20)) {
        hits[target]++;
      }
    }
    for (int target = 0; target < 41; target++) {
      double p = probability.applyAsDouble(Math.abs(target - 20));
      assertThat((double) hits[target])
          .as("hits at distance %d", target - 20)
          .isCloseTo(draws * p, within(5 * Math.sqrt(draws * p * (1 - p)) + 1));
    }
  }

  @Test
  void wrappedNeighborsLieOnTheOppositeEdge() {
    Layer ring = Layer.of("ring", 10);
    assertThat(connect(ring, ring, 1, "reach", 1.0, "profile", "step", "wrap", true).row(0))
        .containsExactly(0, 1, 9);
    assertThat(connect(ring, ring, 1, "reach", 1.0, "profile", "step", "wrap", false).row(0))
        .containsExactly(0, 1);
  }

  @Test
  void gridsOfDifferentSizesCoverEachOther() {
    Layer coarse = new Layer("coarse", 4, 2, 2);
    Layer fine = new Layer("fine", 16, 4, 4);
    // neuron 0 of the coarse grid lies in the middle of the fine grid's neurons 0, 1, 4 and 5
    assertThat(connect(coarse, fine, 1, "reach", 0.75, "profile", "step").row(0))
        .containsExactly(0, 1, 4, 5);
    assertThat(connect(coarse, fine, 1, "reach", 0.75, "profile", "step").row(3))
        .containsExactly(10, 11, 14, 15);
    assertThat(connect(fine, coarse, 1, "reach", 0.5, "profile", "step").row(5)).containsExactly(0);
  }

  @Test
  void selfConnectionsCanBeLeftOut() {
    Layer ring = Layer.of("ring", 10);
    assertThat(connect(ring, ring, 1, "reach", 1.0, "profile", "step", "self", "forbid").row(5))
        .containsExactly(4, 6);
  }

  @Test
  void expectationIsMetByTheDraws() {
    Layer sheet = new Layer("sheet", 900, 30, 30);
    Connectivity wrapped = connect(sheet, sheet, 9, "reach", 2.5, "wrap", true);
    Connectivity bounded = connect(sheet, sheet, 9, "reach", 2.5);
    double mean = 2 * Math.PI * 2.5 * 2.5 * 900; // integral of the profile
    assertThat((double) wrapped.expectedSynapses()).isCloseTo(mean, within(0.001 * mean));
    assertThat((double) TopologyClaims.synapses(wrapped))
        .isCloseTo(wrapped.expectedSynapses(), within(5 * Math.sqrt(mean)));
    assertThat((double) TopologyClaims.synapses(bounded))
        .isCloseTo(bounded.expectedSynapses(), within(0.05 * mean));
  }

  @Test
  void aLineAndASheetAreNotCompared() {
    Layer line = Layer.of("line", 100);
    Layer sheet = new Layer("sheet", 100, 10, 10);
    assertThatThrownBy(() -> connect(line, sheet, 1, "reach", 2.0))
        .isInstanceOf(Fault.class)
        .hasMessageContainingAll("'line' is a line of 100", "'sheet' is a grid of 10 × 10");
  }

  private static Connectivity connect(Layer source, Layer target, long key, Object... given) {
    DistanceDependent rule = new DistanceDependent();
    return rule.connect(source, target, Settings.of(rule.descriptor(), given), key);
  }
}
