package dev.glia.tensor;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * Normalizes each feature over batch and time, then scales and shifts it (Ioffe and Szegedy 2015).
 * {@code [batch, time, features]} in and out. Outside of training the running statistics are used.
 */
public final class BatchNormLayer extends Layer {
  private static final double MOMENTUM = 0.1;
  private static final double EPSILON = 1e-5;

  private final long features;
  private final Tensor weight;
  private final Tensor bias;
  private final Tensor runningMean;
  private final Tensor runningVariance;

  public BatchNormLayer(int features) {
    this.features = features;
    weight = parameter("weight", TensorArrays.zeros(features).add_(new Scalar(1.0)));
    bias = parameter("bias", TensorArrays.zeros(features));
    runningMean = buffer("running_mean", TensorArrays.zeros(features));
    runningVariance = buffer("running_var", TensorArrays.zeros(features).add_(new Scalar(1.0)));
  }

  @Override
  public Tensor forward(Tensor input) {
    Tensor rows = input.reshape(-1, features);
    Tensor normal =
        torch.batch_norm(
            rows,
            new TensorOptional(weight),
            new TensorOptional(bias),
            new TensorOptional(runningMean),
            new TensorOptional(runningVariance),
            isTraining(),
            MOMENTUM,
            EPSILON,
            false);
    return normal.reshape(input.size(0), input.size(1), features);
  }
}
