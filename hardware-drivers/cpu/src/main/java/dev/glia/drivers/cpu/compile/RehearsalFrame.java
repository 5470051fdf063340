package dev.glia.drivers.cpu.compile;

import dev.glia.drivers.cpu.compile.Loop.Store;
import dev.glia.drivers.cpu.simd.WarmUp;
import java.util.Arrays;

/** Arrays on which a loop can be run to get it compiled; what comes out doesn't matter. */
final class RehearsalFrame {
  private static final int LENGTH = WarmUp.MANY;

  /** How many elements short of whole vectors a ragged loop is rehearsed. */
  static final int RAGGED = 5;

  private RehearsalFrame() {}

  static Frame of(Loop loop) {
    Frame frame = new Frame();
    int arrays = 0;
    int uniforms = 0;
    for (Node node : loop.nodes()) {
      arrays = node.op() == Op.LOAD ? Math.max(arrays, node.data() + 1) : arrays;
      uniforms = node.op() == Op.UNIFORM ? Math.max(uniforms, node.data() + 1) : uniforms;
    }
    for (Store store : loop.stores()) {
      arrays = Math.max(arrays, store.array() + 1);
    }
    // Rows may end where their arrays do: then loads of the rest go another way.
    frame.arrays = new float[arrays][loop.ragged() ? LENGTH - RAGGED / 2 : LENGTH];
    for (float[] array : frame.arrays) {
      Arrays.fill(array, 1f);
    }
    frame.uniforms = new float[uniforms];
    Arrays.fill(frame.uniforms, 1f);
    frame.bits = new long[LENGTH / 64];
    frame.to = LENGTH;
    return frame;
  }
}
