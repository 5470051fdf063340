package dev.glia.drivers.rram;

import dev.glia.api.device.DeviceException;
import dev.glia.api.device.DeviceLostException;
import dev.glia.api.network.Network;
import dev.glia.api.network.Projection;
import dev.glia.drivers.interpreter.InterpretedNetwork;
import dev.glia.drivers.interpreter.SynapseArray;
import dev.glia.drivers.rram.host.CrossbarClient;
import java.util.Map;

/** Puts the projections of one network onto a macro. */
final class MacroHost implements InterpretedNetwork.Host {
  private final CrossbarClient array;
  private final Runnable whenClosed;
  private final Network network;
  private final Layout layout;
  private final Map<String, WeightForm> forms;

  MacroHost(
      CrossbarClient array, Network network, Map<String, WeightForm> forms, Runnable whenClosed) {
    this.array = array;
    this.network = network;
    this.forms = forms;
    this.whenClosed = whenClosed;
    layout = new Layout(network);
  }

  @Override
  public SynapseArray take(Projection projection, int[] sources, int[] targets, double[] weights)
      throws DeviceException {
    return new TileSynapses(
        array,
        layout.of(projection).orElseThrow(),
        forms.get(projection.name()),
        network.projections().indexOf(projection),
        network.projections().size(),
        sources,
        targets,
        weights);
  }

  @Override
  public void check() throws DeviceLostException {
    try {
      array.check();
    } catch (DeviceException e) {
      throw Calling.lost(e);
    }
  }

  @Override
  public void close() {
    whenClosed.run();
  }
}
