package dev.glia.reservoir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.random.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ReadoutTest {
  private static final int DELAYS = 30;
  private static final Readout READOUT = new Readout(50, 600, 400, 1e-8);

  private final double[][] delayed = new double[READOUT.steps()][DELAYS];
  private final double[][] line = new double[READOUT.steps()][10];

  /** A shift register of ten units: it holds the last ten inputs and nothing else. */
  ReadoutTest() {
    RandomStream random = new RandomStream(1, "readout", 0);
    double[] u = new double[READOUT.steps()];
    for (int t = 0; t < u.length; t++) {
      u[t] = 2 * random.nextDouble() - 1;
      for (int k = 1; k <= DELAYS; k++) {
        delayed[t][k - 1] = t >= k ? u[t - k] : 0;
      }
      for (int i = 0; i < 10; i++) {
        line[t][i] = t >= i + 1 ? u[t - i - 1] : 0;
      }
    }
  }

  @Test
  void aShiftRegisterRemembersItsLength() {
    double[] capacities = READOUT.capacities(line, delayed);
    assertThat(Arrays.copyOf(capacities, 10)).containsOnly(new double[] {1}, within(1e-9));
    double rest = Arrays.stream(capacities, 10, DELAYS).sum();
    assertThat(rest).as("noise of 20 delays in 400 steps").isBetween(0.0, 0.15);
  }

  @Test
  void errorsAreInDeviationsOfTheTarget() {
    double[] errors = READOUT.nrmse(line, delayed);
    assertThat(errors[9]).isLessThan(1e-6);
    assertThat(errors[20]).as("as good as the mean").isBetween(0.97, 1.06);
  }

  @Test
  void unitsThatNeverChangeKnowNothing() {
    double[][] still = new double[READOUT.steps()][3];
    assertThat(READOUT.capacities(still, delayed)).containsOnly(new double[] {0}, within(1e-20));
  }

  @Test
  void shortRunsAreRefused() {
    assertThatThrownBy(() -> READOUT.fit(new double[100][1], new double[100][1]))
        .hasMessage("a run of 100 steps, wanted 1050");
  }

  @Test
  void meanRatesAreThoseOfTheTest() {
    double[][] rates = new double[10][1];
    Arrays.setAll(rates, t -> new double[] {t});
    assertThat(new Readout(2, 4, 4, 1).meanRates(rates)[0]).isCloseTo(7.5, within(1e-12));
  }
}
