package dev.glia.drivers.conformance;

import static dev.glia.api.testkit.SpikeTrainsAssert.assertThatSpikes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.device.NumberFormat;
import dev.glia.api.network.Probe;
import dev.glia.api.testkit.Trial;
import java.util.Arrays;
import org.assertj.core.data.Offset;

/**
 * How near a device must come to the float64 reference in one network.
 *
 * @param sameSpikes whether every spike must be the same
 * @param counts largest difference of a population's number of spikes, relative to the reference's;
 *     of no account if spikes are the same
 * @param values largest difference of traces and weights, relative to the largest one in the
 *     reference; 0 for what the number format makes of it
 * @param reason why the device can't come nearer, for the people who choose it; empty if it's exact
 */
public record Agreement(boolean sameSpikes, double counts, double values, String reason) {
  /** Rounding errors that may add up over a specimen. */
  private static final double ROUNDINGS = 400;

  /** Probes and weights are handed out as float32, whatever the device computes with. */
  private static final double FLOOR = 4 * 0x1p-24;

  public Agreement {
    if (!sameSpikes && reason.isBlank()) {
      throw new IllegalArgumentException("why can't the spikes be the same?");
    }
    if (!(counts >= 0) || !(values >= 0)) {
      throw new IllegalArgumentException("differences of " + counts + " and " + values);
    }
  }

  /** The same spikes; values as the number format allows. */
  public static Agreement exact() {
    return new Agreement(true, 0, 0, "");
  }

  /** About as many spikes, and about the same values. */
  public static Agreement within(double counts, double values, String reason) {
    return new Agreement(false, counts, values, reason);
  }

  private double allowed(NumberFormat format) {
    return values > 0 ? values : Math.max(FLOOR, ROUNDINGS * format.relativeError());
  }

  /** Compares all that probes saw. */
  void checkProbes(Trial expected, Trial actual, NumberFormat format) {
    for (Probe probe : expected.deployment().network().probes()) {
      String of = probe.population();
      switch (probe) {
        case Probe.Spikes spikes -> checkSpikes(of, expected, actual);
        case Probe.Counts counted ->
            checkNumber(of, sum(expected.counts(of)), sum(actual.counts(of)));
        case Probe.Trace trace -> checkTrace(trace, expected, actual, format);
      }
    }
  }

  private void checkSpikes(String population, Trial expected, Trial actual) {
    if (sameSpikes) {
      assertThatSpikes(actual.spikes(population)).isSameAsSpikes(expected.spikes(population));
    } else {
      checkNumber(
          population,
          expected.spikes(population).ticks().length,
          actual.spikes(population).ticks().length);
    }
  }

  private void checkNumber(String population, long expected, long actual) {
    assertThat((double) actual)
        .as("spikes of %s", population)
        .isCloseTo(expected, Offset.offset(sameSpikes ? 0.0 : counts * expected));
  }

  private static long sum(int[] counts) {
    return Arrays.stream(counts).asLongStream().sum();
  }

  private void checkTrace(Probe.Trace trace, Trial expected, Trial actual, NumberFormat format) {
    assertThat(actual.traceTicks(trace.population(), trace.variable()))
        .as("ticks of %s.%s", trace.population(), trace.variable())
        .isEqualTo(expected.traceTicks(trace.population(), trace.variable()));
    for (int neuron = 0; neuron < trace.neurons(); neuron++) {
      checkValues(
          trace.population() + "[" + neuron + "]." + trace.variable(),
          expected.trace(trace.population(), trace.variable(), neuron),
          actual.trace(trace.population(), trace.variable(), neuron),
          format);
    }
  }

  /** Compares numbers, one by one. */
  void checkValues(String what, double[] expected, double[] actual, NumberFormat format) {
    assertThat(actual).as(what).hasSameSizeAs(expected);
    double scale = Arrays.stream(expected).map(Math::abs).max().orElse(0);
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i])
          .as("%s, value %d of %d", what, i, expected.length)
          .isCloseTo(expected[i], Offset.offset(allowed(format) * scale));
    }
  }
}
