package dev.glia.learners.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NormalTest {
  /** scipy.stats.norm. */
  @Test
  void sharesAndQuantilesAreThoseOfScipy() {
    double[] z = {-8, -3.5, -1, 0.3, 2.9999, 3.0001};
    double[] share = {
      6.22096057e-16, 2.32629079e-04, 1.58655254e-01, 6.17911422e-01, 0.998649659, 0.998650545
    };
    for (int i = 0; i < z.length; i++) {
      assertThat(Normal.cumulative(z[i]) / share[i]).isCloseTo(1, within(2e-9));
    }
    assertThat(Normal.quantile(1e-10)).isCloseTo(-6.3613409, within(1e-7));
    assertThat(Normal.quantile(0.025)).isCloseTo(-1.95996398, within(1e-8));
    assertThat(Normal.quantile(0.5)).isCloseTo(0, within(1e-15));
  }
}
