package dev.glia.platform.runner.running;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.platform.runner.ShadowDrift;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DriftCurveTest {
  private static final double DT = 1e-3;
  private static final int NEURONS = 3;

  /** Spikes at random, of the run, the shadow or both; room is made block by block. */
  private static ShadowDrift.Curve curve(long ticks, int block) {
    TrainDistance distance = new TrainDistance(NEURONS, DT);
    DriftCurve curve = new DriftCurve(distance);
    Random random = new Random(4);
    for (long tick = 1; tick <= ticks; tick++) {
      if (tick % block == 1 || block == 1) {
        curve.reach(Math.min(ticks, tick + block - 1));
      }
      for (int neuron = 0; neuron < NEURONS; neuron++) {
        boolean own = random.nextInt(4) == 0;
        boolean shadow = random.nextInt(3) == 0 ? random.nextInt(4) == 0 : own;
        if (own || shadow) {
          add(curve, distance, tick, neuron, own, shadow);
        }
      }
    }
    return curve.upTo("cells", ticks);
  }

  private static void add(
      DriftCurve curve,
      TrainDistance distance,
      long tick,
      int neuron,
      boolean own,
      boolean shadow) {
    curve.add(tick, own, shadow);
    if (own) {
      distance.add(0, tick, neuron);
    }
    if (shadow) {
      distance.add(1, tick, neuron);
    }
  }

  @Test
  void theCurveDoesNotDependOnHowTimeIsCut() {
    ShadowDrift.Curve whole = curve(5003, 5003);

    for (int block : new int[] {1, 7, 100, 640}) {
      ShadowDrift.Curve cut = curve(5003, block);
      assertThat(cut.own()).isEqualTo(whole.own());
      assertThat(cut.shadow()).isEqualTo(whole.shadow());
      assertThat(cut.differing()).isEqualTo(whole.differing());
      assertThat(cut.distance()).isEqualTo(whole.distance());
    }
    assertThat(whole.own().length).isBetween(DriftCurve.MOST / 2, DriftCurve.MOST);
  }

  /** 5003 ticks need windows of 64; that of ticks 65 to 128 is the second. */
  @Test
  void windowsHoldWhatFellIntoThem() {
    ShadowDrift.Curve whole = curve(5003, 100);
    ShadowDrift.Curve first = curve(64, 64);
    ShadowDrift.Curve second = curve(128, 128);

    assertThat(whole.own()[0]).isEqualTo(Arrays.stream(first.own()).sum());
    assertThat(whole.differing()[0]).isEqualTo(Arrays.stream(first.differing()).sum());
    assertThat(whole.distance()[0]).isEqualTo(first.distance()[63]);
    assertThat(whole.own()[0] + whole.own()[1]).isEqualTo(Arrays.stream(second.own()).sum());
    assertThat(whole.distance()[1]).isEqualTo(second.distance()[127]);
    assertThat(whole.differing()[1]).isPositive();
  }

  @Test
  void windowsWithoutSpikesKeepTheDistance() {
    TrainDistance distance = new TrainDistance(1, DT);
    DriftCurve curve = new DriftCurve(distance);
    curve.reach(10);
    add(curve, distance, 3, 0, true, false);

    ShadowDrift.Curve after = curve.upTo("cells", 10);

    assertThat(after.differing()).containsExactly(0, 0, 1, 0, 0, 0, 0, 0, 0, 0);
    double apart = Math.sqrt(0.5);
    assertThat(after.distance())
        .containsExactly(0, 0, apart, apart, apart, apart, apart, apart, apart, apart);
    assertThat(after.share(2)).isEqualTo(1);
    assertThat(after.share(3)).isNaN();
  }
}
