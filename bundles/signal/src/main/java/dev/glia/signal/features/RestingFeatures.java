package dev.glia.signal.features;

import dev.glia.signal.filters.Butterworth;
import dev.glia.signal.measures.AperiodicFit;
import dev.glia.signal.measures.Avalanches;
import dev.glia.signal.measures.DetrendedFluctuation;
import dev.glia.signal.measures.Moments;
import dev.glia.signal.measures.PhaseAmplitudeCoupling;
import dev.glia.signal.measures.Synchrony;
import dev.glia.signal.spectra.AnalyticSignal;
import dev.glia.signal.spectra.Spectrum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * 28 features of resting EEG for each epoch and channel: 14 standard ones (band powers, phase
 * locking, moments), then 14 of dynamics (aperiodic spectrum, cross-frequency coupling, scaling,
 * avalanches, instantaneous frequency).
 *
 * <p>Bands are filtered and turned into analytic signals over the whole recording; then epochs are
 * cut. One thread.
 */
public final class RestingFeatures {
  /** How many of {@link #NAMES} are standard; the others are of dynamics. */
  public static final int STANDARD = 14;

  private static final int ORDER = 3;
  private static final int PHASE_BINS = 18;
  private static final int[] WINDOWS = {16, 32, 64, 128, 256};
  private static final double EVENT = 2.5; // standard deviations
  private static final int BIN = 4; // samples
  private static final double FIT_FROM = 2; // Hz
  private static final double FIT_TO = 45;

  /** Phase of the first, amplitude of the second. */
  private static final Band[][] COUPLINGS = {
    {Band.THETA, Band.GAMMA},
    {Band.ALPHA, Band.GAMMA},
    {Band.BETA, Band.GAMMA},
    {Band.DELTA, Band.BETA}
  };

  /** What the features are, in their order. */
  public static final List<String> NAMES = names();

  private final double[][] signals;
  private final double rate;
  private final AnalyticSignal[][] bands; // by band, channel

  private RestingFeatures(double[][] signals, double rate) {
    this.signals = signals;
    this.rate = rate;
    bands = new AnalyticSignal[Band.values().length][];
    for (Band band : Band.values()) {
      var filter = Butterworth.bandPass(ORDER, band.low(), band.high(), rate);
      bands[band.ordinal()] =
          Arrays.stream(signals)
              .map(signal -> AnalyticSignal.of(filter.zeroPhase(signal)))
              .toArray(AnalyticSignal[]::new);
    }
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    for (Band band : Band.values()) {
      names.add(band.symbol() + " power");
    }
    for (Band band : Band.values()) {
      names.add(band.symbol() + " locking");
    }
    names.addAll(List.of("variance", "mobility", "complexity", "skewness"));
    names.addAll(List.of("exponent", "offset"));
    for (Band[] pair : COUPLINGS) {
      names.add(pair[0].symbol() + "-" + pair[1].symbol() + " coupling");
    }
    names.addAll(List.of("fluctuation", "alpha fluctuation"));
    names.addAll(List.of("branching", "avalanche size", "avalanche duration", "event share"));
    names.addAll(List.of("theta frequency", "alpha frequency"));
    return List.copyOf(names);
  }

  /**
   * Computes.
   *
   * @param signals one array a channel, two channels or more, of one length
   * @param rate samples a second, above 90; the constants suit some 128
   * @param epoch samples of an epoch, at least 256 and two seconds
   * @param edge samples to be left out at both ends, where filters aren't sure
   * @return {@code [epoch][channel][feature]}, features as {@link #NAMES} has them
   */
  public static double[][][] of(double[][] signals, double rate, int epoch, int edge) {
    RestingFeatures of = new RestingFeatures(signals, rate);
    int epochs = (signals[0].length - 2 * edge) / epoch;
    double[][][] features = new double[epochs][signals.length][NAMES.size()];
    for (int e = 0; e < epochs; e++) {
      of.epoch(edge + e * epoch, edge + (e + 1) * epoch, features[e]);
    }
    return features;
  }

