package dev.glia.platform.runner.running;

import dev.glia.api.device.OutputBlock;
import dev.glia.api.network.Network;
import java.util.Arrays;

/** Counts spikes of some populations while it's open, and hands every block on. One thread. */
final class Window implements Tape {
  private final Network network;
  private final int[][] counts;
  private Tape tape;
  private boolean open;

  Window(Network network) {
    this.network = network;
    this.counts = new int[network.populations().size()][];
  }

  /** Counts a population's spikes from now on. */
  void watch(int population) {
    if (counts[population] == null) {
      counts[population] = new int[network.populations().get(population).size()];
    }
  }

  /** Where blocks go on to. */
  void over(Tape next) {
    tape = next;
  }

  /** Sets the counts of all watched populations to 0, and counts from now on. */
  void open() {
    open = true;
    for (int[] each : counts) {
      if (each != null) {
        Arrays.fill(each, 0);
      }
    }
  }

  /** Keeps the counts as they are, until the window is opened again. */
  void close() {
    open = false;
  }

  /** Spikes of each neuron of a watched population since the window was opened; the live array. */
  int[] counts(int population) {
    return counts[population];
  }

  @Override
  public OutputBlock blank() {
    return tape.blank();
  }

  @Override
  public void take(OutputBlock block) {
    for (int p = 0; open && p < counts.length; p++) {
      if (counts[p] != null) {
        OutputBlock.Record record = block.record(p);
        for (int s = 0, n = record.spikes(); s < n; s++) {
          counts[p][record.spikeNeuron(s)]++;
        }
      }
    }
    tape.take(block);
  }
}
