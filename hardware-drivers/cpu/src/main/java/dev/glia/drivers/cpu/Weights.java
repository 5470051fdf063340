package dev.glia.drivers.cpu;

import dev.glia.drivers.cpu.delivery.SynapseDraw;
import dev.glia.drivers.cpu.delivery.SynapseOrder;
import dev.glia.drivers.cpu.delivery.Synapses;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Reads and writes the weights of a projection in the neutral order. */
final class Weights {
  private Weights() {}

  static SynapseOrder order(Wires wires) {
    return new SynapseOrder(wires.draw(), wires.synapses(), wires.bounds());
  }

  static float[] read(Wires wires) {
    if (wires.synapses(0).weights() == null && wires.draw().drawsWeights()) {
      return specified(wires);
    }
    return order(wires).read(wires.learner(0) == null ? bySlice(wires) : learned(wires));
  }

  /** With what learning has put off. */
  private static float[][] learned(Wires wires) {
    return IntStream.range(0, wires.synapses().length)
        .mapToObj(slice -> wires.learner(slice).weights())
        .toArray(float[][]::new);
  }

  private static float[][] bySlice(Wires wires) {
    if (wires.synapses(0).weights() == null) {
      return null;
    }
    return Arrays.stream(wires.synapses()).map(Synapses::weights).toArray(float[][]::new);
  }

  /**
   * Replaces them.
   *
   * @return whether the synapses had to be stored in another form
   */
  static boolean write(Wires wires, float[] weights) {
    boolean shared = wires.synapses(0).weights() == null;
    if (shared && Arrays.equals(weights, read(wires))) {
      return false;
    }
    wires.giveEachAWeight();
    for (int slice = 0; slice < wires.synapses().length; slice++) {
      if (wires.learner(slice) != null) {
        wires.learner(slice).settle();
      }
    }
    order(wires).write(weights, bySlice(wires));
    for (int slice = 0; slice < wires.synapses().length; slice++) {
      if (wires.learner(slice) != null) {
        wires.learner(slice).afterReplacement();
      }
    }
    return shared;
  }

  /** The weights that the specification gives, drawn again. */
  static float[] specified(Wires wires) {
    SynapseDraw draw = wires.draw();
    float[] weights = new float[order(wires).count()];
    if (!draw.drawsWeights()) {
      Arrays.fill(weights, draw.sharedWeight());
      return weights;
    }
    int next = 0;
    for (int source = 0; source < draw.sources(); source++) {
      draw.row(source);
      for (int k = 0; k < draw.size(); k++) {
        weights[next++] = draw.weight(k);
      }
    }
    return weights;
  }
}
