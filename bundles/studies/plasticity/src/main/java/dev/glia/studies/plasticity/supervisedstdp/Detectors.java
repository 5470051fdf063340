package dev.glia.studies.plasticity.supervisedstdp;

import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeviceLostException;
import dev.glia.api.device.InputBlock;
import dev.glia.api.device.OutputBlock;
import dev.glia.api.study.CellContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;

/** Output neurons side by side on the same inputs, each with a teacher of its own. */
final class Detectors {
  private static final int INPUTS = 0; // populations, as the experiment lists them
  private static final int TEACHERS = 1;
  private static final int TEACHER_LATER = 5; // ticks of 1 ms
  private static final int LESSON = 200;
  private static final int QUESTION = 24; // 20 ms and delays
  private static final double REST = -0.065;
  private static final List<String> PLASTIC = List.of("excitation", "inhibition");

  private final Deployment network;
  private final InputBlock in = new InputBlock();
  private final OutputBlock out;
  private final int count;

  /**
   * Untrained detectors.
   *
   * @param total excitatory weight that homeostasis keeps, in nA
   */
  Detectors(CellContext context, int inputs, int count, double total) {
    this.count = count;
    network =
        context.deploy(
            "detectors.yaml",
            List.of(
                "populations.inputs.size=" + inputs,
                "populations.teachers.size=" + count,
                "populations.outputs.size=" + count,
                String.format(Locale.ROOT, "total=%s nA", total)));
    out = new OutputBlock(network.network());
  }

  /**
   * Depolarization in mV by a synapse of 1 nA, at its peak as the simulator sees it: what the
   * critical sum of weights follows from.
   */
  static double peak(CellContext context) throws DeviceLostException {
    Deployment network =
        context.deploy(
            "detectors.yaml", List.of("populations.inputs.size=1", "start=1 nA", "threshold=10 V"));
    InputBlock in = new InputBlock();
    in.add(1, INPUTS, 0);
    OutputBlock out = new OutputBlock(network.network());
    network.advance(40, in, out);
    OutputBlock.Record v = out.traceOf("outputs", "v");
    double highest = REST;
    for (int row = 0; row < v.rows(); row++) {
      highest = Math.max(highest, v.samples()[row]);
    }
    return 1e3 * (highest - REST);
  }

  /** Shows a pattern; its detector's teacher speaks 5 ms later, unless it's silent. */
  void teach(boolean[] pattern, int detector, boolean teacher) throws DeviceLostException {
    show(pattern);
    if (teacher) {
      in.add(network.now() + 1 + TEACHER_LATER, TEACHERS, detector);
    }
    network.advance(LESSON, in, out);
  }

  /** Scales each detector's excitatory weights to the total. */
  void normalize() throws DeviceLostException {
    network.raise("excitation", "presentation");
  }

  /** Which detectors spike within 20 ms of a pattern, from rest. */
  boolean[] ask(boolean[] pattern) throws DeviceLostException {
    for (String projection : PLASTIC) {
      network.setLearning(projection, false);
    }
    network.setState("outputs", "v", new double[] {REST});
    network.setState("outputs", "exponential.i", new double[] {0});
    show(pattern);
    network.advance(QUESTION, in, out);
    boolean[] spiked = new boolean[count];
    OutputBlock.Record spikes = out.spikesOf("outputs");
    for (int s = 0; s < spikes.spikes(); s++) {
      spiked[spikes.spikeNeuron(s)] = true;
    }
    return spiked;
  }

  private void show(boolean[] pattern) {
    in.clear();
    for (int i = 0; i < pattern.length; i++) {
      if (pattern[i]) {
        in.add(network.now() + 1, INPUTS, i);
      }
    }
  }

  /** Scales all weights of each detector, so that the weakest of its patterns brings this sum. */
  void scaleTo(double wanted, List<boolean[][]> patterns) throws DeviceLostException {
    float[] e = network.readWeights("excitation");
    float[] h = network.readWeights("inhibition");
    double[] weakest = new double[count];
    Arrays.fill(weakest, Double.POSITIVE_INFINITY);
    for (int d = 0; d < count; d++) {
      for (boolean[] pattern : patterns.get(d)) {
        double sum = 0;
        for (int i = 0; i < pattern.length; i++) {
          sum += pattern[i] ? 1e9 * (e[i * count + d] + h[i * count + d]) : 0;
        }
        weakest[d] = Math.min(weakest[d], sum);
      }
    }
    change((weight, detector) -> weight * wanted / weakest[(int) detector]);
  }

  /** Changes all weights: from nA and detector to nA. */
  void change(DoubleBinaryOperator change) throws DeviceLostException {
    for (String projection : PLASTIC) {
      float[] weights = network.readWeights(projection);
      for (int i = 0; i < weights.length; i++) {
        weights[i] = (float) (1e-9 * change.applyAsDouble(1e9 * weights[i], i % count));
      }
      network.writeWeights(projection, weights);
    }
  }

  /** Sum of the sizes of all weights, in nA. */
  double total() throws DeviceLostException {
    double total = 0;
    for (String projection : PLASTIC) {
      for (float weight : network.readWeights(projection)) {
        total += 1e9 * Math.abs(weight);
      }
    }
    return total;
  }
}
