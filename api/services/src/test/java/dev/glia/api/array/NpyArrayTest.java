package dev.glia.api.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.api.component.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NpyArrayTest {
  private static final int INPUTS = Integer.getInteger("glia.fuzz", 50_000);

  private static NpyArray read(byte[] bytes) throws IOException {
    return NpyArray.read(new ByteArrayInputStream(bytes), bytes.length, "x.npy");
  }

  /** The bytes that numpy.save writes for numpy.arange(6, dtype='f4').reshape(2, 3). */
  @Test
  void matrixIsWrittenAsNumPyWritesIt() {
    byte[] bytes = NpyArray.bytes(new float[] {0, 1, 2, 3, 4, 5}, 2, 3);

    String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }";
    assertThat(bytes).startsWith(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0);
    assertThat(new String(bytes, 10, 118, StandardCharsets.US_ASCII))
        .startsWith(header)
        .endsWith(" \n");
    ByteBuffer data = ByteBuffer.wrap(bytes, 128, 24).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 6; i++) {
      assertThat(data.getFloat()).isEqualTo(i);
    }
    assertThat(bytes).hasSize(152);
  }

  @Test
  void vectorHasACommaInItsShapeAndAnEmptyOneHasNoData() {
    byte[] some = NpyArray.bytes(new long[] {-1, Long.MAX_VALUE}, 2);
    byte[] none = NpyArray.bytes(new int[0], 0);

    assertThat(new String(some, StandardCharsets.ISO_8859_1)).contains("'<i8'", "(2,)");
    assertThat(ByteBuffer.wrap(some).order(ByteOrder.LITTLE_ENDIAN).getLong(136))
        .isEqualTo(Long.MAX_VALUE);
    assertThat(new String(none, StandardCharsets.ISO_8859_1)).contains("'<i4'", "(0,)");
    assertThat(none.length % 64).isZero();
  }

  @Test
  void theFirstNumbersOfALongerArrayAreWrittenAndTooFewRefused() throws IOException {
    assertThat(read(NpyArray.bytes(new int[] {7, 8, 9}, 2)).values()).containsExactly(7, 8);
    assertThatThrownBy(() -> NpyArray.bytes(new int[3], 2, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[2, 2]");
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    NpyArray matrix = read(NpyArray.bytes(new float[] {1, 2.5f, -3, 0, 1e-9f, 6}, 2, 3));
    assertThat(matrix.shape()).containsExactly(2, 3);
    assertThat(matrix.values()).containsExactly(1, 2.5, -3, 0, 1e-9f, 6);
    assertThat(read(NpyArray.bytes(new double[] {Math.PI}, 1)).values()).containsExactly(Math.PI);
    assertThat(read(NpyArray.bytes(new long[] {-7}, new int[0])).shape()).isEmpty();
  }

  @Test
  void bigEndianAndSmallIntegersAreRead() throws IOException {
    byte[] bytes = NpyArray.bytes(new long[] {0x0102}, 1);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    byte[] big = text.replace("'<i8'", "'>u2'").getBytes(StandardCharsets.ISO_8859_1);
    assertThat(read(big).values()).containsExactly(0x0201);
  }

  @Test
  void fortranOrderIsRefusedWithAdvice() {
    byte[] bytes = NpyArray.bytes(new double[4], 2, 2);
    String text = new String(bytes, StandardCharsets.ISO_8859_1).replace("False", "True ");
    assertThatThrownBy(() -> read(text.getBytes(StandardCharsets.ISO_8859_1)))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("ascontiguousarray");
  }

  @Test
  void aShapeBeyondTheFileIsRefusedBeforeMemoryIsTaken() {
    byte[] bytes = NpyArray.bytes(new double[1], 1);
    String text =
        new String(bytes, StandardCharsets.ISO_8859_1)
            .replace("(1,), }        ", "(200000000,), }");
    assertThatThrownBy(() -> read(text.getBytes(StandardCharsets.ISO_8859_1)))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("ends before");
  }

  @Test
  void anyBytesAreReadOrRefused() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    byte[] valid = NpyArray.bytes(new double[] {1, 2, 3, 4, 5, 6}, 3, 2);
    for (int i = 0; i < INPUTS; i++) {
      byte[] bytes = Arrays.copyOf(valid, random.nextInt(valid.length + 1));
      for (int flips = random.nextInt(4); flips > 0 && bytes.length > 0; flips--) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      }
      try {
        assertThat(read(bytes).values()).doesNotContain(Double.NaN);
      } catch (Fault refused) {
        assertThat(refused.getMessage()).contains("x.npy");
      }
    }
  }
}
