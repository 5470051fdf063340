package dev.glia.drivers.rram;

import dev.glia.api.crossbar.Block;
import dev.glia.api.network.Network;
import dev.glia.api.network.Projection;
import dev.glia.drivers.rram.array.ArrayModel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where projections lie on the array: below each other, each with the inputs of its sources, and
 * all from the first output on. A projection is one access a tick, so they don't disturb each
 * other.
 */
final class Layout {
  private final Map<String, Block> blocks = new LinkedHashMap<>();
  private int inputs;

  Layout(Network network) {
    for (Projection projection : network.projections()) {
      int sources = projection.connectivity().sources();
      int targets = projection.connectivity().targets();
      if (inputs + sources <= ArrayModel.INPUTS && targets <= ArrayModel.OUTPUTS) {
        blocks.put(projection.name(), new Block(inputs, sources, 0, targets));
        inputs += sources;
      }
    }
  }

  /** Empty if there was no room for it. */
  Optional<Block> of(Projection projection) {
    return Optional.ofNullable(blocks.get(projection.name()));
  }

  /** Inputs that are in use. */
  int inputs() {
    return inputs;
  }
}
