package dev.glia.drivers.rram.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.crossbar.Block;
import dev.glia.api.crossbar.Calibration;
import dev.glia.api.crossbar.Conductances;
import dev.glia.v1.Telemetry;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The model's physics, each against its law. */
class ArrayModelTest {
  private static final Block ALL = Block.of(512, 256);

  /** A die without any defect, whose effects are added one by one. */
  private static final Physics CLEAN =
      new Physics(60e-6, 14e-6, 1e-6, 0, 0, 0, 0, 0, 0, 1, 0, 2e-3, 1);

  @Test
  void formedCellsAreNormalAndIndependent() {
    Conductances cells = new ArrayModel(3, CLEAN).readback(ALL);
    double[] plus = moments(cells.plus());
    double[] minus = moments(cells.minus());
    // standard errors of 131,072 cells: 0.039 µS and 0.027 µS
    assertThat(plus[0]).isCloseTo(60e-6, within(0.2e-6));
    assertThat(minus[0]).isCloseTo(60e-6, within(0.2e-6));
    assertThat(plus[1]).isCloseTo(14e-6, within(0.15e-6));
    double[] weights = moments(difference(cells));
    assertThat(weights[0]).isCloseTo(0, within(0.3e-6));
    assertThat(weights[1]).isCloseTo(19.8e-6, within(0.2e-6));
    assertThat(correlation(cells.plus(), cells.minus())).isCloseTo(0, within(0.015));
  }

  @Test
  void seedIsTheDie() {
    float[] first = new ArrayModel(3, CLEAN).readback(ALL).plus();
    assertThat(new ArrayModel(3, CLEAN).readback(ALL).plus()).isEqualTo(first);
    float[] other = new ArrayModel(4, CLEAN).readback(ALL).plus();
    assertThat(correlation(first, other)).isCloseTo(0, within(0.015));
  }

  @Test
  void noCellIsFormedBelowTheLeast() {
    Physics wide = with(p -> copy(p, 30e-6, 40e-6, 0, 0, 0, 0, 0, 0));
    float[] plus = new ArrayModel(1, wide).readback(ALL).plus();
    long least = 0;
    for (float g : plus) {
      assertThat(g).isGreaterThanOrEqualTo(1e-6f);
      least += g == 1e-6f ? 1 : 0;
    }
    assertThat(least / 131072.0).isCloseTo(0.234, within(0.01)); // Φ((1 - 30)/40)
  }

  @Test
  void productIsThatOfTheConductances() {
    ArrayModel array = new ArrayModel(7, CLEAN);
    Block block = new Block(17, 93, 31, 40);
    Conductances cells = array.readback(block);
    byte[] bits = new byte[12 * 3];
    for (int v = 0; v < 3; v++) {
      for (int i = 0; i < 93; i++) {
        if ((i * 7 + v * 13) % 5 < 2) {
          bits[v * 12 + i / 8] |= (byte) (1 << i % 8);
        }
      }
    }
    float[] currents = array.multiply(block, Vectors.bits(bits, 93, 3), 0);
    for (int v = 0; v < 3; v++) {
      for (int o = 0; o < 40; o++) {
        double expected = 0;
        for (int i = 0; i < 93; i++) {
          if ((i * 7 + v * 13) % 5 < 2) {
            expected += 0.2 * (cells.plus()[i * 40 + o] - cells.minus()[i * 40 + o]);
          }
        }
        assertThat((double) currents[v * 40 + o]).isCloseTo(expected, within(2e-9));
      }
    }
  }

  @Test
  void codesScaleTheVoltage() {
    Physics fourBits = new Physics(60e-6, 14e-6, 1e-6, 0, 0, 0, 0, 0, 0, 4, 0, 2e-3, 1);
    ArrayModel array = new ArrayModel(7, fourBits);
    Block block = Block.of(4, 8);
    Conductances cells = array.readback(block);
    byte[] codes = {15, 3, 0, 8};
    float[] currents = array.multiply(block, Vectors.codes(codes, 4, 1, 4), 0);
    for (int o = 0; o < 8; o++) {
      double expected = 0;
      for (int i = 0; i < 4; i++) {
        expected += 0.2 * codes[i] / 15 * (cells.plus()[i * 8 + o] - cells.minus()[i * 8 + o]);
      }
      assertThat((double) currents[o]).isCloseTo(expected, within(1e-11));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Vectors.codes(new byte[] {16, 0, 0, 0}, 4, 1, 4))
        .withMessageContaining("16");
  }

