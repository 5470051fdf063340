package dev.glia.signal.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.random.RandomStream;
import dev.glia.api.signal.SensorGeometry;
import dev.glia.signal.measures.Moments;
import dev.glia.signal.recording.MemoryRecording;
import dev.glia.signal.spectra.Spectrum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;

class SimulatorTest {
  private static RandomStream random(String purpose) {
    return new RandomStream(11, purpose, 0);
  }

  @Test
  void shellsOfOneConductivityAreNone() {
    ShellModel alike =
        new ShellModel(0.09, new double[] {0.8, 0.9, 1}, new double[] {0.33, 0.33, 0.33});
    for (int n = 1; n <= 40; n++) {
      assertThat(alike.factor(n)).isCloseTo(1, within(1e-12));
    }
  }

  /** From an independent solution of the equations at the interfaces. */
  @Test
  void shellsOfAHeadLetThroughWhatTheyShould() {
    double[] expected = {0.8104, 0.5895, 0.4261, 0.3169, 0.2443};
    for (int n = 1; n <= 5; n++) {
      double coefficient = ShellModel.HEAD.factor(n);
      assertThat(coefficient).isCloseTo(solved(n), within(1e-9));
      assertThat(coefficient).as("n = " + n).isCloseTo(expected[n - 1], within(1e-4));
    }
  }

  /** Potential and current are the same on both sides, no current leaves the head. */
  private static double solved(int n) {
    double[] r = {0.90, 0.92, 0.97, 1};
    double[] s = {0.33, 1.0, 0.004, 0.33};
    int unknowns = 2 * r.length - 1; // of the innermost shell only what isn't the source's
    double[][] a = new double[unknowns][unknowns];
    double[] b = new double[unknowns];
    // In shell k: A_k r^n + B_k r^-(n+1); B_0 = 1. Columns: A_0, then A_k, B_k.
    for (int k = 0; k + 1 < r.length; k++) {
      double up = Math.pow(r[k], n);
      double down = Math.pow(r[k], -(n + 1));
      double upSlope = n * Math.pow(r[k], n - 1);
      double downSlope = -(n + 1) * Math.pow(r[k], -(n + 2));
      int inner = k == 0 ? 0 : 2 * k - 1;
      int outer = 2 * k + 1;
      a[2 * k][inner] = up;
      a[2 * k + 1][inner] = s[k] * upSlope;
      if (k == 0) {
        b[0] = -down;
        b[1] = -s[0] * downSlope;
      } else {
        a[2 * k][inner + 1] = down;
        a[2 * k + 1][inner + 1] = s[k] * downSlope;
      }
      a[2 * k][outer] = -up;
      a[2 * k][outer + 1] = -down;
      a[2 * k + 1][outer] = -s[k + 1] * upSlope;
      a[2 * k + 1][outer + 1] = -s[k + 1] * downSlope;
    }
    a[unknowns - 1][unknowns - 2] = n;
    a[unknowns - 1][unknowns - 1] = -(n + 1);
    double[] x =
        new org.hipparchus.linear.LUDecomposition(MatrixUtils.createRealMatrix(a))
            .getSolver()
            .solve(MatrixUtils.createRealVector(b))
            .toArray();
    double surface = x[unknowns - 2] + x[unknowns - 1];
    return surface * n / (2 * n + 1) * s[3] / s[0];
  }

  /** A dipole in the middle of a homogeneous sphere: {@code 3 q·e / (4π σ R²)}. */
  @Test
  void aDipoleNearTheMiddleHasItsClosedForm() {
    ShellModel one = new ShellModel(0.09, new double[] {1}, new double[] {0.33});
    double[] e = {0.03, 0.05, 0.04};
    double[] q = {1e-8, -2e-8, 3e-8};
    double expected = 3 * Vectors.dot(q, Vectors.unit(e)) / (4 * Math.PI * 0.33 * 0.09 * 0.09);
    assertThat(one.potential(e, new double[] {1e-9, 0, 0}, q))
        .isCloseTo(expected, within(Math.abs(expected) * 1e-6));
  }

