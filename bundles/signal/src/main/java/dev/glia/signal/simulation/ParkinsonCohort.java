package dev.glia.signal.simulation;

import dev.glia.api.random.RandomStream;
import dev.glia.signal.cohorts.Session;
import dev.glia.signal.features.RestingFeatures;
import dev.glia.signal.spectra.AnalyticSignal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Simulated subjects with planted effects: healthy controls, and patients off and on medication.
 * There's no reference electrode to be taken off, and nothing outside the bands to be filtered.
 */
public final class ParkinsonCohort {
  /** Samples a second. */
  public static final double RATE = 128;

  public static final int CHANNELS = 8;
  private static final int EPOCH = 1008; // samples: eight of them, half a second at both ends
  private static final int EDGE = 64;
  private static final int LENGTH = 8 * EPOCH + 2 * EDGE;
  private static final int CONTROLS = 16;
  private static final int PATIENTS = 15;

  /** Healthy controls, patients off medication, the same patients on it. */
  public enum State {
    HC(1.0, 0.80),
    OFF(1.45, 0.93),
    ON(0.95, 0.86);

    final double delta;
    final double branching;

    State(double delta, double branching) {
      this.delta = delta;
      this.branching = branching;
    }
  }

  /** What a subject has whatever its state. */
  private record Traits(
      double exponent, double alphaHz, double alphaGain, double gain, double[][] mixing) {}

  private ParkinsonCohort() {}

  /**
   * Features of all sessions, {@link RestingFeatures} of each; states by their names.
   *
   * @param random draws for a purpose, of one seed
   */
  public static List<Session> of(Function<String, RandomStream> random) {
    List<Session> sessions = new ArrayList<>();
    for (int s = 0; s < CONTROLS + PATIENTS; s++) {
      RandomStream draws = random.apply("subject " + s);
      Traits traits = traits(draws);
      State[] states = s < CONTROLS ? new State[] {State.HC} : new State[] {State.OFF, State.ON};
      for (State state : states) {
        double[][][] features =
            RestingFeatures.of(session(traits, state, draws), RATE, EPOCH, EDGE);
        sessions.add(new Session(s, state.name(), features));
      }
    }
    return sessions;
  }

  private static Traits traits(RandomStream random) {
    double[][] mixing = new double[CHANNELS][CHANNELS];
    double exponent = 1.2 + 0.15 * random.nextNormal();
    double hz = 10 + 0.7 * random.nextNormal();
    double alpha = Math.exp(0.35 * random.nextNormal());
    double gain = Math.exp(0.2 * random.nextNormal());
    for (int a = 0; a < CHANNELS; a++) {
      for (int b = 0; b < CHANNELS; b++) {
        mixing[a][b] = (a == b ? 1 : 0) + 0.15 * random.nextDouble();
      }
    }
    return new Traits(exponent, hz, alpha, gain, mixing);
  }

  private static double[][] session(Traits traits, State state, RandomStream random) {
    boolean ill = state != State.HC;
    double deltaGain = 0.8 * state.delta * Math.exp(0.12 * random.nextNormal());
    double synchrony = Math.clamp((ill ? 0.72 : 0.50) + 0.08 * random.nextNormal(), 0, 1);
    double exponent = traits.exponent() + (ill ? 0.18 : 0) + 0.05 * random.nextNormal();
    double depth = Math.clamp((ill ? 0.25 : 0.60) + 0.12 * random.nextNormal(), 0, 1);
    double branching = state.branching + 0.03 * random.nextNormal();
    double[][] theta = theta(synchrony, LENGTH, random);
    double[] delta = Noise.rhythm(LENGTH, 2.5, 1, RATE, random);
    double[][] sources = new double[CHANNELS][];
    for (int c = 0; c < CHANNELS; c++) {
      double[] pink = Noise.colored(LENGTH, exponent, RATE, random);
      double[] own = Noise.rhythm(LENGTH, 2.5, 1, RATE, random);
      double[] alpha = Noise.rhythm(LENGTH, traits.alphaHz(), 1.5, RATE, random);
      double[] beta = Noise.rhythm(LENGTH, 20, 4, RATE, random);
      double[] gamma = coupledGamma(theta[c], depth, random);
      double[] x = new double[LENGTH];
      for (int i = 0; i < LENGTH; i++) {
        x[i] =
            2 * pink[i]
                + deltaGain * (0.6 * delta[i] + 0.8 * own[i])
                + 0.7 * theta[c][i]
                + 0.8 * traits.alphaGain() * alpha[i]
                + 0.5 * beta[i]
                + 0.35 * gamma[i];
      }
      sources[c] = x;
    }
    bursts(sources, Math.clamp(branching, 0, 0.99), random);
    return mixed(sources, traits);
  }

  /** Rhythms of 6 Hz in all channels: {@code ρ common + sqrt(1 - ρ²) own}. */
  public static double[][] theta(double synchrony, int length, RandomStream random) {
    double[] common = Noise.rhythm(length, 6, 1.5, RATE, random);
    double[][] theta = new double[CHANNELS][];
    for (int c = 0; c < CHANNELS; c++) {
      theta[c] = Noise.rhythm(length, 6, 1.5, RATE, random);
      for (int i = 0; i < length; i++) {
        theta[c][i] = synchrony * common[i] + Math.sqrt(1 - synchrony * synchrony) * theta[c][i];
      }
    }
    return theta;
  }

  /** A rhythm of 38 Hz whose amplitude follows the phase of another, {@code 1 + depth cos φ}. */
  public static double[] coupledGamma(double[] theta, double depth, RandomStream random) {
    double[] gamma = Noise.rhythm(theta.length, 38, 6, RATE, random);
    double[] phase = AnalyticSignal.of(theta).phase();
    for (int i = 0; i < gamma.length; i++) {
      gamma[i] *= 1 + depth * Math.cos(phase[i]);
    }
    return gamma;
  }

  /**
   * Counts of a branching process: each event has so many followers, and some come of themselves.
   */
  public static int[] branching(double ratio, int bins, RandomStream random) {
    int[] activity = new int[bins];
    for (int t = 1; t < bins; t++) {
      activity[t] = random.nextPoisson(ratio * activity[t - 1] + 0.05);
    }
    return activity;
  }

  private static void bursts(double[][] sources, double ratio, RandomStream random) {
    int[] activity = branching(ratio, LENGTH / 4, random);
    for (int t = 0; t < activity.length; t++) {
      for (int k = 0; k < activity[t]; k++) {
        double[] x = sources[random.nextInt(CHANNELS)];
        double sign = random.nextDouble() < 0.5 ? -1 : 1;
        x[4 * t] += sign * 3.5;
        x[4 * t + 1] += sign * 2.0;
      }
    }
  }

  private static double[][] mixed(double[][] sources, Traits traits) {
    double[][] signals = new double[CHANNELS][LENGTH];
    for (int a = 0; a < CHANNELS; a++) {
      for (int b = 0; b < CHANNELS; b++) {
        for (int i = 0; i < LENGTH; i++) {
          signals[a][i] += traits.gain() * traits.mixing()[a][b] * sources[b][i];
        }
      }
    }
    return signals;
  }
}
