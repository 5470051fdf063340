package dev.glia.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.random.RandomStream;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

class DelayLayerTest {
  private static DelayLayer layer(int in, int out, int taps) {
    return new DelayLayer(in, out, taps, new RandomStream(3, "delays", 0));
  }

  private static double weighted(DelayLayer layer, Tensor input, Tensor cotangent) {
    try (TensorScope scope = TensorScope.open();
        NoGradient off = NoGradient.begin()) {
      return layer.forward(input).mul(cotangent).sum().item_double();
    }
  }

  /** Central differences; float32 leaves about 1e-3 of the largest gradient. */
  private static void checkGradient(DelayLayer layer, Tensor parameter) {
    Tensor input = Draws.normal(new RandomStream(4, "input", 0), 1, 2, 15, 3);
    Tensor cotangent = Draws.normal(new RandomStream(4, "cotangent", 0), 1, 2, 15 + 4, 2);
    layer.forward(input).mul(cotangent).sum().backward();
    float[] gradient = TensorArrays.floats(parameter.grad());
    float[] values = TensorArrays.floats(parameter);
    double largest = 0;
    for (float each : gradient) {
      largest = Math.max(largest, Math.abs(each));
    }
    assertThat(largest).isGreaterThan(0.01);
    float step = 0.01f;
    for (int i = 0; i < values.length; i++) {
      double slope =
          (shifted(layer, parameter, values, i, step, input, cotangent)
                  - shifted(layer, parameter, values, i, -step, input, cotangent))
              / (2 * step);
      assertThat((double) gradient[i]).as("%s", i).isCloseTo(slope, within(2e-3 * largest));
    }
  }

  private static double shifted(
      DelayLayer layer,
      Tensor parameter,
      float[] values,
      int index,
      float by,
      Tensor input,
      Tensor cotangent) {
    float[] moved = values.clone();
    moved[index] += by;
    try (NoGradient off = NoGradient.begin()) {
      parameter.copy_(TensorArrays.of(moved, parameter.size(0), parameter.size(1)));
      double value = weighted(layer, input, cotangent);
      parameter.copy_(TensorArrays.of(values, parameter.size(0), parameter.size(1)));
      return value;
    }
  }

  @Test
  void gradientOfPositionsIsThatOfFiniteDifferences() {
    for (double sigma : new double[] {4, 1, 0.23}) {
      DelayLayer layer = layer(3, 2, 9);
      layer.setSigma(sigma);
      checkGradient(layer, layer.position());
    }
  }

  @Test
  void gradientOfWeightsIsThatOfFiniteDifferences() {
    DelayLayer layer = layer(3, 2, 9);
    layer.setSigma(1);
    checkGradient(layer, layer.weight());
  }

  @Test
  void roundedDelaysMoveASpikeByWholeSteps() {
    DelayLayer layer = layer(1, 1, 9);
    try (TensorScope scope = TensorScope.open();
        NoGradient off = NoGradient.begin()) {
      layer.weight().copy_(TensorArrays.of(new float[] {2}, 1, 1));
      layer.position().copy_(TensorArrays.of(new float[] {1.4f}, 1, 1));
      layer.roundDelays();
      float[] spike = new float[10];
      spike[0] = 1;
      float[] out = TensorArrays.floats(layer.forward(TensorArrays.of(spike, 1, 10, 1)));
      assertThat(out).hasSize(14);
      for (int t = 0; t < out.length; t++) {
        assertThat(out[t]).as("position 1 of -4 to 4 is a delay of 3").isEqualTo(t == 3 ? 2 : 0);
      }
    }
  }

  @Test
  void kernelsSumToTheWeights() {
    DelayLayer layer = layer(3, 2, 9);
    layer.setSigma(0.23);
    try (TensorScope scope = TensorScope.open()) {
      float[] sums = TensorArrays.floats(layer.kernel().sum(-1));
      float[] weights = TensorArrays.floats(layer.weight());
      for (int i = 0; i < sums.length; i++) {
        assertThat(sums[i]).isCloseTo(weights[i], within(1e-5f));
      }
    }
  }

  @Test
  void positionsStayInTheirRange() {
    DelayLayer layer = layer(2, 1, 5);
    try (NoGradient off = NoGradient.begin()) {
      layer.position().copy_(TensorArrays.of(new float[] {-7, 2.5f}, 1, 2));
    }
    layer.clampPositions();
    assertThat(TensorArrays.floats(layer.position())).containsExactly(-2, 2);
  }

  @Test
  void anEvenKernelIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> layer(1, 1, 8))
        .withMessageContaining("8");
  }
}
