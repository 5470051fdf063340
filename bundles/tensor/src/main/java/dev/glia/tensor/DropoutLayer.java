package dev.glia.tensor;

import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Sets a share of values to 0 while training, and scales the others up; any shape. It draws from a
 * generator of its own, so trainings on several threads don't disturb each other.
 */
public final class DropoutLayer extends Layer {
  private final double share;
  private final Generator generator;

  /**
   * Drops.
   *
   * @param share in [0, 1)
   */
  public DropoutLayer(double share) {
    if (!(share >= 0 && share < 1)) {
      throw new IllegalArgumentException("a share must be in [0, 1), given " + share);
    }
    Torch.require();
    this.share = share;
    this.generator = torch.make_generator_cpu();
  }

  @Override
  public void seed(long seed) {
    generator.set_current_seed(seed);
  }

  @Override
  public Tensor forward(Tensor input) {
    if (!isTraining() || share == 0) {
      return input;
    }
    Tensor kept = torch.empty_like(input).bernoulli_(1 - share, new GeneratorOptional(generator));
    return input.mul(kept.detach()).div(new Scalar(1 - share));
  }
}