  @Test
  void readNoiseIsRelativeToEachCellAndFreshAtEachAccess() {
    ArrayModel array = new ArrayModel(5, with(p -> copy(p, 60e-6, 14e-6, 0.05, 0, 0, 0, 0, 0)));
    ArrayModel still = new ArrayModel(5, CLEAN);
    Block one = Block.of(1, 256);
    Conductances cells = still.readback(one);
    int accesses = 400;
    double[] squares = new double[256];
    for (int a = 0; a < accesses; a++) {
      float[] currents = array.multiply(one, Vectors.bits(new byte[] {1}, 1, 1), 0);
      for (int o = 0; o < 256; o++) {
        double error = currents[o] / 0.2 - (cells.plus()[o] - cells.minus()[o]);
        squares[o] += error * error;
      }
    }
    double ratio = 0;
    for (int o = 0; o < 256; o++) {
      double expected = 0.05 * Math.hypot(cells.plus()[o], cells.minus()[o]);
      ratio += Math.sqrt(squares[o] / accesses) / expected / 256;
    }
    assertThat(ratio).isCloseTo(1, within(0.02)); // its standard error is 0.002
  }

  @Test
  void vectorsOfOneAccessShareTheNoiseAndNumberedAccessesRepeatIt() {
    ArrayModel array = new ArrayModel(5, Physics.DEFAULT);
    Block block = Block.of(8, 256);
    byte[] twice = {0x55, 0x55};
    float[] both = array.multiply(block, Vectors.bits(twice, 8, 2), 12);
    float[] first = Arrays.copyOf(both, 256);
    assertThat(Arrays.copyOfRange(both, 256, 512)).isEqualTo(first);
    Vectors one = Vectors.bits(new byte[] {0x55}, 8, 1);
    assertThat(array.multiply(block, one, 13)).isNotEqualTo(first);
    assertThat(array.multiply(block, one, 12)).isEqualTo(first);
    assertThat(array.multiply(block, one, 0)).isNotEqualTo(array.multiply(block, one, 0));
    assertThat(new ArrayModel(5, Physics.DEFAULT).multiply(block, one, 12)).isEqualTo(first);
  }

  @Test
  void driftIsAPowerLaw() {
    ArrayModel array = new ArrayModel(2, with(p -> copy(p, 60e-6, 14e-6, 0, 0, 0.05, 0, 0, 0)));
    float[] fresh = array.readback(ALL).plus();
    double last = 1;
    for (double age : new double[] {1e3, 1e5, 1e7}) {
      array.elapse(age - array.seconds());
      double now = moments(array.readback(ALL).plus())[0] / moments(fresh)[0];
      assertThat(now).isCloseTo(Math.pow(1 + age, -0.05), within(2e-3));
      assertThat(now).isLessThan(last);
      last = now;
    }
  }

  @Test
  void driftSpreadsCellsWithAnExponentOfTheirOwn() {
    ArrayModel array = new ArrayModel(2, with(p -> copy(p, 60e-6, 14e-6, 0, 0, 0.01, 0.02, 0, 0)));
    float[] fresh = array.readback(ALL).plus();
    array.elapse(1e6);
    float[] old = array.readback(ALL).plus();
    float[] exponents = new float[old.length];
    for (int k = 0; k < old.length; k++) {
      exponents[k] = (float) (-Math.log(old[k] / fresh[k]) / Math.log1p(array.seconds()));
    }
    assertThat(moments(exponents)[0]).isCloseTo(0.01, within(5e-4));
    assertThat(moments(exponents)[1]).isCloseTo(0.02, within(5e-4));
  }

  @Test
  void stuckCellsAreAsManyAsSaidAndFoundByTheCalibration() {
    ArrayModel array =
        new ArrayModel(9, with(p -> copy(p, 60e-6, 14e-6, 0.01, 0.03, 0, 0, 0.01, 0)));
    Calibration found = array.calibrate();
    assertThat(found.stuckOff().length / 262144.0).isCloseTo(0.03, within(0.002));
    assertThat(found.stuckOn().length / 262144.0).isCloseTo(0.01, within(0.001));
    assertThat(found.mean()).isCloseTo(60e-6, within(0.2e-6));
    assertThat(found.deviation()).isCloseTo(14e-6, within(0.2e-6));
    assertThat(found.skewness()).isCloseTo(0, within(0.05));
    float[] plus = array.readback(ALL).plus();
    int minusBit = 0;
    for (int index : found.stuckOff()) {
      if ((index & 1) == minusBit) {
        assertThat(plus[index >> 1]).isZero();
      }
    }
  }

