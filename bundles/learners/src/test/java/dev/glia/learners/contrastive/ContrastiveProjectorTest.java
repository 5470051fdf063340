package dev.glia.learners.contrastive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.random.RandomStream;
import dev.glia.learners.contrastive.ContrastiveProjector.Settings;
import dev.glia.learners.contrastive.ContrastiveProjector.Targets;
import org.junit.jupiter.api.Test;

class ContrastiveProjectorTest {
  private static final int[] LABELS = {0, 1, 0, 2, 2, 2, 3};

  private final RandomStream random = new RandomStream(5, "contrastive", 0);

  @Test
  void gradientIsThatOfFiniteDifferences() {
    double[][] x = draws(7, 5);
    double[][] y = draws(7, 4);
    Head first = new Head(5, 6, random);
    Head second = new Head(4, 6, random);
    // Targets without labels are constants for the gradient, so they're held here.
    double[][] alike =
        SymmetricCrossEntropy.self(0.3).of(first.forward(x).unit(), second.forward(y).unit());
    for (SymmetricCrossEntropy.Targets targets :
        java.util.List.<SymmetricCrossEntropy.Targets>of(
            SymmetricCrossEntropy.sameClass(LABELS), (a, b) -> alike)) {
      Head.Pass ofX = first.forward(x);
      Head.Pass ofY = second.forward(y);
      SymmetricCrossEntropy loss = SymmetricCrossEntropy.of(ofX.unit(), ofY.unit(), 0.3, targets);
      check(first, first.backward(ofX, loss.ofFirst()), () -> loss(first, x, second, y, targets));
      check(
          second, second.backward(ofY, loss.ofSecond()), () -> loss(first, x, second, y, targets));
    }
  }

  private static void check(Head head, double[] gradient, java.util.function.DoubleSupplier loss) {
    double step = 1e-5;
    for (int k = 0; k < gradient.length; k++) {
      double kept = head.parameters[k];
      head.parameters[k] = kept + step;
      double above = loss.getAsDouble();
      head.parameters[k] = kept - step;
      double below = loss.getAsDouble();
      head.parameters[k] = kept;
      assertThat(gradient[k])
          .as("parameter %d", k)
          .isCloseTo((above - below) / (2 * step), within(1e-8));
    }
    assertThat(java.util.Arrays.stream(gradient).map(Math::abs).max().orElseThrow())
        .isGreaterThan(1e-3);
  }

  private static double loss(
      Head first, double[][] x, Head second, double[][] y, SymmetricCrossEntropy.Targets targets) {
    return SymmetricCrossEntropy.of(first.forward(x).unit(), second.forward(y).unit(), 0.3, targets)
        .value();
  }

  @Test
  void targetsSumToOne() {
    double[][] unit = new Head(3, 4, random).forward(draws(7, 3)).unit();
    for (double[][] targets :
        java.util.List.of(
            SymmetricCrossEntropy.sameClass(LABELS).of(unit, unit),
            SymmetricCrossEntropy.self(1).of(unit, unit))) {
      for (double[] row : targets) {
        assertThat(java.util.Arrays.stream(row).sum()).isCloseTo(1, within(1e-12));
      }
    }
    assertThat(SymmetricCrossEntropy.sameClass(LABELS).of(unit, unit)[3])
        .containsExactly(0, 0, 0, 1.0 / 3, 1.0 / 3, 1.0 / 3, 0);
  }

  @Test
  void loseOfASingleClassIsTheLogarithmOfTheBatch() {
    double[][] alike = {{1, 0}, {1, 0}, {1, 0}};
    SymmetricCrossEntropy loss =
        SymmetricCrossEntropy.of(
            alike, alike, 0.1, SymmetricCrossEntropy.sameClass(new int[] {4, 4, 4}));
    assertThat(loss.value()).isCloseTo(Math.log(3), within(1e-12));
  }

  @Test
  void bothKindsOfAClassComeTogetherForEitherTargets() {
    double[][] latent = draws(6, 3);
    double[][] toX = draws(3, 10);
    double[][] toY = draws(3, 8);
    int[] labels = new int[240];
    double[][] x = new double[240][];
    double[][] y = new double[240][];
    for (int i = 0; i < 240; i++) {
      labels[i] = i % 6;
      x[i] = observed(latent[i % 6], toX);
      y[i] = observed(latent[i % 6], toY);
    }
    for (Targets targets : Targets.values()) {
      Settings settings =
          new Settings(16, targets == Targets.LABEL ? 0.1 : 1, 3e-3, 32, 30, targets);
      ContrastiveProjector trained =
          ContrastiveProjector.train(x, labels, y, labels, settings, new RandomStream(1, "t", 0));
      double[] losses = trained.losses();
      assertThat(losses[29]).isLessThan(losses[0]);
      double retrieval =
          ContrastiveProjector.retrieval(
              trained.embedSecond(y), labels, trained.embedFirst(x), labels);
      assertThat(retrieval).as("%s", targets).isGreaterThan(targets == Targets.LABEL ? 0.95 : 0.5);
      ContrastiveProjector again =
          ContrastiveProjector.train(x, labels, y, labels, settings, new RandomStream(1, "t", 0));
      assertThat(again.losses()).isEqualTo(losses);
    }
  }

  @Test
  void classWithoutAPartnerIsNamed() {
    Settings settings = new Settings(2, 0.1, 1e-3, 4, 1, Targets.LABEL);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                ContrastiveProjector.train(
                    draws(4, 2),
                    new int[] {0, 0, 9, 9},
                    draws(2, 2),
                    new int[] {0, 0},
                    settings,
                    random))
        .withMessageContaining("class 9");
  }

  private double[] observed(double[] latent, double[][] mixing) {
    double[] seen = new double[mixing[0].length];
    for (int j = 0; j < seen.length; j++) {
      seen[j] = 0.1 * random.nextNormal();
      for (int k = 0; k < latent.length; k++) {
        seen[j] += latent[k] * mixing[k][j];
      }
    }
    return seen;
  }

  private double[][] draws(int rows, int columns) {
    double[][] draws = new double[rows][columns];
    for (double[] row : draws) {
      for (int k = 0; k < columns; k++) {
        row[k] = random.nextNormal();
      }
    }
    return draws;
  }
}
