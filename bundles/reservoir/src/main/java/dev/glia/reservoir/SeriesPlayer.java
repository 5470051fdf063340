package dev.glia.reservoir;

import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeviceLostException;
import dev.glia.api.device.InputBlock;
import dev.glia.api.device.OutputBlock;
import dev.glia.api.network.Probe;

/**
 * Shows a series to a deployed network, a step a tick, and takes down the rates of its units. The
 * network has a population of series-source, a unit a channel, and a probe of the units' {@code r}
 * in every tick. Used by one thread; the deployment stays the caller's.
 */
public final class SeriesPlayer {
  private final Deployment deployment;
  private final String source;
  private final OutputBlock out;
  private final OutputBlock.Record record;

  /**
   * Prepares a network.
   *
   * @param source population that shows the series
   * @param units population whose rates are taken down
   * @throws java.util.NoSuchElementException if the network has no probe of their rates
   * @throws IllegalArgumentException if it doesn't record every tick
   */
  public SeriesPlayer(Deployment deployment, String source, String units) {
    this.deployment = deployment;
    this.source = source;
    out = new OutputBlock(deployment.network());
    record = out.traceOf(units, "r");
    if (((Probe.Trace) record.probe()).everyTicks() != 1) {
      throw new IllegalArgumentException("the probe of '" + units + "' must record every tick");
    }
  }

  /**
   * Goes on from where the network is.
   *
   * @param inputs a row a step
   * @return the rates after each step, a row a step; row t has seen input t
   */
  public double[][] play(double[][] inputs) throws DeviceLostException {
    double[][] rates = new double[inputs.length][record.probe().neurons()];
    for (int t = 0; t < inputs.length; t++) {
      deployment.setParameter(source, "value", inputs[t]);
      deployment.advance(1, InputBlock.EMPTY, out);
      for (int i = 0; i < rates[t].length; i++) {
        rates[t][i] = record.samples()[i];
      }
    }
    return rates;
  }
}