  @Test
  void programmingReachesTheAimWithThePolynomialsNoise() {
    for (double aim : new double[] {0, 5e-6, 20e-6, 40e-6}) {
      ArrayModel array = new ArrayModel(11, CLEAN);
      float[] aims = new float[ALL.pairs()];
      Arrays.fill(aims, (float) aim);
      array.program(ALL, new Conductances(aims, aims));
      double[] reached = moments(array.readback(ALL).plus());
      double g = aim / 40e-6;
      double sigma =
          1e-6
              * (0.348 + 16.030 * g - 43.853 * g * g + 45.393 * g * g * g - 16.815 * g * g * g * g);
      if (aim > 0) {
        assertThat(reached[0]).isCloseTo(aim, within(0.02 * sigma + 1e-9));
        assertThat(reached[1]).isCloseTo(sigma, within(0.02 * sigma));
      } else { // half of a normal distribution is cut at 0
        assertThat(reached[0]).isCloseTo(sigma / Math.sqrt(2 * Math.PI), within(0.02 * sigma));
      }
    }
  }

  @Test
  void programmingLeavesOtherCellsAlone() {
    ArrayModel array = new ArrayModel(11, CLEAN);
    Conductances before = array.readback(ALL);
    float[] aims = new float[6];
    array.program(new Block(100, 2, 50, 3), new Conductances(aims, aims));
    Conductances after = array.readback(ALL);
    int changed = 0;
    for (int k = 0; k < ALL.pairs(); k++) {
      boolean inside = k / 256 >= 100 && k / 256 < 102 && k % 256 >= 50 && k % 256 < 53;
      boolean same = after.plus()[k] == before.plus()[k] && after.minus()[k] == before.minus()[k];
      assertThat(same).isEqualTo(!inside);
      changed += same ? 0 : 1;
    }
    assertThat(changed).isEqualTo(6);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                array.program(
                    Block.of(1, 1), new Conductances(new float[] {50e-6f}, new float[1])));
  }

  @Test
  void lineResistanceTakesMoreFromFartherCellsAndMoreTheMoreThereIs() {
    double last = Double.POSITIVE_INFINITY;
    for (double ohms : new double[] {0, 0.02, 0.1, 0.5}) {
      double near = columnCurrent(ohms, new Block(448, 64, 0, 8));
      double far = columnCurrent(ohms, new Block(0, 64, 248, 8));
      assertThat(far).isLessThanOrEqualTo(near);
      assertThat(far).isBetween(0.0, last);
      last = far - 1e-12;
    }
  }

  /** Mean current of the plus columns when all cells are alike, from the differential output. */
  private static double columnCurrent(double ohms, Block block) {
    Physics physics = new Physics(60e-6, 0, 1e-6, 0, 0, 0, 0, 0, ohms, 1, 0, 2e-3, 0);
    ArrayModel array = new ArrayModel(1, physics);
    float[] zero = new float[block.pairs()];
    float[] aims = new float[block.pairs()];
    Arrays.fill(aims, 40e-6f);
    array.program(block, new Conductances(aims, zero));
    byte[] on = new byte[8];
    Arrays.fill(on, (byte) 0xFF);
    float[] currents = array.multiply(block, Vectors.bits(on, 64, 1), 0);
    double sum = 0;
    for (float each : currents) {
      sum += each / currents.length;
    }
    return sum;
  }

  @Test
  void firstOrderDropAlongAColumnIsThatOfKirchhoffsLaws() {
    // One driven cell: its own current flows through all segments between it and the converter.
    Physics physics = new Physics(60e-6, 0, 1e-6, 0, 0, 0, 0, 0, 1, 1, 0, 2e-3, 0);
    ArrayModel array = new ArrayModel(1, physics);
    Block block = new Block(12, 1, 0, 1);
    array.program(block, new Conductances(new float[] {40e-6f}, new float[1]));
    double current = array.multiply(block, Vectors.bits(new byte[] {1}, 1, 1), 0)[0];
    // along the row, its group's 14 other cells draw current through segment 1, too
    double row = 40e-6 + 0 + 14 * 60e-6;
    double column = 40e-6 * (512 - 12);
    double firstOrder = 0.2 * 40e-6 * (1 - row - column);
    assertThat(current)
        .isCloseTo(firstOrder, within(0.2 * 40e-6 * 2 * (row + column) * (row + column)));
    assertThat(current).isLessThan(0.2 * 40e-6 * (1 - 0.9 * (row + column)));
  }

  @Test
  void calibratedConverterIsRightWithinHalfAStepAndItsResidue() {
    Physics tenBits = new Physics(60e-6, 14e-6, 1e-6, 0, 0, 0, 0, 0, 0, 1, 10, 2e-3, 1);
    ArrayModel array = new ArrayModel(21, tenBits);
    ArrayModel exact = new ArrayModel(21, CLEAN);
    byte[] bits = new byte[8];
    Arrays.fill(bits, (byte) 0xFF);
    Block block = Block.of(64, 256);
    Vectors vectors = Vectors.bits(bits, 64, 1);
    double raw = largestError(array.multiply(block, vectors, 0), exact.multiply(block, vectors, 0));
    Calibration found = array.calibrate();
    double calibrated =
        largestError(array.multiply(block, vectors, 0), exact.multiply(block, vectors, 0));
    double step = 2e-3 / 1024;
    assertThat(array.quantisation()).isEqualTo(step / 2);
    // two columns, each within half a step, and what the calibration leaves
    assertThat(calibrated).isLessThan(1.1 * step);
    assertThat(raw).isGreaterThan(calibrated);
    assertThat(found.gains()).hasSize(16).doesNotContain(1.0);
    assertThat(moments(found.gains())[1]).isBetween(5e-4, 4e-3);
  }

  @Test
  void currentsBeyondTheScaleAreClippedAndCounted() {
    Physics narrow = new Physics(60e-6, 14e-6, 1e-6, 0, 0, 0, 0, 0, 0, 1, 10, 1e-5, 1);
    ArrayModel array = new ArrayModel(21, narrow);
    array.multiply(Block.of(8, 256), Vectors.bits(new byte[] {-1}, 8, 1), 0);
    assertThat(reading(array, "clipped")).isEqualTo(512);
  }

  @Test
  void energyAddsUp() {
    ArrayModel array = new ArrayModel(21, CLEAN);
    Block block = Block.of(8, 16);
    Conductances cells = array.readback(block);
    double before = reading(array, "energy");
    array.multiply(block, Vectors.bits(new byte[] {0b101, 0b111}, 8, 2), 0);
    double siemens = 0;
    for (int o = 0; o < 16; o++) {
      for (int i : new int[] {0, 0, 1, 2, 2}) {
        siemens += cells.plus()[i * 16 + o] + cells.minus()[i * 16 + o];
      }
    }
    double expected =
        0.04 * siemens * Meter.CONVERSION_SECONDS
            + 5 * Meter.DRIVE_JOULES
            + 2 * 32 * Meter.CONVERSION_JOULES;
    assertThat(reading(array, "energy") - before).isCloseTo(expected, within(1e-6 * expected));
    assertThat(reading(array, "activations")).isEqualTo(8 + 5.0);
    double middle = reading(array, "energy");
    array.program(Block.of(2, 3), new Conductances(new float[6], new float[6]));
    assertThat(reading(array, "energy") - middle)
        .isCloseTo(12 * Meter.PROGRAM_JOULES, within(1e-20));
    assertThat(reading(array, "cells-programmed")).isEqualTo(12);
  }

  private static double reading(ArrayModel array, String name) {
    return array.telemetry().getReadingsList().stream()
        .filter(r -> r.getName().equals(name))
        .mapToDouble(Telemetry.Reading::getValue)
        .findFirst()
        .orElseThrow();
  }

  private static double largestError(float[] values, float[] exact) {
    double largest = 0;
    for (int k = 0; k < values.length; k++) {
      largest = Math.max(largest, Math.abs(values[k] - exact[k]));
    }
    return largest;
  }

  private static Physics with(UnaryOperator<Physics> change) {
    return change.apply(CLEAN);
  }

  private static Physics copy(
      Physics p,
      double mean,
      double deviation,
      double read,
      double off,
      double drift,
      double driftDeviation,
      double on,
      double ohms) {
    return new Physics(
        mean,
        deviation,
        p.formingLeast(),
        read,
        off,
        on,
        drift,
        driftDeviation,
        ohms,
        p.inputBits(),
        p.adcBits(),
        p.fullScale(),
        p.programmingNoise());
  }

  private static float[] difference(Conductances cells) {
    float[] difference = new float[cells.plus().length];
    for (int k = 0; k < difference.length; k++) {
      difference[k] = cells.plus()[k] - cells.minus()[k];
    }
    return difference;
  }

  private static double[] moments(double[] values) {
    float[] floats = new float[values.length];
    for (int k = 0; k < values.length; k++) {
      floats[k] = (float) values[k];
    }
    return moments(floats);
  }

  private static double[] moments(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    double mean = sum / values.length;
    double squares = 0;
    for (float value : values) {
      squares += (value - mean) * (value - mean);
    }
    return new double[] {mean, Math.sqrt(squares / values.length)};
  }

  private static double correlation(float[] a, float[] b) {
    double[] x = moments(a);
    double[] y = moments(b);
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += (a[k] - x[0]) * (b[k] - y[0]);
    }
    return sum / a.length / (x[1] * y[1]);
  }
}
