package dev.glia.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.component.Parameters;
import dev.glia.api.figure.Content.Chart;
import dev.glia.api.figure.Figure;
import dev.glia.api.figure.Mark;
import dev.glia.signal.recording.MemoryRecording;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ViewsTest {
  private static final MemoryRecording WAVES =
      MemoryRecording.eeg(
          List.of("a", "silent", "b"), 100, new double[][] {wave(10), new double[1000], wave(20)});

  private static double[] wave(double hz) {
    return IntStream.range(0, 1000)
        .mapToDouble(i -> 1e-6 * Math.sin(2 * Math.PI * hz * i / 100.0))
        .toArray();
  }

  @Test
  void firstSecondsAreDrawnChannelOverChannel() {
    Parameters two = new Parameters(Map.of("length", 2.0, "channels", 2L));
    Chart chart = (Chart) new FirstSeconds().figures(WAVES, two).get(0).content();
    assertThat(chart.marks()).extracting(Mark::name).containsExactly("a", "silent");
    Mark.Line line = (Mark.Line) chart.marks().get(0);
    assertThat(line.x()).hasSize(200).contains(1.99);
    for (double y : line.y()) {
      assertThat(y).isBetween(4.5, 7.5);
    }
  }

  @Test
  void spectraShowTheirPeaks() {
    List<Figure> figures = new Spectra().figures(WAVES, new Parameters(Map.of("channels", 9L)));
    List<Mark> marks = ((Chart) figures.get(0).content()).marks();
    assertThat(marks).extracting(Mark::name).containsExactly("a", "b");
    Mark.Line line = (Mark.Line) marks.get(1);
    int top = 0;
    for (int i = 0; i < line.y().length; i++) {
      top = line.y()[i] > line.y()[top] ? i : top;
    }
    assertThat(line.x()[top]).isEqualTo(20);
  }
}