  @Test
  void aRadialDipoleHasNoFieldOutside() {
    double[] place = {0.02, 0.03, 0.05};
    double[] at = {0.05, -0.02, 0.1};
    double[] radial = Vectors.scaled(place, 1e-8);
    double tangential =
        Vectors.norm(MagneticField.at(at, place, Vectors.cross(radial, new double[] {0, 0, 1})));
    assertThat(Vectors.norm(MagneticField.at(at, place, radial))).isLessThan(1e-12 * tangential);
  }

  @Test
  void theRadialFieldIsThatOfTheBareDipole() {
    RandomStream random = random("dipoles");
    for (int i = 0; i < 20; i++) {
      double[] place = {
        0.05 * random.nextDouble(), 0.04 * random.nextDouble(), 0.03 * random.nextDouble()
      };
      double[] q = {random.nextNormal(), random.nextNormal(), random.nextNormal()};
      double[] at =
          Vectors.scaled(
              Vectors.unit(
                  new double[] {random.nextNormal(), random.nextNormal(), random.nextNormal()}),
              0.11);
      double bare = Vectors.dot(MagneticField.ofPrimaryCurrent(at, place, q), Vectors.unit(at));
      assertThat(MagneticField.radial(at, place, q))
          .isCloseTo(bare, within(1e-10 * Math.abs(bare) + 1e-20));
    }
  }

  @Test
  void fieldsHaveTheirSize() {
    double[][] places = Anatomy.sources(60);
    double[][] directions = Anatomy.orientations(places, random("orientations"));
    double largest = 0;
    for (double[] row :
        ShellModel.HEAD.leadField(Anatomy.tenTwenty().positions(), places, directions, false)) {
      largest = Math.max(largest, Arrays.stream(row).map(Math::abs).max().orElse(0) * 1e-8);
    }
    assertThat(largest).isBetween(1e-6, 5e-6); // volts of 10 nA m
  }

  @Test
  void referencedElectrodesAreOneShortOfFullRank() {
    double[][] places = Anatomy.sources(60);
    double[][] field =
        ShellModel.HEAD.leadField(
            Anatomy.tenTwenty().positions(),
            places,
            Anatomy.orientations(places, random("orientations")),
            true);
    double[] values =
        new SingularValueDecomposition(MatrixUtils.createRealMatrix(field)).getSingularValues();
    assertThat(values).hasSize(19);
    assertThat(values[17]).isGreaterThan(1e-6 * values[0]);
    assertThat(values[18]).isLessThan(1e-12 * values[0]);
  }

  @Test
  void aColumnsRhythmIsAlpha() {
    double[] fine = JansenRit.ALPHA.run(160_000, 2.5e-4, 8000, random("column"));
    assertThat(Spectrum.welch(fine, 4000, 32_000, 16_000).between(2, 40).peak())
        .isBetween(9.5, 10.5);
  }

  @Test
  void aScaledColumnIsAsMuchFaster() {
    double[] fine = new JansenRit(2, 220, 5).run(160_000, 2.5e-4, 8000, random("column"));
    assertThat(Spectrum.welch(fine, 4000, 32_000, 16_000).between(5, 60).peak())
        .isBetween(17.5, 20.5);
  }

  @Test
  void dampedRhythmsHaveTheirFrequencyAndSize() {
    HopfNetwork two = HopfNetwork.uncoupled(new double[] {10, 23}, new double[] {-5, -5}, 0.5);
    double[][] z = two.run(400_000, 0.002, 2000, random("hopf"));
    for (int i = 0; i < 2; i++) {
      assertThat(Math.sqrt(Moments.variance(z[i])))
          .isCloseTo(0.5 / (2 * Math.sqrt(5)), within(0.05 * 0.112));
      // The peak of a Welch estimate wanders, the middle of its power doesn't.
      Spectrum spectrum =
          Spectrum.welch(z[i], 500, 2000, 1000).between(two.hz()[i] - 3, two.hz()[i] + 3);
      double weighted = 0;
      double total = 0;
      for (int k = 0; k < spectrum.hz().length; k++) {
        weighted += spectrum.hz()[k] * spectrum.density()[k];
        total += spectrum.density()[k];
      }
      assertThat(weighted / total).isCloseTo(two.hz()[i], within(0.25));
    }
  }

  @Test
  void aGrowingRhythmEndsOnItsCycle() {
    double[][] z =
        HopfNetwork.uncoupled(new double[] {10}, new double[] {4}, 0)
            .run(5000, 0.001, 5000, random("cycle"));
    assertThat(Arrays.stream(z[0]).max().orElse(0)).isCloseTo(2, within(1e-2));
  }

