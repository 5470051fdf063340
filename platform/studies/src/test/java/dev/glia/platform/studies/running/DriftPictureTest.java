package dev.glia.platform.studies.running;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.figure.Content;
import dev.glia.api.figure.Figure;
import dev.glia.api.figure.Mark;
import dev.glia.platform.runner.ShadowDrift;
import dev.glia.v1.TimelineEntry;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class DriftPictureTest {
  private static final ShadowDrift.Curve CELLS =
      new ShadowDrift.Curve(
          "cells",
          new long[] {4, 0, 3},
          new long[] {4, 0, 1},
          new long[] {0, 0, 2},
          new double[] {0, 0, 0.5});
  private static final ShadowDrift.Curve SILENT =
      new ShadowDrift.Curve("silent", new long[3], new long[3], new long[3], new double[3]);

  private static RunPictures pictures(OptionalDouble first) {
    RunPictures pictures = new RunPictures();
    pictures.take(new ShadowDrift(1, 0.5, List.of(SILENT, CELLS), first));
    return pictures;
  }

  private static List<Mark> marks(Figure figure) {
    return ((Content.Chart) figure.content()).marks();
  }

  @Test
  void windowsWithSpikesHaveAShareAndAllHaveADistance() {
    RunPictures pictures = pictures(OptionalDouble.of(2.25));

    assertThat(pictures.series()).containsOnlyKeys("drift.cells", "drift-distance.cells");
    assertThat(pictures.series().get("drift.cells").x()).containsExactly(1.25, 2.25);
    assertThat(pictures.series().get("drift.cells").y()).containsExactly(0, 0.5);
    assertThat(pictures.series().get("drift-distance.cells").x()).containsExactly(1.5, 2, 2.5);
    assertThat(pictures.series().get("drift-distance.cells").y()).containsExactly(0, 0, 0.5);
  }

  /** Numbers are those of the interventions, so the first difference has none. */
  @Test
  void swapsAndTheFirstDifferenceAreMarked() {
    RunPictures pictures = pictures(OptionalDouble.of(2.25));
    pictures.mark(List.of(TimelineEntry.newBuilder().setAt(2.2).setMessage("swap").build()));

    assertThat(pictures.figures())
        .extracting(Figure::id)
        .containsExactly("drift", "drift-distance");
    for (Figure figure : pictures.figures()) {
      assertThat(marks(figure))
          .startsWith(new Mark.Moment("1", 2.2), new Mark.Moment("", 2.25))
          .hasSize(3);
      assertThat(figure.caption()).contains("2.25").contains("1 swap");
    }
  }

  @Test
  void nothingIsMarkedWhereNothingDiffers() {
    RunPictures pictures = pictures(OptionalDouble.empty());

    assertThat(marks(pictures.figures().getFirst()))
        .hasSize(1)
        .first()
        .isInstanceOf(Mark.Line.class);
    assertThat(pictures.figures().getFirst().caption()).contains("No spike differs");
  }
}
