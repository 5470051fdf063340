package dev.glia.drivers.cpu.simd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.glia.api.random.CounterRandom;
import dev.glia.api.random.RandomStream;
import dev.glia.api.random.Streams;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PassTest {
  private static final int LENGTH = 512;
  private static final long KEY = 0x1234_5678_9ABC_DEF0L;

  private static Pass.Operands operands(int round) {
    Pass.Operands o = new Pass.Operands();
    o.first = new float[LENGTH];
    o.second = new float[LENGTH];
    o.out = new float[LENGTH];
    o.length = LENGTH;
    o.key = KEY + round;
    o.tick = 1_000_003L * round;
    o.from = 512 * round;
    o.table = new PoissonTable();
    o.table.prepare(0.01 * Math.pow(4, round));
    RandomStream random = new RandomStream(3, "operands", round);
    for (int i = 0; i < LENGTH; i++) {
      float any = Float.intBitsToFloat(random.nextInt());
      o.first[i] = round % 2 == 0 ? (float) (40 * random.nextDouble() - 20) : any;
      o.second[i] = (float) (4 * random.nextDouble() - 2);
    }
    o.first[0] = Float.NaN;
    o.first[1] = Float.POSITIVE_INFINITY;
    o.first[2] = Float.NEGATIVE_INFINITY;
    o.first[3] = 0f;
    o.first[4] = -0f;
    return o;
  }

  @ParameterizedTest
  @EnumSource
  void vectorFormGivesTheSameBits(Pass pass) {
    assumeTrue(pass.hasVectorForm());
    for (int round = 0; round < 10; round++) {
      Pass.Operands o = operands(round);
      pass.runScalar(o);
      float[] scalar = o.out;
      o.out = new float[LENGTH];
      pass.runVector(o);
      for (int i = 0; i < LENGTH; i++) {
        assertThat(Float.floatToIntBits(o.out[i])) // all NaNs are alike
            .as("%s of %s, round %d", pass, o.first[i], round)
            .isEqualTo(Float.floatToIntBits(scalar[i]));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"UNIFORM", "NORMAL", "SHARED_POISSON"})
  void partOfAnArrayIsLeftAlone(Pass pass) {
    for (int length = 16; length < LENGTH; length += 16) {
      Pass.Operands o = operands(2);
      o.length = length;
      o.table.prepare(20);
      pass.runVector(o);
      assertThat(o.out[length - 1]).isNotZero();
      for (int i = length; i < LENGTH; i++) {
        assertThat(o.out[i]).isZero();
      }
    }
  }

  @Test
  void philoxGivesTheKnownAnswers() {
    int[] out = new int[4];
    CounterRandom.block(0, 0, 0, out);
    assertThat(out).containsExactly(0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8);
    CounterRandom.block(-1, -1, -1, out);
    assertThat(out).containsExactly(0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd);
    assertThat(Draws.firstWords(0, 0, 0)).isEqualTo(0xe169c58d_6627e8d5L);
    assertThat(Draws.lastWords(0, 0, 0)).isEqualTo(0x9b00dbd8_bc57ac4cL);
    assertThat(Draws.firstWords(-1, -1, -1)).isEqualTo(0x41c83b0e_408f276dL);
    assertThat(Draws.lastWords(-1, -1, -1)).isEqualTo(0x6d5451fd_a20bc7c6L);
  }

  @Test
  void drawsAreThoseOfTheNamedStreams() {
    Pass.Operands o = operands(1);
    Arrays.fill(o.first, 3.7f);
    o.table.prepare(3.7f);
    for (Pass pass : new Pass[] {Pass.UNIFORM, Pass.NORMAL, Pass.POISSON, Pass.SHARED_POISSON}) {
      pass.runScalar(o);
      for (int i = 0; i < LENGTH; i++) {
        int neuron = o.from + i;
        int[] words = new int[4];
        CounterRandom.block(o.key, pass == Pass.UNIFORM ? neuron >> 2 : neuron, o.tick, words);
        double expected =
            switch (pass) {
              case UNIFORM -> CounterRandom.uniform(words[neuron & 3]);
              case NORMAL -> (float) Streams.normal(o.key, neuron, o.tick);
              default -> RandomStream.poisson(3.7f, Streams.poissonUniform(o.key, neuron, o.tick));
            };
        double error = pass == Pass.NORMAL ? Math.ulp((float) expected) : 0;
        assertThat(Math.abs(o.out[i] - expected))
            .as("%s of neuron %d", pass, neuron)
            .isLessThanOrEqualTo(error);
      }
    }
  }

  @Test
  void normalNumberIsTheDefinedOneToTheLastDigits() {
    RandomStream random = new RandomStream(6, "words", 0);
    int differentFloats = 0;
    for (int i = 0; i < 100_000; i++) {
      int first = i < 4 ? -(i & 1) : random.nextInt();
      int second = i < 4 ? -(i >> 1) : random.nextInt();
      double expected = RandomStream.normal(first, second);
      double actual = BoxMuller.normal(first, second, false);
      double other = BoxMuller.normal(first, second, true);
      double radius = Math.sqrt(-2 * StrictMath.log(((first & 0xFFFFFFFFL) + 0.5) * 0x1p-32));
      assertThat(Math.hypot(actual, other))
          .isCloseTo(radius, org.assertj.core.data.Offset.offset(1e-14 * (1 + radius)));
      assertThat(actual).isCloseTo(expected, org.assertj.core.data.Offset.offset(1e-14));
      differentFloats += (float) actual == (float) expected ? 0 : 1;
    }
    assertThat(differentFloats).isLessThan(3);
  }

  @Test
  void poissonTableCountsAsTheQuantileDoes() {
    PoissonTable table = new PoissonTable();
    for (double mean :
        new double[] {0, 1e-9, 0.002, 0.5, 2, 7.25, 40, 499, 800, 2e5, -1, Double.NaN}) {
      table.prepare(mean);
      for (int i = 0; i < 2000; i++) {
        int bits = Draws.poissonBits(KEY, 7, i);
        assertThat(table.count(bits, KEY, 7, i)).as("mean %s", mean).isEqualTo(quantile(mean, i));
      }
    }
  }

  /** Sixteen bits don't decide one count in ten thousand or so: those must be right too. */
  @ParameterizedTest
  @ValueSource(doubles = {0.2, 2, 6, 8})
  void countsThatNeedMoreBitsAreThoseOfTheQuantile(double mean) {
    Pass.Operands o = operands(2);
    o.tick = 7;
    o.key = KEY;
    o.table.prepare(mean);
    int unsure = 0;
    for (o.from = 0; o.from < 200_000; o.from += LENGTH) {
      Pass.SHARED_POISSON.runVector(o);
      for (int i = 0; i < LENGTH; i++) {
        assertThat(o.out[i]).isEqualTo(quantile(mean, o.from + i));
        unsure += o.table.isDecidedBy(Draws.poissonBits(KEY, 7, o.from + i)) ? 0 : 1;
      }
    }
    assertThat(unsure).isGreaterThan(4);
  }

  /** Of each 16-bit number, for the means of usual drives, and where the guide gives up. */
  @Test
  void guideTellsTheCountUpToItsLimit() {
    PoissonTable table = new PoissonTable();
    int guided = 0;
    for (double mean = 0.01; mean < 12; mean *= 1.07) {
      table.prepare(mean);
      guided += table.isGuided() ? 1 : 0;
      for (int bits = 0; table.isGuided() && bits < 65536; bits++) {
        short number = (short) (bits ^ 0x8000);
        int range = (number & 0xFFFF) >>> 10;
        short step = table.guidedSteps()[range];
        boolean decided = number != step && number <= table.guidedLimit();
        if (decided && !table.isDecidedBy(bits)) {
          fail("mean %s: number %d isn't decided", mean, bits);
        }
        int count = table.guidedCounts()[range] + (number > step ? 1 : 0);
        if (decided && count != table.count(bits, KEY, 7, 0)) {
          fail("mean %s: number %d counts %d", mean, bits, count);
        }
      }
    }
    assertThat(guided).isBetween(60, 100);
    table.prepare(8);
    assertThat(table.isGuided()).isFalse();
  }

  private static int quantile(double mean, int neuron) {
    double u = Streams.poissonUniform(KEY, neuron, 7);
    return mean > 0 ? RandomStream.poisson(Math.min(mean, 1e5), u) : 0;
  }
}
