package dev.glia.tensor;

import dev.glia.api.random.RandomStream;
import org.bytedeco.pytorch.Tensor;

/** Weights from all inputs to all outputs, and a bias: {@code [..., in]} to {@code [..., out]}. */
public final class LinearLayer extends Layer {
  private final Tensor weight;
  private final Tensor bias;

  /** Weights and biases uniform within {@code 1/sqrt(in)}, which is PyTorch's start. */
  public LinearLayer(int in, int out, RandomStream random) {
    double bound = 1 / Math.sqrt(in);
    weight = parameter("weight", Draws.uniform(random, bound, out, in));
    bias = parameter("bias", Draws.uniform(random, bound, out));
  }

  @Override
  public Tensor forward(Tensor input) {
    return input.matmul(weight.t()).add(bias);
  }
}
