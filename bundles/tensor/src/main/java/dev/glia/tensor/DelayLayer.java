package dev.glia.tensor;

import dev.glia.api.random.RandomStream;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Synapses each with a weight and a delay, both learned: dilated convolution with learnable
 * spacings in time (Hammouamri, Khalfaoui-Hassani, Masquelier 2024, ICLR, arXiv:2306.17670).
 *
 * <p>A synapse's kernel over {@code taps} steps is its weight times a Gaussian of width {@code
 * |sigma| + 0.27} around its position, normalized to 1. Positions run from {@code -c} to {@code c},
 * {@code c = floor(taps/2)}; tap {@code k} means a delay of {@code taps - 1 - k} steps. With {@link
 * #roundDelays} the kernel is a single tap.
 *
 * <p>Input {@code [batch, time, in]}; out comes {@code [batch, time + (taps-1)/2, out]}: what is
 * late gets time to arrive.
 */
public final class DelayLayer extends Layer {
  private static final double LEAST_WIDTH = 0.27;

  private final Tensor weight;
  private final Tensor position;
  private final int taps;
  private double sigma;
  private boolean rounded;

  /**
   * Weights as Kaiming and colleagues draw them, positions uniform over the range.
   *
   * @param taps length of the kernel, odd
   */
  public DelayLayer(int in, int out, int taps, RandomStream random) {
    if (taps < 1 || taps % 2 == 0) {
      throw new IllegalArgumentException("a kernel needs an odd number of taps, given " + taps);
    }
    this.taps = taps;
    this.sigma = reach();
    weight = parameter("weight", Draws.uniform(random, Math.sqrt(6.0 / in), out, in));
    position = parameter("position", Draws.uniform(random, reach(), out, in));
  }

  /** The largest position, {@code floor(taps/2)} steps. */
  public int reach() {
    return taps / 2;
  }

  /** {@code [out, in]}. */
  public Tensor weight() {
    return weight;
  }

  /** {@code [out, in]}, in steps; the delay is {@code reach() - position}. */
  public Tensor position() {
    return position;
  }

  public double sigma() {
    return sigma;
  }

  /** Width of the kernels in steps; large while delays search, small at the end. */
  public void setSigma(double sigma) {
    this.sigma = sigma;
  }

  /** Brings positions back into their range; to be called after each step of the optimizer. */
  public void clampPositions() {
    try (TensorScope scope = TensorScope.open();
        NoGradient off = NoGradient.begin()) {
      position.clamp_(
          new ScalarOptional(new Scalar((double) -reach())),
          new ScalarOptional(new Scalar((double) reach())));
    }
  }

  /** From now on delays are whole steps and aren't learned. */
  public void roundDelays() {
    try (TensorScope scope = TensorScope.open();
        NoGradient off = NoGradient.begin()) {
      position.copy_(position.round());
    }
    rounded = true;
  }

  /** The kernels, {@code [out, in, taps]}. */
  public Tensor kernel() {
    Tensor tap = torch.arange(new Scalar((double) taps));
    Tensor center = position.add(new Scalar((double) reach())).unsqueeze(-1);
    Tensor distance = tap.sub(rounded ? center.detach() : center);
    Tensor shape;
    if (rounded) {
      shape = distance.abs().lt(new Scalar(0.5)).to(torch.ScalarType.Float);
    } else {
      Tensor scaled = distance.div(new Scalar(Math.abs(sigma) + LEAST_WIDTH));
      Tensor bell = scaled.square().mul(new Scalar(-0.5)).exp();
      shape = bell.div(bell.sum(new long[] {-1}, true, null).add(new Scalar(1e-7)));
    }
    return weight.unsqueeze(-1).mul(shape);
  }

  @Override
  public Tensor forward(Tensor input) {
    Tensor padded = torch.pad(input.transpose(1, 2), taps - 1, (taps - 1) / 2);
    return torch.conv1d(padded, kernel()).transpose(1, 2);
  }
}
