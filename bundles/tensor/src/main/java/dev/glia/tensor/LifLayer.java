package dev.glia.tensor;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Leaky integrate-and-fire neurons in discrete time: {@code v = (1 - 1/tau) v + x}; a spike where
 * {@code v >= threshold}; then {@code v} is set to 0 or lowered by the threshold. The reset is
 * outside of the gradient. It has no parameters to train.
 *
 * <p>Input {@code [batch, time, neurons]}; out come spikes of the same shape.
 */
public final class LifLayer extends Layer {
  /** What happens to the membrane potential at a spike. */
  public enum Reset {
    TO_ZERO,
    BY_THRESHOLD
  }

  private final double keep;
  private final double threshold;
  private final Reset reset;
  private final Surrogate surrogate;

  /**
   * A layer of any number of neurons.
   *
   * @param tau membrane time constant in steps, more than 1
   */
  public LifLayer(double tau, double threshold, Reset reset, Surrogate surrogate) {
    if (!(tau > 1)) {
      throw new IllegalArgumentException("tau must be more than 1 step, given " + tau);
    }
    this.keep = 1 - 1 / tau;
    this.threshold = threshold;
    this.reset = reset;
    this.surrogate = surrogate;
  }

  @Override
  public Tensor forward(Tensor input) {
    TensorVector steps = input.unbind(1);
    TensorVector spikes = new TensorVector();
    Tensor v = null;
    for (long t = 0; t < steps.size(); t++) {
      v = v == null ? steps.get(t) : v.mul(new Scalar(keep)).add(steps.get(t));
      Tensor spike = surrogate.spikes(v.sub(new Scalar(threshold)));
      spikes.push_back(spike);
      v = after(v, spike.detach());
    }
    return torch.stack(spikes, 1);
  }

  private Tensor after(Tensor v, Tensor spike) {
    return switch (reset) {
      case TO_ZERO -> v.sub(v.mul(spike));
      case BY_THRESHOLD -> v.sub(spike.mul(new Scalar(threshold)));
    };
  }

  /**
   * Membrane potentials of neurons that never spike, as readouts have them.
   *
   * @param input {@code [batch, time, neurons]}
   * @return potentials of the same shape
   */
  public static Tensor potentials(Tensor input, double tau) {
    TensorVector steps = input.unbind(1);
    TensorVector potentials = new TensorVector();
    Tensor v = null;
    for (long t = 0; t < steps.size(); t++) {
      v = v == null ? steps.get(t) : v.mul(new Scalar(1 - 1 / tau)).add(steps.get(t));
      potentials.push_back(v);
    }
    return torch.stack(potentials, 1);
  }
}
