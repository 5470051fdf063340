package dev.glia.drivers.rram.array;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RowAdderTest {
  @Test
  void vectorsGiveTheSameBits() {
    SplittableRandom random = new SplittableRandom(4);
    assertThat(RowAdder.fastest()).isInstanceOf(VectorRowAdder.class);
    for (int width : new int[] {1, 7, 16, 33, 400, 512}) {
      float[] cells = new float[3 * width];
      for (int k = 0; k < cells.length; k++) {
        cells[k] = (float) random.nextDouble(1e-4);
      }
      float[] current = new float[width];
      float[] loss = new float[width];
      float[] currentByOne = new float[width];
      float[] lossByOne = new float[width];
      for (int row = 0; row < 3; row++) {
        RowAdder.fastest().add(cells, row * width, 512 - row, current, loss, width);
        RowAdder.addOneByOne(cells, row * width, 512 - row, currentByOne, lossByOne, width);
      }
      assertThat(current).isEqualTo(currentByOne);
      assertThat(loss).isEqualTo(lossByOne);
    }
  }
}
