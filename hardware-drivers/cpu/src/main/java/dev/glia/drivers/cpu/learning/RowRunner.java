package dev.glia.drivers.cpu.learning;

import dev.glia.drivers.cpu.compile.Frame;
import dev.glia.drivers.cpu.compile.Kernel;
import dev.glia.drivers.cpu.compile.RowLoop;
import dev.glia.drivers.cpu.compile.SynapseArrays;
import dev.glia.drivers.cpu.delivery.Dense;
import dev.glia.drivers.cpu.delivery.Rows;
import dev.glia.drivers.cpu.simd.Padding;
import java.util.List;

/** Runs loops over the synapses of one branch. */
final class RowRunner {
  private final Dense dense;
  private final Rows rows;
  private final Frame frame;
  private final SynapseArrays numbers;

  /** Over dense or other rows, the other one null. */
  RowRunner(Dense dense, Rows rows, Frame frame, SynapseArrays numbers) {
    this.dense = dense;
    this.rows = rows;
    this.frame = frame;
    this.numbers = numbers;
  }

  /** Makes the tiles that a loop reads, as long as the longest row, in whole vectors. */
  void prepare(RowLoop loop) {
    int longest = 0;
    for (int b = 0; rows != null && b < rows.branches(); b++) {
      longest = Math.max(longest, rows.start(b + 1) - rows.start(b));
    }
    for (int array : loop.gathered()) {
      frame.arrays[numbers.tile(array)] = new float[Padding.padded(longest)];
    }
  }

  /** Runs a loop that reads targets where they are. */
  void run(Kernel kernel, int branch) {
    turnTo(branch);
    kernel.run(frame);
  }

  /** Runs a loop that reads copies of what it needs of targets. */
  void run(RowLoop loop, int branch) {
    turnTo(branch);
    List<Integer> gathered = loop.gathered();
    for (int i = 0; i < gathered.size(); i++) {
      gather(frame.arrays[gathered.get(i)], frame.arrays[numbers.tile(gathered.get(i))]);
    }
    loop.kernel().run(frame);
  }

  private void gather(float[] values, float[] tile) {
    int from = frame.from;
    int to = frame.to;
    if (rows.narrowTargets() != null) {
      gather(values, frame.shift, rows.narrowTargets(), tile, from, to);
    } else {
      gather(values, frame.shift, rows.wideTargets(), tile, from, to);
    }
  }

  private static void gather(
      float[] values, int shift, char[] targets, float[] tile, int from, int to) {
    for (int k = from; k < to; k++) {
      tile[k - from] = values[shift + targets[k]];
    }
  }

  private static void gather(
      float[] values, int shift, int[] targets, float[] tile, int from, int to) {
    for (int k = from; k < to; k++) {
      tile[k - from] = values[shift + targets[k]];
    }
  }

  private void turnTo(int branch) {
    frame.outer = branch;
    if (dense != null) {
      frame.neuron = branch;
      frame.base = branch * dense.stride();
      frame.from = 0;
      frame.to = dense.stride();
    } else {
      frame.neuron = rows.source(branch);
      frame.index = rows.wideTargets();
      frame.from = rows.start(branch);
      frame.to = rows.start(branch + 1);
    }
  }
}
