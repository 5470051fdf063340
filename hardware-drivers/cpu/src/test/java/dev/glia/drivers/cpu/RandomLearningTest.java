package dev.glia.drivers.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.DeploymentReport;
import dev.glia.api.testkit.Trial;
import dev.glia.drivers.cpu.RandomLearning.Rule;
import dev.glia.drivers.reference.ReferenceDriver;
import dev.glia.v1.NetworkState;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every form of learning, against the reference and against itself. */
class RandomLearningTest {
  private static final int PARTS = 6;
  private static final int TICKS = 120;
  private static final double VOLTS = 1e-3;

  private static Trial deploy(RandomLearning learning, int threads) {
    return Trial.of(new CpuDriver(), learning.network(), new DeployOptions(threads, Map.of()));
  }

  @Property(tries = 60)
  void weightsAndPotentialsAreThoseOfTheReference(
      @ForAll Rule rule, @ForAll @IntRange(max = 1_000_000) int number) throws Exception {
    RandomLearning learning = new RandomLearning(rule, number);
    try (Trial expected = Trial.of(new ReferenceDriver(), learning.network());
        Trial actual = deploy(learning, 1 + number % 3)) {
      for (int part = 0; part < PARTS; part++) {
        learning.run(expected, part, TICKS);
        learning.run(actual, part, TICKS);
        compareWeights(expected, actual, "after part " + part);
        learning.change(expected, part);
        learning.change(actual, part);
      }
      comparePotentials(learning, expected, actual);
    }
  }

  /** Their numbers take more than 16 bits. */
  @ParameterizedTest
  @EnumSource(
      value = Rule.class,
      names = {"ADDITIVE", "MULTIPLICATIVE"})
  void manyTargetsLearnAsFewDo(Rule rule) throws Exception {
    RandomLearning learning = new RandomLearning(rule, 4, 70_000);
    try (Trial expected = Trial.of(new ReferenceDriver(), learning.network());
        Trial actual = deploy(learning, 1)) {
      assertThat(actual.deployment().report().entries())
          .anyMatch(e -> e.form().startsWith("rows, 32-bit targets"));
      learning.run(expected, 0, 25);
      learning.run(actual, 0, 25);
      compareWeights(expected, actual, "at the end");
    }
  }

  private static void compareWeights(Trial expected, Trial actual, String when) throws Exception {
    float[] should = expected.deployment().readWeights(RandomLearning.NAME);
    float[] is = actual.deployment().readWeights(RandomLearning.NAME);
    assertThat(is).hasSameSizeAs(should);
    double scale = VOLTS;
    for (float w : should) {
      scale = Math.max(scale, Math.abs(w));
    }
    for (int k = 0; k < is.length; k++) {
      assertThat((double) is[k])
          .as("weight %d %s", k, when)
          .isCloseTo(should[k], within(1e-5 * scale));
    }
  }

  private static void comparePotentials(RandomLearning learning, Trial expected, Trial actual) {
    for (int i = 0; i < learning.targets(); i++) {
      double[] should = expected.trace("cells", "v", i);
      double[] is = actual.trace("cells", "v", i);
      double scale = VOLTS;
      for (double v : should) {
        scale = Math.max(scale, Math.abs(v));
      }
      for (int tick = 0; tick < should.length; tick++) {
        assertThat(is[tick])
            .as("v of cell %d at tick %d", i, tick + 1)
            .isCloseTo(should[tick], within(2e-5 * scale));
      }
    }
  }

  /** Reading weights, taking snapshots, going on from them elsewhere: all of it shows nowhere. */
  @Property(tries = 60)
  void lookingChangesNothing(@ForAll Rule rule, @ForAll @IntRange(max = 1_000_000) int number)
      throws Exception {
    RandomLearning learning = new RandomLearning(rule, number);
    Trial looked = deploy(learning, 1 + number % 3);
    try (Trial alone = deploy(learning, 1)) {
      for (int part = 0; part < PARTS; part++) {
        learning.run(alone, part, TICKS);
        learning.run(looked, part, TICKS);
        looked.deployment().readWeights(RandomLearning.NAME);
        NetworkState state = NetworkState.parseFrom(looked.deployment().snapshot().toByteArray());
        if (part % 2 == 0) {
          looked.close();
          looked = deploy(learning, 1 + (number + part) % 3);
          looked.deployment().restore(state);
          assertThat(looked.deployment().snapshot()).isEqualTo(state);
        }
        learning.change(alone, part);
        learning.change(looked, part);
      }
      assertThat(looked.deployment().snapshot()).isEqualTo(alone.deployment().snapshot());
    } finally {
      looked.close();
    }
  }

  /** A state that was made elsewhere, or whose weights were replaced, is taken as it says. */
  @ParameterizedTest
  @EnumSource(Rule.class)
  void weightsOfAStateCount(Rule rule) throws Exception {
    RandomLearning learning = new RandomLearning(rule, 17);
    try (Trial trial = deploy(learning, 2)) {
      learning.run(trial, 0, 400);
      NetworkState.Builder state = trial.deployment().snapshot().toBuilder();
      var floats = state.getProjectionsBuilder(0).getWeightsBuilder().getFloatsBuilder();
      for (int k = 0; k < floats.getItemsCount(); k++) {
        floats.setItems(k, 0.5e-3f);
      }
      trial.deployment().restore(state.build());
      assertThat(trial.deployment().readWeights(RandomLearning.NAME))
          .isNotEmpty()
          .containsOnly(0.5e-3f);
    }
  }

  @Test
  void learningByRowsTakesAtMostTwelveBytesASynapse() throws Exception {
    try (Trial trial = Trial.of(new CpuDriver(), BenchmarkNetworks.stdp(2000))) {
      long bytes = 0;
      long synapses = 0;
      for (DeploymentReport.Entry e : trial.deployment().report().entries()) {
        bytes += e.part().startsWith("projection") ? e.bytes() : 0;
        synapses += e.part().startsWith("projection") ? e.count() : 0;
      }
      assertThat(bytes / (double) synapses).isBetween(8.0, 12.0);
    }
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void reportNamesThePath(Rule rule) throws Exception {
    try (Trial trial = deploy(new RandomLearning(rule, 17), 1)) {
      String form =
          trial.deployment().report().entries().stream()
              .filter(e -> e.part().startsWith("projection"))
              .map(DeploymentReport.Entry::form)
              .findFirst()
              .orElseThrow();
      if (rule.byRows) {
        assertThat(form).endsWith("learning by rows");
      } else {
        assertThat(form).contains("learning by rows and columns: ");
      }
    }
  }
}