  private void epoch(int from, int to, double[][] into) {
    int channels = signals.length;
    double[][] cut = new double[channels][];
    for (int c = 0; c < channels; c++) {
      cut[c] = Arrays.copyOfRange(signals[c], from, to);
    }
    double[][][] locking = locking(from, to);
    Avalanches avalanches = Avalanches.of(cut, EVENT, BIN);
    for (int c = 0; c < channels; c++) {
      Spectrum spectrum =
          Spectrum.welch(cut[c], rate, (int) Math.round(2 * rate), (int) Math.round(rate));
      int f = standard(cut[c], spectrum, locking, c, into[c]);
      f = aperiodic(spectrum, into[c], f);
      f = coupling(from, to, c, into[c], f);
      into[c][f++] = DetrendedFluctuation.exponent(cut[c], WINDOWS);
      into[c][f++] =
          DetrendedFluctuation.exponent(part(Band.ALPHA, c, from, to).amplitude(), WINDOWS);
      f = events(avalanches, cut[c], into[c], f);
      into[c][f++] = Moments.median(part(Band.THETA, c, from, to).frequency(rate));
      into[c][f] = Moments.median(part(Band.ALPHA, c, from, to).frequency(rate));
    }
  }

  private AnalyticSignal part(Band band, int channel, int from, int to) {
    AnalyticSignal whole = bands[band.ordinal()][channel];
    return new AnalyticSignal(
        Arrays.copyOfRange(whole.real(), from, to),
        Arrays.copyOfRange(whole.imaginary(), from, to));
  }

  /** Between all pairs of channels, by band. */
  private double[][][] locking(int from, int to) {
    int channels = signals.length;
    double[][][] locking = new double[bands.length][channels][channels];
    for (Band band : Band.values()) {
      double[][] of = locking[band.ordinal()];
      for (int a = 0; a < channels; a++) {
        AnalyticSignal first = part(band, a, from, to);
        for (int b = 0; b < a; b++) {
          of[a][b] = Synchrony.phaseLocking(first, part(band, b, from, to));
          of[b][a] = of[a][b];
        }
      }
    }
    return locking;
  }

  private static int standard(
      double[] signal, Spectrum spectrum, double[][][] locking, int channel, double[] into) {
    int f = 0;
    for (Band band : Band.values()) {
      into[f++] = Math.log10(spectrum.power(band.low(), band.high()));
    }
    for (Band band : Band.values()) {
      double[] with = locking[band.ordinal()][channel];
      into[f++] = Arrays.stream(with).sum() / (with.length - 1); // with itself it's 0 here
    }
    into[f++] = Math.log10(Moments.variance(signal));
    into[f++] = Moments.mobility(signal);
    into[f++] = Moments.complexity(signal);
    into[f++] = Moments.skewness(signal);
    return f;
  }

  private static int aperiodic(Spectrum spectrum, double[] into, int from) {
    AperiodicFit fit =
        AperiodicFit.of(spectrum.between(FIT_FROM, FIT_TO), AperiodicFit.Search.USUAL);
    into[from] = fit.exponent();
    into[from + 1] = fit.offset();
    return from + 2;
  }

  private int coupling(int from, int to, int channel, double[] into, int first) {
    int f = first;
    for (Band[] pair : COUPLINGS) {
      into[f++] =
          PhaseAmplitudeCoupling.modulationIndex(
              part(pair[0], channel, from, to).phase(),
              part(pair[1], channel, from, to).amplitude(),
              PHASE_BINS);
    }
    return f;
  }

  /** Where nothing happened, the ratio is 0, and avalanches have the size of one event. */
  private static int events(Avalanches avalanches, double[] signal, double[] into, int from) {
    boolean none = avalanches.sizes().length == 0;
    double ratio = avalanches.branchingRatio();
    into[from] = Double.isNaN(ratio) ? 0 : ratio;
    into[from + 1] = none ? 0 : Math.log10(avalanches.meanSize());
    into[from + 2] = none ? 1 : avalanches.meanDuration();
    boolean[] events = Avalanches.events(signal, EVENT);
    int count = 0;
    for (boolean event : events) {
      count += event ? 1 : 0;
    }
    into[from + 3] = (double) count / events.length;
    return from + 4;
  }
}
