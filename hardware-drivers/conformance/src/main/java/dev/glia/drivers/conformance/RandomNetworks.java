package dev.glia.drivers.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.analysis.Recording.SpikeTrains;
import dev.glia.api.device.DeviceException;
import dev.glia.api.device.HardwareDriver;
import dev.glia.api.equations.LearningEquations;
import dev.glia.api.network.Network;
import dev.glia.api.testkit.Trial;
import dev.glia.drivers.reference.ReferenceDriver;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Random networks on a driver and on the reference, side by side.
 *
 * <p>"The same" means, tick by tick: the same neurons spike, and potentials and weights agree
 * within the driver's precision. One exception is granted: if a neuron spikes on one side only, and
 * on the side where it didn't its potential is within that precision of the threshold, then the
 * crossing was marginal, rounding decided it, and what follows isn't comparable. The comparison
 * ends there, and is counted as cut short.
 */
final class RandomNetworks {
  private static final int BLOCK = 50;
  private static final double VOLTS = 65e-3; // as large as any potential before inhibition adds up
  private static final double THRESHOLD = -50e-3;
  private static final double LEAST = 1e-5;
  private static final double ROUNDINGS = 200;

  private final HardwareDriver driver;
  private final double precision;

  RandomNetworks(HardwareDriver driver) {
    this.driver = driver;
    precision = Math.max(LEAST, ROUNDINGS * driver.numberFormat().relativeError());
  }

  /** Returns whether everything was compared, and nothing cut short by a marginal crossing. */
  boolean compare(long shape) {
    RandomShape random = new RandomShape(shape);
    Network network = random.network();
    try (Trial expected = Trial.of(new ReferenceDriver(), network);
        Trial actual = Trial.of(driver, network)) {
      random.forceInputs(expected);
      random.forceInputs(actual);
      for (int from = 0; from < RandomShape.TICKS; from += BLOCK) {
        expected.run(BLOCK);
        actual.run(BLOCK);
        if (!sameUntilMarginal(expected, actual, from)) {
          return false;
        }
        compareWeights(expected, actual);
        raisePresentation(expected);
        raisePresentation(actual);
        compareWeights(expected, actual);
      }
    }
    return true;
  }

  /** A membrane that hardly leaks adds up a rounding a tick, all of one sign if it drifts. */
  private double precision(int tick) {
    return precision + tick * driver.numberFormat().relativeError();
  }

  private boolean sameUntilMarginal(Trial expected, Trial actual, int from) {
    for (int tick = from + 1; tick <= from + BLOCK; tick++) {
      Set<Integer> should = spikes(expected, tick);
      Set<Integer> did = spikes(actual, tick);
      Set<Integer> differ = new HashSet<>(should);
      differ.addAll(did);
      differ.removeIf(i -> should.contains(i) && did.contains(i));
      for (int neuron : differ) {
        Trial silent = should.contains(neuron) ? actual : expected;
        double margin = Math.abs(silent.trace("cells", "v", neuron)[tick - 1] - THRESHOLD);
        assertThat(margin)
            .as(
                "cells[%d] %s at tick %d; its distance from the threshold where it didn't, in V",
                neuron, should.contains(neuron) ? "should spike" : "should not spike", tick)
            .isLessThan(precision(tick) * VOLTS);
      }
      if (!differ.isEmpty()) {
        return false;
      }
      comparePotentials(expected, actual, tick);
    }
    return true;
  }

  private static Set<Integer> spikes(Trial trial, long tick) {
    SpikeTrains spikes = trial.spikes("cells");
    Set<Integer> neurons = new HashSet<>();
    for (int k = 0; k < spikes.ticks().length; k++) {
      if (spikes.ticks()[k] == tick) {
        neurons.add(spikes.neurons()[k]);
      }
    }
    return neurons;
  }

  private void comparePotentials(Trial expected, Trial actual, int tick) {
    int cells = expected.spikes("cells").size();
    for (int i = 0; i < cells; i++) {
      double[] trace = expected.trace("cells", "v", i);
      double should = trace[tick - 1];
      double is = actual.trace("cells", "v", i)[tick - 1];
      double largest = Arrays.stream(trace, 0, tick).map(Math::abs).reduce(VOLTS, Math::max);
      assertThat(Math.abs(is - should))
          .as("difference of cells[%d].v at tick %d, %s V instead of %s V", i, tick, is, should)
          .isLessThan(precision(tick) * largest);
    }
  }

  private static void raisePresentation(Trial trial) {
    try {
      trial.deployment().raise(RandomShape.LEARNING, LearningEquations.PRESENTATION);
    } catch (DeviceException e) {
      throw new AssertionError(e);
    }
  }

  private void compareWeights(Trial expected, Trial actual) {
    double[] should = weights(expected);
    double[] is = weights(actual);
    double largest = Arrays.stream(should).map(Math::abs).max().orElse(0);
    assertThat(is).hasSameSizeAs(should);
    for (int s = 0; s < is.length; s++) {
      assertThat(Math.abs(is[s] - should[s]))
          .as("difference of weight %d, %s instead of %s", s, is[s], should[s])
          .isLessThanOrEqualTo(precision * largest);
    }
  }

  private static double[] weights(Trial trial) {
    try {
      float[] weights = trial.deployment().readWeights(RandomShape.LEARNING);
      double[] copy = new double[weights.length];
      for (int s = 0; s < copy.length; s++) {
        copy[s] = weights[s];
      }
      return copy;
    } catch (DeviceException e) {
      throw new AssertionError(e);
    }
  }
}
