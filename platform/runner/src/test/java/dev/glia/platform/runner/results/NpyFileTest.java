package dev.glia.platform.runner.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class NpyFileTest {
  /** The bytes that numpy.save writes for numpy.arange(6, dtype='f4').reshape(2, 3). */
  @Test
  void matrixIsWrittenAsNumPyWritesIt() {
    byte[] bytes = NpyFile.of(new float[] {0, 1, 2, 3, 4, 5}, 2, 3);

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
    byte[] some = NpyFile.of(new long[] {-1, Long.MAX_VALUE}, 2);
    byte[] none = NpyFile.of(new int[0], 0);

    assertThat(new String(some, StandardCharsets.ISO_8859_1)).contains("'<i8'", "(2,)");
    assertThat(ByteBuffer.wrap(some).order(ByteOrder.LITTLE_ENDIAN).getLong(136))
        .isEqualTo(Long.MAX_VALUE);
    assertThat(new String(none, StandardCharsets.ISO_8859_1)).contains("'<i4'", "(0,)");
    assertThat(none.length % 64).isZero();
  }
}
