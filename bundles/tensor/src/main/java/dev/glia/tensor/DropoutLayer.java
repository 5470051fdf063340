package dev.glia.tensor;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Sets a share of values to 0 while training, and scales the others up; any shape. */
public final class DropoutLayer extends Layer {
  private final double share;

  /**
   * Drops.
   *
   * @param share in [0, 1)
   */
  public DropoutLayer(double share) {
    if (!(share >= 0 && share < 1)) {
      throw new IllegalArgumentException("a share must be in [0, 1), given " + share);
    }
    this.share = share;
  }

  @Override
  public Tensor forward(Tensor input) {
    return torch.dropout(input, share, isTraining());
  }
}
