package dev.glia.studies.plasticity.symmetricstdp;

import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeviceLostException;
import dev.glia.api.device.InputBlock;
import dev.glia.api.device.OutputBlock;
import dev.glia.api.network.Population;
import dev.glia.api.study.CellContext;
import java.util.List;

/**
 * The rule's window, measured: as many pairs of neurons as lags, each pair spikes once, and the
 * change of its synapse is read.
 */
final class Window {
  private static final int WIDEST = 60; // ms
  private static final int STEP = 5;
  private static final double CHANGE = 0.005 * 0.1; // nu times what a spike adds to its trace

  private Window() {}

  static void measure(CellContext context) throws DeviceLostException {
    int lags = 2 * WIDEST / STEP + 1;
    Deployment deployment =
        context.deploy(
            "window.yaml",
            List.of("populations.pre.size=" + lags, "populations.post.size=" + lags));
    double ticksPerMilli = 1e-3 / deployment.network().dt();
    float[] before = deployment.readWeights("pair");
    play(deployment, lags, ticksPerMilli);
    float[] after = deployment.readWeights("pair");
    double[] lag = new double[lags];
    double[] change = new double[lags];
    double uneven = 0;
    double misfit = 0;
    double slopes = 0;
    for (int i = 0; i < lags; i++) {
      lag[i] = i * STEP - WIDEST;
      change[i] = (double) after[i] - before[i];
      misfit = Math.max(misfit, Math.abs(change[i] - CHANGE * Math.exp(-Math.abs(lag[i]) / 20)));
    }
    for (int i = 0; i < lags / 2; i++) {
      uneven = Math.max(uneven, Math.abs(change[i] - change[lags - 1 - i]));
      slopes += Math.log(change[lags - 1 - i] / change[lags / 2]) / lag[lags - 1 - i];
    }
    context.series("window", lag, change);
    context.number("window_uneven", uneven);
    context.number("window_misfit", misfit);
    context.number("window_tau_ms", -(lags / 2) / slopes);
  }

  /** Every pre neuron spikes at the same time, its partner earlier or later by the lag. */
  private static void play(Deployment deployment, int lags, double ticksPerMilli)
      throws DeviceLostException {
    List<Population> populations = deployment.network().populations();
    int pre = populations.indexOf(deployment.network().population("pre"));
    int post = populations.indexOf(deployment.network().population("post"));
    long middle = Math.round((WIDEST + 10) * ticksPerMilli);
    InputBlock in = new InputBlock();
    OutputBlock out = new OutputBlock(deployment.network());
    while (deployment.now() < 2 * middle) {
      long tick = deployment.now() + 1;
      in.clear();
      for (int i = 0; i < lags; i++) {
        if (tick == middle) {
          in.add(tick, pre, i);
        }
        if (tick == middle + Math.round((i * STEP - WIDEST) * ticksPerMilli)) {
          in.add(tick, post, i);
        }
      }
      deployment.advance(1, in, out);
    }
  }
}
