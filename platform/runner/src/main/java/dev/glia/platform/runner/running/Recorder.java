package dev.glia.platform.runner.running;

import dev.glia.api.device.OutputBlock;
import dev.glia.api.network.Network;
import dev.glia.platform.runner.results.Gatherer;

/**
 * Brings what a deployment shows into the record at once. Where samples are independent the
 * deployment's ticks have gaps and the record's don't. One thread.
 */
final class Recorder implements Tape {
  private final Gatherer gatherer;
  private final OutputBlock block;
  private long shift;

  Recorder(Network network, Gatherer gatherer) {
    this.gatherer = gatherer;
    this.block = new OutputBlock(network);
  }

  /** What has to be added to the deployment's ticks. */
  long shift() {
    return shift;
  }

  void setShift(long ticks) {
    shift = ticks;
  }

  @Override
  public OutputBlock blank() {
    return block;
  }

  @Override
  public void take(OutputBlock filled) {
    gatherer.take(filled, shift);
  }
}
