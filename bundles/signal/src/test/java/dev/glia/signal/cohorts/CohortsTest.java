package dev.glia.signal.cohorts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CohortsTest {
  private static RandomStream random(String purpose) {
    return new RandomStream(5, purpose, 0);
  }

  /** Subjects with noise of their own; in state b feature 0 is larger by so much. */
  private static List<Session> sessions(double effect, boolean paired) {
    RandomStream random = random("sessions");
    List<Session> sessions = new ArrayList<>();
    for (int s = 0; s < 12; s++) {
      double[] own = {random.nextNormal(), random.nextNormal(), random.nextNormal()};
      for (String state : List.of("a", "b")) {
        if (paired || state.equals("a") == (s % 2 == 0)) {
          double[][][] features = new double[6][2][3];
          for (double[][] epoch : features) {
            for (double[] channel : epoch) {
              for (int f = 0; f < 3; f++) {
                channel[f] = own[f] + 0.3 * random.nextNormal();
              }
              channel[0] += state.equals("b") ? effect : 0;
            }
          }
          sessions.add(new Session(s, state, features));
        }
      }
    }
    return sessions;
  }

  @Test
  void gradientsOfTheTransformerAreFiniteDifferences() {
    RandomStream random = random("network");
    ChannelTransformer network = ChannelTransformer.untrained(3, 4, random);
    double[][] x = new double[3][4];
    for (double[] row : x) {
      for (int i = 0; i < 4; i++) {
        row[i] = random.nextNormal();
      }
    }
    network.learn(x, 1, 1, 0, null);
    double step = 1e-5;
    for (Parameter parameter : network.parameters()) {
      for (int i = 0; i < parameter.value.length; i += 1 + parameter.value.length / 40) {
        double gradient = parameter.gradient[i];
        double kept = parameter.value[i];
        parameter.value[i] = kept + step;
        double above = Math.log1p(Math.exp(-network.logit(x)));
        parameter.value[i] = kept - step;
        double below = Math.log1p(Math.exp(-network.logit(x)));
        parameter.value[i] = kept;
        assertThat(gradient).isCloseTo((above - below) / (2 * step), within(1e-7));
      }
    }
  }

  @Test
  void theTransformerLearnsWhatOneChannelSays() {
    RandomStream random = random("task");
    double[][][] x = new double[300][4][3];
    int[] labels = new int[300];
    for (int s = 0; s < 300; s++) {
      for (double[] channel : x[s]) {
        for (int f = 0; f < 3; f++) {
          channel[f] = random.nextNormal();
        }
      }
      labels[s] = x[s][2][1] > 0 ? 1 : 0;
    }
    double[][][] seen = java.util.Arrays.copyOf(x, 250);
    ChannelTransformer network =
        ChannelTransformer.fit(seen, java.util.Arrays.copyOf(labels, 250), 30, random);
    long right =
        IntStream.range(250, 300).filter(s -> network.logit(x[s]) > 0 == (labels[s] == 1)).count();
    assertThat(right).isGreaterThan(42);
  }

  @Test
  void statesThatDifferAreToldInSubjectsNeverSeen() {
    assertThat(new Contrast(sessions(3, true), "a", "b").judge(0, 1, 2).accuracy())
        .isGreaterThan(0.8);
    assertThat(new Contrast(sessions(4, false), "a", "b").judge(0, 1, 2).auc()).isGreaterThan(0.9);
    assertThat(
            new Contrast(sessions(4, false), "a", "b")
                .attend(new int[] {0, 1, 2}, random("attention"))
                .accuracy())
        .isGreaterThan(0.8);
  }

  @Test
  void withoutADifferenceNothingIsTold() {
    double sum = 0;
    Contrast contrast = new Contrast(sessions(3, true), "a", "b");
    RandomStream random = random("shuffles");
    for (int i = 0; i < 30; i++) {
      sum += contrast.shuffled(new int[] {0, 1, 2}, random) / 30;
    }
    assertThat(sum).isCloseTo(0.5, within(0.15));
  }

  @Test
  void theReceiversCurveGoesFromCornerToCorner() {
    double[][] curve = new Contrast(sessions(1, false), "a", "b").judge(0, 1, 2).curve();
    assertThat(curve[0]).isSorted().startsWith(0).endsWith(1);
    assertThat(curve[1]).isSorted().startsWith(0).endsWith(1);
  }

  @Test
  void epochsOfOneSubjectOnBothSidesLeak() {
    List<Session> group = sessions(0, true).stream().filter(s -> s.state().equals("a")).toList();
    LeakDetector leak = LeakDetector.of(group, new int[] {0, 1, 2}, 20, random("leak"));
    assertThat(leak.mixed()).isGreaterThan(leak.apart() + 0.1);
    assertThat(leak.apart()).isLessThan(0.6);
  }

  @Test
  void effectsComeBackWithTheirSign() {
    GroupEffects effects =
        GroupEffects.of(sessions(2, true), "b", "a", true, 500, random("effects"));
    assertThat(effects.t()[0]).isGreaterThan(10);
    assertThat(effects.p()[0]).isLessThan(0.05);
    assertThat(Math.abs(effects.t()[1])).isLessThan(4);
    GroupEffects between =
        GroupEffects.of(sessions(2, false), "b", "a", false, 500, random("effects"));
    assertThat(between.sizes()[0]).isGreaterThan(0.8);
    assertThat(between.t()[0]).isNaN();
  }

  @Test
  void aFeatureRepeatsItselfWholly() {
    Redundancy of = Redundancy.of(sessions(0, true), new int[] {0, 0, 2}, List.of("x", "y", "z"));
    assertThat(of.matrix()[1]).isCloseTo(1, within(1e-12));
    assertThat(of.names()).containsExactly("x", "x", "z");
    assertThat(of.median()).isLessThan(0.6);
  }
}
