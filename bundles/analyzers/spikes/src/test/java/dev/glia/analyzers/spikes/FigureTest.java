package dev.glia.analyzers.spikes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.api.component.Fault;
import dev.glia.api.random.RandomStream;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class FigureTest {
  private static final Pattern MARKS = Pattern.compile("class=\"mark c\\d\" d=\"([^\"]*)\"");

  @Test
  void everySpikeIsAMark() throws Exception {
    Recorded run =
        Recorded.of(1000)
            .spikes("cells", new long[] {100, 500}, new long[] {900})
            .spikes("in & out", new long[] {1});
    Results results = Results.of(new Raster(), run);
    String svg = results.text("raster.svg");
    assertThat(results.xml("raster.svg").getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(marks(svg, 0)).isEqualTo(3);
    assertThat(marks(svg, 1)).isEqualTo(1);
    assertThat(svg)
        .contains("cells: 3 spikes of 2 neurons", "in &amp; out: 1 spikes", "time (ms)", ">neuron<")
        .contains("prefers-color-scheme:dark");
  }

  @Test
  void manySpikesAreThinnedByNeuronAndTheCaptionSaysSo() {
    long[][] trains = new long[200][];
    for (int neuron = 0; neuron < trains.length; neuron++) {
      RandomStream random = new RandomStream(3, neuron);
      trains[neuron] =
          LongStream.range(1, 20_000).filter(t -> random.nextDouble() < 0.02).toArray();
    }
    String svg =
        Results.of(new Raster(), Recorded.of(20_000).spikes("cells", trains)).text("raster.svg");
    assertThat(marks(svg, 0)).isBetween(5_000, 10_000);
    assertThat(svg).containsPattern("1 neuron in \\d+ shown").contains("time (s)");
    assertThat(svg.length()).isLessThan(300_000);
  }

  @Test
  void panelWithoutSpikesIsDrawnToo() throws Exception {
    Results results = Results.of(new Raster(), Recorded.of(10).spikes("cells", new long[0]));
    assertThat(results.xml("raster.svg").getElementsByTagName("text").getLength()).isPositive();
  }

  @Test
  void tracesAreDrawnInTheirUnit() throws Exception {
    float[] samples = new float[2 * 400];
    for (int i = 0; i < 400; i++) {
      samples[2 * i] = (float) (-0.065 + 0.01 * Math.sin(i / 20.0));
      samples[2 * i + 1] = Float.NaN;
    }
    Results results = Results.of(new Traces(), Recorded.of(400).trace("v", "mV", 2, samples));
    String svg = results.text("traces.svg");
    assertThat(results.xml("traces.svg")).isNotNull();
    assertThat(svg).contains("v (mV)", ">-65<", ">-60<", "cells: v of neurons 0 to 1");
    assertThat(svg).doesNotContain("NaN");
  }

  @Test
  void constantTraceIsDrawnInTheMiddle() throws Exception {
    Results results = Results.of(new Traces(), Recorded.of(3).trace("w", "1", 1, 7, 7, 7));
    assertThat(results.text("traces.svg")).contains(">7.0<").doesNotContain("w (1)");
  }

  @Test
  void longTraceKeepsItsPeaks() {
    double[] places = new double[100_000];
    double[] values = new double[100_000];
    for (int i = 0; i < places.length; i++) {
      places[i] = i;
    }
    values[54_321] = 9;
    values[54_322] = -9;
    Polyline line = Polyline.of(places, values, places.length, 700);
    assertThat(line.values()).hasSize(1400).contains(9).contains(-9);
    assertThat(line.places()).isSorted();
  }

  @Test
  void fieldsStandInAGrid() throws Exception {
    float[] weights = new float[4 * 3]; // neuron t receives from source t only
    for (int target = 0; target < 3; target++) {
      weights[target * 3 + target] = 2e-9f;
    }
    Results results =
        Results.of(new WeightImages(), Recorded.of(1).weights("input->cells", 4, 3, weights));
    BufferedImage image =
        ImageIO.read(new ByteArrayInputStream(results.artifacts.get("weights-input-cells.png")));
    int factor = image.getWidth() / 5; // two fields of two pixels, and a gap
    int[][] bright = {{0, 0}, {4, 0}, {0, 4}};
    assertThat(image.getHeight()).isEqualTo(5 * factor);
    for (int y = 0; y < 5; y++) {
      for (int x = 0; x < 5; x++) {
        int color = image.getRGB(x * factor + factor / 2, y * factor + factor / 2);
        boolean gap = x == 2 || y == 2 || x > 2 && y > 2;
        boolean lit = Arrays.stream(bright).anyMatch(isAt(x, y));
        assertThat(Integer.toHexString(color))
            .as("color at %d, %d", x, y)
            .matches(gap ? "0|[0-9a-f]{1,6}" : lit ? "fffde725" : "ff440154");
      }
    }
    assertThat(results.text("weights-input-cells.svg"))
        .contains("weight (nA)", ">2.0<", "a field for each of 3 neurons");
    assertThat(results.xml("weights-input-cells.svg")).isNotNull();
  }

  private static Predicate<int[]> isAt(int x, int y) {
    return place -> place[0] == x && place[1] == y;
  }

  @Test
  void weightsOfBothSignsAreCenteredOnWhite() {
    ColorMap colors = ColorMap.over(new float[] {-1, 3});
    assertThat(colors.low()).isEqualTo(-3);
    int[] palette = colors.palette();
    assertThat(palette[colors.index(0) & 0xFF]).isEqualTo(0xF7F7F7);
    assertThat(palette[colors.index(3) & 0xFF]).isEqualTo(0xB2182B);
    assertThat(colors.index(Double.NaN)).isEqualTo((byte) ColorMap.GAP);
  }

  @Test
  void fieldsThatDoNotFitTheWidthAreRefused() {
    Recorded run = Recorded.of(1).weights("input->cells", 6, 1, new float[6]);
    assertThatThrownBy(() -> Results.of(new WeightImages(), run))
        .isInstanceOf(Fault.class)
        .hasMessageContainingAll("the 6 sources", "a square image", "divisor of 6");
    assertThatThrownBy(() -> Results.of(new WeightImages(), run, "width", 4))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("whole rows of 4");
    assertThatThrownBy(() -> Results.of(new WeightImages(), run, "projection", "other"))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("{of: other, record: weights}");
    assertThat(Results.of(new WeightImages(), run, "width", 3).artifacts).hasSize(2);
  }

  private static int marks(String svg, int path) {
    Matcher matcher = MARKS.matcher(svg);
    for (int i = 0; i <= path; i++) {
      assertThat(matcher.find()).as("a path of marks").isTrue();
    }
    return matcher.group(1).split("M").length - 1;
  }
}
