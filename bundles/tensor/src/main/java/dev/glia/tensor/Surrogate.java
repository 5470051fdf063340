package dev.glia.tensor;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * A smooth stand-in for the step of a spike, used for gradients only (Neftci, Mostafa, Zenke 2019,
 * IEEE Signal Processing Magazine 36:51): forward, a spike is exactly 0 or 1.
 *
 * <p>A surrogate is given by its primitive {@code g}, a function whose derivative is the surrogate
 * gradient. Spikes are {@code step(x) + g(x) - stop(g(x))}: the last two cancel exactly, and leave
 * the gradient of {@code g}.
 */
@FunctionalInterface
public interface Surrogate {
  /** A function whose derivative stands in for that of the step, elementwise. */
  Tensor primitive(Tensor x);

  /**
   * Spikes.
   *
   * @param x how far the membrane potential is over the threshold, of any shape
   * @return 1 where {@code x >= 0}, else 0
   */
  default Tensor spikes(Tensor x) {
    Tensor smooth = primitive(x);
    return x.ge(new Scalar(0.0)).to(ScalarType.Float).add(smooth.sub(smooth.detach()));
  }

  /** Derivative {@code (a/2) / (1 + (pi/2 a x)^2)} (Fang et al. 2021, ICCV). */
  static Surrogate atan(double alpha) {
    return x -> x.mul(new Scalar(Math.PI / 2 * alpha)).atan().mul(new Scalar(1 / Math.PI));
  }

  /** Derivative {@code 1 / (1 + b |x|)^2} (Zenke and Ganguli 2018, Neural Computation 30:1514). */
  static Surrogate fastSigmoid(double beta) {
    return x -> x.div(x.abs().mul(new Scalar(beta)).add(new Scalar(1.0)));
  }

  /** Derivative {@code a s(ax) (1 - s(ax))} with the logistic function {@code s}. */
  static Surrogate sigmoid(double alpha) {
    return x -> x.mul(new Scalar(alpha)).sigmoid();
  }

  /** Derivative {@code h max(0, 1 - |x|/w)} (Bellec et al. 2018, NeurIPS). */
  static Surrogate triangle(double height, double width) {
    return x -> {
      Tensor inside = x.clamp(bound(-width), bound(width));
      Tensor square = inside.mul(inside.abs()).mul(new Scalar(1 / (2 * width)));
      return inside.sub(square).mul(new Scalar(height));
    };
  }

  /** Derivative {@code 1/(2w)} where {@code |x| < w}, else 0. */
  static Surrogate rectangle(double width) {
    return x -> x.clamp(bound(-width), bound(width)).mul(new Scalar(1 / (2 * width)));
  }

  private static org.bytedeco.pytorch.ScalarOptional bound(double value) {
    return new org.bytedeco.pytorch.ScalarOptional(new Scalar(value));
  }
}
