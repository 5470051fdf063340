package dev.glia.api.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarksTest {
  @Test
  void histogramHoldsAllValuesAndTheCurveTheirNumber() {
    double[] values = new double[1000];
    for (int i = 0; i < values.length; i++) {
      values[i] = 3 + Math.sin(i);
    }
    List<Mark> marks = Marks.histogramWithNormal("x", values, 40);
    Mark.Histogram histogram = (Mark.Histogram) marks.get(0);
    Mark.Line normal = (Mark.Line) marks.get(1);
    assertThat(histogram.edges()).hasSize(41);
    assertThat(Arrays.stream(histogram.counts()).sum()).isEqualTo(1000);
    assertThat(Arrays.stream(normal.y()).sum()).isCloseTo(1000, within(1.0));
    assertThat(histogram.edges()[20]).isCloseTo(3, within(0.01));
  }

  @Test
  void rasterHasAMarkForEachEvent() {
    Mark.Raster raster =
        (Mark.Raster) Marks.raster("", new boolean[][] {{false, true}, {true, true}});
    assertThat(raster.x()).containsExactly(0, 1, 1);
    assertThat(raster.rows()).containsExactly(1, 0, 1);
  }
}
