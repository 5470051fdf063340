package dev.glia.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.random.RandomStream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;

class MixedPrecisionTest {
  private static Tensor product() {
    Tensor a = Draws.normal(new RandomStream(1, "a", 0), 1, 20, 30);
    return a.matmul(Draws.normal(new RandomStream(1, "b", 0), 1, 30, 10));
  }

  @Test
  void productsAreInBfloat16WhileItIsOpenAndNotAfterwards() {
    try (TensorScope scope = TensorScope.open()) {
      float[] exact = TensorArrays.floats(product());
      try (MixedPrecision mixed = MixedPrecision.begin(true)) {
        Tensor product = product();
        assertThat(product.scalar_type().intern()).isEqualTo(ScalarType.BFloat16);
        float[] near = TensorArrays.floats(product);
        for (int i = 0; i < exact.length; i++) {
          assertThat(near[i]).isCloseTo(exact[i], within(0.15f));
        }
        assertThatIllegalStateException().isThrownBy(() -> MixedPrecision.begin(true));
      }
      assertThat(product().scalar_type().intern()).isEqualTo(ScalarType.Float);
    }
  }

  @Test
  void gradientsOfParametersStayFloat32() {
    try (TensorScope scope = TensorScope.open();
        MixedPrecision mixed = MixedPrecision.begin(true)) {
      LinearLayer layer = new LinearLayer(4, 2, new RandomStream(1, "layer", 0));
      torch.sum(layer.forward(Draws.normal(new RandomStream(1, "x", 0), 1, 3, 4))).backward();
      assertThat(layer.parameters().get("weight").grad().scalar_type().intern())
          .isEqualTo(ScalarType.Float);
    }
  }

  @Test
  void whereTheProcessorLacksItNothingChanges() {
    try (TensorScope scope = TensorScope.open();
        MixedPrecision none = MixedPrecision.begin(false)) {
      assertThat(product().scalar_type().intern()).isEqualTo(ScalarType.Float);
    }
  }
}
