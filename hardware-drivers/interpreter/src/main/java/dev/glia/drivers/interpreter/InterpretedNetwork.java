package dev.glia.drivers.interpreter;

import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeviceException;
import dev.glia.api.device.DeviceLostException;
import dev.glia.api.device.Fit;
import dev.glia.api.network.Network;
import dev.glia.api.network.Projection;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Networks that are interpreted in float64, slowly and obviously, on the thread that calls. Their
 * synapses may lie on hardware: then the weights of projections are those that the hardware has, in
 * snapshots as well, so that a network goes on elsewhere as it was.
 */
public final class InterpretedNetwork {
  private InterpretedNetwork() {}

  /** Puts synapses on hardware. */
  @ConsumerType
  public interface Host extends AutoCloseable {
    /**
     * Takes a projection over.
     *
     * @param weights as specified, ordered by source, then target; changed to what the hardware has
     * @param targets of the synapses, in the same order
     * @param sources of the synapses, in the same order
     */
    SynapseArray take(Projection projection, int[] sources, int[] targets, double[] weights)
        throws DeviceException;

    /**
     * Makes sure that the hardware is there, before a block of ticks: in a silent network nobody
     * would notice otherwise.
     */
    void check() throws DeviceLostException;

    /** Gives everything back: the deployment is closed, or has failed. */
    @Override
    void close();
  }

  /** For networks whose synapses are all held here. */
  static final Host NONE =
      new Host() {
        @Override
        public SynapseArray take(
            Projection projection, int[] sources, int[] targets, double[] weights) {
          throw new IllegalStateException("there's no hardware");
        }

        @Override
        public void check() {
          // nothing to lose
        }

        @Override
        public void close() {
          // nothing to give back
        }
      };

  /** Whether the parts of a network fit together; the interpreter itself has no limits. */
  public static Fit check(Network network) {
    return NetworkCheck.of(network);
  }

  /**
   * Deploys a network that lies here wholly.
   *
   * @throws DeviceException if the network can't be
   */
  public static Deployment deploy(Network network) throws DeviceException {
    return deploy(network, NONE);
  }

  /**
   * Deploys a network; the host is closed with it, or at once if it fails.
   *
   * @throws DeviceException if the network can't be, or the host refuses
   */
  public static Deployment deploy(Network network, Host host) throws DeviceException {
    try {
      requireFits(network);
      Simulation simulation = new Simulation(network);
      if (host != NONE) {
        for (Wires wires : simulation.projections) {
          wires.putOn(host);
        }
      }
      return new InterpretedDeployment(network, simulation, host);
    } catch (DeviceException | RuntimeException e) {
      host.close();
      if (e instanceof IllegalArgumentException) { // a negative delay, drawn or prescribed
        throw new DeviceException(e.getMessage(), e);
      }
      throw e;
    }
  }

  private static void requireFits(Network network) throws DeviceException {
    Fit fit = check(network);
    if (!fit.fits()) {
      Fit.Finding first = fit.problems().get(0);
      throw new DeviceException(first.where() + ": " + first.what());
    }
  }
}
