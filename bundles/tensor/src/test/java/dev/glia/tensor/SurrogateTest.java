package dev.glia.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

class SurrogateTest {
  private static final float[] AT = {-3, -1.01f, -0.4f, -0.1f, 0, 0.05f, 0.3f, 0.99f, 2};

  private static void check(Surrogate surrogate, DoubleUnaryOperator derivative) {
    try (TensorScope scope = TensorScope.open()) {
      Tensor x = TensorArrays.of(AT, AT.length).set_requires_grad(true);
      Tensor spikes = surrogate.spikes(x);
      spikes.sum().backward();
      float[] forward = TensorArrays.floats(spikes);
      float[] gradient = TensorArrays.floats(x.grad());
      for (int i = 0; i < AT.length; i++) {
        assertThat(forward[i]).as("spike at %s", AT[i]).isEqualTo(AT[i] >= 0 ? 1 : 0);
        assertThat((double) gradient[i])
            .as("gradient at %s", AT[i])
            .isCloseTo(derivative.applyAsDouble(AT[i]), within(1e-5));
      }
    }
  }

  @Test
  void atan() {
    check(Surrogate.atan(5), x -> 2.5 / (1 + Math.pow(Math.PI / 2 * 5 * x, 2)));
  }

  @Test
  void fastSigmoid() {
    check(Surrogate.fastSigmoid(10), x -> 1 / Math.pow(1 + 10 * Math.abs(x), 2));
  }

  @Test
  void sigmoid() {
    check(
        Surrogate.sigmoid(4),
        x -> {
          double s = 1 / (1 + Math.exp(-4 * x));
          return 4 * s * (1 - s);
        });
  }

  @Test
  void triangle() {
    check(Surrogate.triangle(0.3, 1), x -> 0.3 * Math.max(0, 1 - Math.abs(x)));
  }

  @Test
  void rectangle() {
    check(Surrogate.rectangle(0.5), x -> Math.abs(x) < 0.5 ? 1 : 0);
  }
}
