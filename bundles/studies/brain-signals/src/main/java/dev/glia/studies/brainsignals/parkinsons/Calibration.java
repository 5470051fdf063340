package dev.glia.studies.brainsignals.parkinsons;

import dev.glia.api.random.RandomStream;
import dev.glia.api.study.CellContext;
import dev.glia.learners.metrics.RegressionMetrics;
import dev.glia.signal.features.Band;
import dev.glia.signal.filters.Butterworth;
import dev.glia.signal.measures.AperiodicFit;
import dev.glia.signal.measures.Avalanches;
import dev.glia.signal.measures.DetrendedFluctuation;
import dev.glia.signal.measures.PhaseAmplitudeCoupling;
import dev.glia.signal.measures.Synchrony;
import dev.glia.signal.simulation.Noise;
import dev.glia.signal.simulation.ParkinsonCohort;
import dev.glia.signal.spectra.AnalyticSignal;
import dev.glia.signal.spectra.Spectrum;

/** Whether features measure what was planted: so many signals each. */
final class Calibration {
  private static final int LENGTH = 8192;

  private Calibration() {}

  static void measure(CellContext context) {
    int count = context.cell().integer("signals");
    double[][] planted = new double[6][count];
    double[][] found = new double[6][count];
    for (int i = 0; i < count; i++) {
      RandomStream random = context.random("calibration " + i);
      exponent(random, i, planted, found);
      planted[2][i] = 0.8 * random.nextDouble();
      found[2][i] =
          2
                  * DetrendedFluctuation.exponent(
                      Noise.colored(LENGTH, planted[2][i], ParkinsonCohort.RATE, random),
                      16,
                      32,
                      64,
                      128,
                      256)
              - 1;
      planted[3][i] = 0.1 + 0.85 * random.nextDouble();
      found[3][i] = locking(ParkinsonCohort.theta(planted[3][i], LENGTH, random));
      planted[4][i] = random.nextDouble();
      found[4][i] = coupling(planted[4][i], random);
      planted[5][i] = 0.3 + 0.65 * random.nextDouble();
      found[5][i] =
          Avalanches.of(ParkinsonCohort.branching(planted[5][i], LENGTH / 4, random))
              .branchingRatio();
      context.progress(i + 1, count, "signals");
    }
    context.number("exponent_error", RegressionMetrics.rmse(planted[0], found[0]));
    context.number("exponent_error_plain", RegressionMetrics.rmse(planted[1], found[1]));
    context.number("fluctuation_error", RegressionMetrics.rmse(planted[2], found[2]) / 2);
    context.number("locking_rank", RegressionMetrics.rankCorrelation(planted[3], found[3]));
    context.number("coupling_rank", RegressionMetrics.rankCorrelation(planted[4], found[4]));
    context.number("branching_error", RegressionMetrics.rmse(planted[5], found[5]));
    context.series("exponent", planted[0], found[0]);
  }

  /** Peaks of Gaussian shape over 1/f: resonators' skirts would be part of the slope. */
  private static void exponent(RandomStream random, int i, double[][] planted, double[][] found) {
    double exponent = 0.6 + 1.4 * random.nextDouble();
    double hz = 8.5 + 3.5 * random.nextDouble();
    double height = 0.4 + 0.8 * random.nextDouble();
    double[] signal =
        Noise.shaped(
            LENGTH,
            ParkinsonCohort.RATE,
            f ->
                Math.pow(f, -exponent)
                    * Math.pow(10, height * bell(f, hz, 1) + 0.3 * bell(f, 20, 2)),
            random);
    Spectrum spectrum = Spectrum.welch(signal, ParkinsonCohort.RATE, 256, 128).between(2, 45);
    planted[0][i] = exponent;
    planted[1][i] = exponent;
    found[0][i] = AperiodicFit.of(spectrum, AperiodicFit.Search.USUAL).exponent();
    found[1][i] = AperiodicFit.plainExponent(spectrum);
  }

  private static double bell(double f, double center, double width) {
    return Math.exp(-(f - center) * (f - center) / (2 * width * width));
  }

  private static AnalyticSignal in(Band band, double[] signal) {
    return AnalyticSignal.of(
        Butterworth.bandPass(3, band.low(), band.high(), ParkinsonCohort.RATE).zeroPhase(signal));
  }

  private static double locking(double[][] theta) {
    double sum = 0;
    for (int c = 0; c + 1 < theta.length; c++) {
      sum += Synchrony.phaseLocking(in(Band.THETA, theta[c]), in(Band.THETA, theta[c + 1]));
    }
    return sum / (theta.length - 1);
  }

  private static double coupling(double depth, RandomStream random) {
    double[] theta = ParkinsonCohort.theta(1, LENGTH, random)[0];
    double[] gamma = ParkinsonCohort.coupledGamma(theta, depth, random);
    double[] x = Noise.colored(LENGTH, 1.2, ParkinsonCohort.RATE, random);
    for (int i = 0; i < LENGTH; i++) {
      x[i] = 2 * x[i] + 0.7 * theta[i] + 0.35 * gamma[i];
    }
    return PhaseAmplitudeCoupling.modulationIndex(
        in(Band.THETA, x).phase(), in(Band.GAMMA, x).amplitude(), 18);
  }
}
