package dev.glia.api.testkit;

import dev.glia.api.analysis.Recording.SpikeTrains;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.api.AbstractAssert;

/** Assertions on the spikes of a population; a difference is named by tick, population, neuron. */
public final class SpikeTrainsAssert extends AbstractAssert<SpikeTrainsAssert, SpikeTrains> {
  private SpikeTrainsAssert(SpikeTrains actual) {
    super(actual, SpikeTrainsAssert.class);
  }

  public static SpikeTrainsAssert assertThatSpikes(SpikeTrains actual) {
    return new SpikeTrainsAssert(actual);
  }

  public SpikeTrainsAssert isSilent() {
    return hasCount(0);
  }

  public SpikeTrainsAssert hasCount(int expected) {
    return hasCountBetween(expected, expected);
  }

  /** At least {@code low} and at most {@code high} spikes. */
  public SpikeTrainsAssert hasCountBetween(int low, int high) {
    isNotNull();
    int count = actual.ticks().length;
    if (count < low || count > high) {
      failWithMessage(
          "expected %s spikes of %s, found %d: %s",
          low == high ? Integer.toString(low) : low + " to " + high,
          actual.population(),
          count,
          excerpt(actual));
    }
    return this;
  }

  /** Exactly these ticks in one neuron. */
  public SpikeTrainsAssert hasSpikesOf(int neuron, long... ticks) {
    isNotNull();
    long[] found =
        IntStream.range(0, actual.ticks().length)
            .filter(i -> actual.neurons()[i] == neuron)
            .mapToLong(i -> actual.ticks()[i])
            .toArray();
    if (!Arrays.equals(found, ticks)) {
      failWithMessage(
          "expected %s[%d] to spike at ticks %s, but it did at %s",
          actual.population(), neuron, Arrays.toString(ticks), Arrays.toString(found));
    }
    return this;
  }

  /** The same spikes, one for one. */
  public SpikeTrainsAssert isSameAsSpikes(SpikeTrains expected) {
    isNotNull();
    int common = Math.min(actual.ticks().length, expected.ticks().length);
    for (int i = 0; i < common; i++) {
      if (actual.ticks()[i] != expected.ticks()[i]
          || actual.neurons()[i] != expected.neurons()[i]) {
        failWithMessage(
            "%s differs first at spike %d: expected %s, found %s",
            actual.population(), i, spike(expected, i), spike(actual, i));
      }
    }
    if (actual.ticks().length != expected.ticks().length) {
      boolean more = actual.ticks().length > common;
      failWithMessage(
          "%s has %d spikes, expected %d; the first %s is %s",
          actual.population(),
          actual.ticks().length,
          expected.ticks().length,
          more ? "that shouldn't be" : "missing",
          spike(more ? actual : expected, common));
    }
    return this;
  }

  /** All intervals of each neuron have between {@code low} and {@code high} ticks. */
  public SpikeTrainsAssert hasIntervalsBetween(long low, long high) {
    isNotNull();
    long[] last = LongStream.generate(() -> -1).limit(actual.size()).toArray();
    for (int i = 0; i < actual.ticks().length; i++) {
      int neuron = actual.neurons()[i];
      long interval = actual.ticks()[i] - last[neuron];
      if (last[neuron] >= 0 && (interval < low || interval > high)) {
        failWithMessage(
            "expected intervals of %d to %d ticks, found one of %d that ends with %s",
            low, high, interval, spike(actual, i));
      }
      last[neuron] = actual.ticks()[i];
    }
    return this;
  }

  private static String spike(SpikeTrains trains, int index) {
    return "%s[%d] at tick %d"
        .formatted(trains.population(), trains.neurons()[index], trains.ticks()[index]);
  }

  private static String excerpt(SpikeTrains trains) {
    int shown = Math.min(5, trains.ticks().length);
    String first = IntStream.range(0, shown).mapToObj(i -> spike(trains, i)).toList().toString();
    return shown < trains.ticks().length ? first + " and more" : first;
  }
}
