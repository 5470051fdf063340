package dev.glia.reservoir;

import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeviceLostException;
import dev.glia.api.device.InputBlock;
import dev.glia.api.device.OutputBlock;
import dev.glia.api.network.Network;
import dev.glia.api.network.Probe;
import java.util.List;

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
   * @throws IllegalArgumentException if the network has no such probe
   */
  public SeriesPlayer(Deployment deployment, String source, String units) {
    this.deployment = deployment;
    this.source = source;
    Network network = deployment.network();
    out = new OutputBlock(network);
    record = out.record(probe(network.probes(), units));
  }

  private static int probe(List<Probe> probes, String units) {
    for (int i = 0; i < probes.size(); i++) {
      if (probes.get(i) instanceof Probe.Trace trace
          && trace.population().equals(units)
          && trace.variable().equals("r")
          && trace.everyTicks() == 1) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "there's no probe of '" + units + "' that records r in every tick");
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
