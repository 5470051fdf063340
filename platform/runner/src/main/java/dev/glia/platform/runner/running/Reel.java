package dev.glia.platform.runner.running;

import dev.glia.api.device.OutputBlock;
import dev.glia.api.network.Network;
import dev.glia.platform.runner.results.Gatherer;
import java.util.ArrayList;
import java.util.List;

/** Keeps what a sample made a deployment show, until it's the sample's turn. Reusable. */
final class Reel implements Tape {
  private final Network network;
  private final List<OutputBlock> blocks = new ArrayList<>();
  private int used;

  Reel(Network network) {
    this.network = network;
  }

  void clear() {
    used = 0;
  }

  @Override
  public OutputBlock blank() {
    if (used == blocks.size()) {
      blocks.add(new OutputBlock(network));
    }
    return blocks.get(used);
  }

  @Override
  public void take(OutputBlock block) {
    used++;
  }

  /** Brings all of it into the record. */
  void play(Gatherer gatherer, long shift) {
    for (int i = 0; i < used; i++) {
      gatherer.take(blocks.get(i), shift);
    }
  }
}
