package dev.glia.drivers.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.device.Ability;
import dev.glia.api.device.Deployment;
import dev.glia.api.network.Probe;
import dev.glia.api.network.Projection;
import dev.glia.api.testkit.Trial;
import dev.glia.drivers.reference.ReferenceDriver;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Specimens on the device and on the float64 reference, side by side. */
abstract class NumericsTests extends DeviceTests {
  /**
   * Weights and dynamics are judged apart: the reference gets the weights that the device has, and
   * how far those are off is for the mapping to say.
   */
  @Test
  void specimensBehaveAsOnTheReference() throws Exception {
    for (Specimen specimen : contract().specimens()) {
      try (Trial expected = Trial.of(new ReferenceDriver(), specimen.network());
          Trial actual = deploy(specimen)) {
        specimen.show(expected);
        Deployment oracle = expected.deployment();
        for (Map.Entry<String, float[]> each : weights(actual.deployment()).entrySet()) {
          oracle.writeWeights(each.getKey(), each.getValue());
        }
        expected.run(specimen.ticks());
        actual.run(specimen.ticks());
        assertSomethingHappens(specimen, expected);
        Agreement agreement = specimen.agreement();
        agreement.checkProbes(expected, actual, format());
        for (Projection projection : specimen.network().projections()) {
          if (projection.learning().isPresent() && can(Ability.READS_WEIGHTS)) {
            agreement.checkValues(
                specimen.name() + ", learned weights of " + projection.name(),
                wide(oracle.readWeights(projection.name())),
                wide(actual.deployment().readWeights(projection.name())),
                format());
          }
        }
      }
    }
  }

  private static void assertSomethingHappens(Specimen specimen, Trial trial) {
    assertThat(specimen.network().probes()).as("probes of %s", specimen.name()).isNotEmpty();
    assertThat(specimen.network().probes())
        .as("what happens in %s", specimen.name())
        .anyMatch(
            probe ->
                switch (probe) {
                  case Probe.Spikes spikes -> trial.spikes(spikes.population()).ticks().length > 0;
                  case Probe.Counts counts ->
                      Arrays.stream(trial.counts(counts.population())).sum() > 0;
                  case Probe.Trace trace ->
                      Arrays.stream(trial.trace(trace.population(), trace.variable(), 0))
                              .distinct()
                              .count()
                          > 1;
                });
  }

  @Test
  void frozenProjectionsKeepTheirWeights() throws Exception {
    for (Specimen specimen : contract().specimens()) {
      try (Trial trial = deploy(specimen)) {
        for (Projection projection : specimen.network().projections()) {
          if (projection.learning().isPresent()) {
            trial.deployment().setLearning(projection.name(), false);
          }
        }
        Map<String, float[]> before = weights(trial.deployment());
        trial.run(specimen.ticks());
        Map<String, float[]> after = weights(trial.deployment());
        before.forEach((name, each) -> assertThat(after.get(name)).as(name).isEqualTo(each));
      }
    }
  }

  /** What is read after writing is what can be stored; writing that again changes nothing. */
  @Test
  void weightsThatWereReadCanBeWrittenBack() throws Exception {
    Specimen specimen = any();
    try (Trial trial = deploy(specimen)) {
      if (!can(Ability.WRITES_WEIGHTS)) {
        return; // refused: see Hostility
      }
      for (Map.Entry<String, float[]> each : weights(trial.deployment()).entrySet()) {
        float[] reversed = each.getValue().clone();
        for (int i = 0; i < reversed.length; i++) {
          reversed[i] = each.getValue()[reversed.length - 1 - i];
        }
        trial.deployment().writeWeights(each.getKey(), reversed.clone());
        float[] stored = trial.deployment().readWeights(each.getKey());
        specimen
            .agreement()
            .checkValues("weights of " + each.getKey(), wide(reversed), wide(stored), format());
        trial.deployment().writeWeights(each.getKey(), stored.clone());
        if (format().deterministic()) {
          assertThat(trial.deployment().readWeights(each.getKey())).isEqualTo(stored);
        }
        stored[0] += 1;
        assertThat(trial.deployment().readWeights(each.getKey())[0])
            .as("a copy is handed out")
            .isNotEqualTo(stored[0]);
      }
    }
  }
}
