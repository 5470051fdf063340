package dev.glia.drivers.conformance;

import static dev.glia.api.testkit.SpikeTrainsAssert.assertThatSpikes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.glia.api.network.Probe;
import dev.glia.api.testkit.Trial;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The same again, in one block or in many. */
abstract class RepetitionTests extends DeviceTests {
  @Test
  void aSecondRunIsTheSame() throws Exception {
    for (Specimen specimen : contract().specimens()) {
      compare(specimen, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }
  }

  @Test
  void blocksDontMatter() throws Exception {
    Specimen specimen = any();
    compare(specimen, Integer.MAX_VALUE, 7);
    compare(specimen, Integer.MAX_VALUE, 1);
  }

  /** Runs it twice, one after the other: the device may have room for one only. */
  private void compare(Specimen specimen, int firstBlocks, int secondBlocks) throws Exception {
    assumeTrue(format().deterministic(), "the driver doesn't claim determinism");
    try (Trial first = deploy(specimen).blocks(firstBlocks)) {
      first.run(specimen.ticks());
      Map<String, float[]> weights = weights(first.deployment());
      first.close();
      try (Trial second = deploy(specimen).blocks(secondBlocks)) {
        second.run(specimen.ticks());
        for (Probe probe : specimen.network().probes()) {
          same(probe, first, second);
        }
        weights(second.deployment())
            .forEach((name, each) -> assertThat(each).as(name).isEqualTo(weights.get(name)));
      }
    }
  }

  private static void same(Probe probe, Trial first, Trial second) {
    String of = probe.population();
    switch (probe) {
      case Probe.Spikes spikes ->
          assertThatSpikes(second.spikes(of)).isSameAsSpikes(first.spikes(of));
      case Probe.Counts counts -> assertThat(second.counts(of)).isEqualTo(first.counts(of));
      case Probe.Trace trace -> {
        for (int neuron = 0; neuron < trace.neurons(); neuron++) {
          assertThat(second.trace(of, trace.variable(), neuron))
              .as("%s[%d].%s", of, neuron, trace.variable())
              .isEqualTo(first.trace(of, trace.variable(), neuron));
        }
      }
    }
  }
}