  @Test
  void bloodPeaksSecondsAfterActivityAndUndershoots() {
    double[] drive = new double[1500];
    Arrays.fill(drive, 0, 50, 1);
    double[] bold = BalloonModel.of(drive, 0.02);
    int top = 0;
    int bottom = 0;
    for (int i = 0; i < bold.length; i++) {
      top = bold[i] > bold[top] ? i : top;
      bottom = bold[i] < bold[bottom] ? i : bottom;
    }
    assertThat(top * 0.02).isBetween(3.0, 4.0);
    assertThat(bold[top]).isCloseTo(0.025, within(0.002));
    assertThat(bold[bottom]).isCloseTo(-0.0056, within(0.001));
    assertThat(bottom * 0.02).isCloseTo(9.6, within(1.0));
  }

  private static NeuralFieldSimulator simulator() {
    double[] hz = new double[12];
    double[] growth = new double[12];
    double[][] weights = new double[12][12];
    int[][] delays = new int[12][12];
    for (int i = 0; i < 12; i++) {
      hz[i] = 9 + 0.2 * i;
      growth[i] = -5;
      for (int j = 0; j < 12; j++) {
        weights[i][j] = i == j ? 0 : 0.1;
        delays[i][j] = (i + j) % 4;
      }
    }
    HopfNetwork network = new HopfNetwork(hz, growth, weights, delays, 2, 0.5);
    return new NeuralFieldSimulator(network, 1, 0.5, 1e-8, 250);
  }

  private static double[] bytes(SensorGeometry electrodes) {
    NeuralFieldSimulator simulator = simulator();
    NeuralFieldSimulator.Truth truth = simulator.sources(4, electrodes, SimulatorTest::random);
    MemoryRecording eeg = simulator.eeg(truth, electrodes, random("noise"));
    MemoryRecording meg = simulator.meg(truth, 24, random("noise"));
    assertThat(meg.channels()).allMatch(c -> c.unit().equals("T"));
    double[] all = new double[0];
    for (List<double[]> signals : List.of(eeg.samples(), meg.samples())) {
      for (double[] signal : signals) {
        int at = all.length;
        all = Arrays.copyOf(all, at + signal.length);
        System.arraycopy(signal, 0, all, at, signal.length);
      }
    }
    return all;
  }

  @Test
  void theSameSeedGivesTheSameBytes() {
    assertThat(bytes(Anatomy.tenTwenty())).isEqualTo(bytes(Anatomy.tenTwenty()));
  }

  @Test
  void electrodesInAnotherOrderSeeTheSameInThatOrder() {
    SensorGeometry electrodes = Anatomy.tenTwenty();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < electrodes.size(); i++) {
      order.add(i);
    }
    Collections.reverse(order);
    double[][] places = Anatomy.sources(20);
    double[][] directions = Anatomy.orientations(places, random("orientations"));
    double[][] straight =
        ShellModel.HEAD.leadField(electrodes.positions(), places, directions, true);
    double[][] turned =
        ShellModel.HEAD.leadField(
            order.stream().map(i -> electrodes.positions()[i]).toArray(double[][]::new),
            places,
            directions,
            true);
    for (int i = 0; i < order.size(); i++) {
      assertThat(turned[i]).containsExactly(straight[order.get(i)], within(1e-6));
    }
  }

  @Test
  void simulatedEegIsMicrovoltsAndBloodFollows() {
    NeuralFieldSimulator simulator = simulator();
    SensorGeometry electrodes = Anatomy.tenTwenty();
    NeuralFieldSimulator.Truth truth = simulator.sources(60, electrodes, SimulatorTest::random);
    MemoryRecording eeg = simulator.eeg(truth, electrodes, random("noise"));
    double sd = Math.sqrt(Moments.variance(eeg.samples().get(9)));
    assertThat(sd).isBetween(0.5e-6, 50e-6);
    double[][] bold = simulator.bold(truth, 2);
    assertThat(bold).hasNumberOfRows(12);
    assertThat(bold[0].length).isBetween(28, 30);
    assertThat(Math.sqrt(Moments.variance(bold[0]))).isBetween(1e-5, 0.05);
  }
}
