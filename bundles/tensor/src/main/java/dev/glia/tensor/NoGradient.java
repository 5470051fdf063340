package dev.glia.tensor;

import org.bytedeco.pytorch.AutoGradMode;

/** While it's open, operations of its thread aren't recorded for gradients. */
public final class NoGradient implements AutoCloseable {
  private final AutoGradMode guard;

  private NoGradient() {
    guard = new AutoGradMode(false);
  }

  public static NoGradient begin() {
    Torch.require();
    return new NoGradient();
  }

  @Override
  public void close() {
    guard.close();
  }
}
