package dev.glia.deployments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.figure.Content.Chart;
import dev.glia.api.figure.Mark;
import dev.glia.deployments.Played.Spike;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlayedTest {
  private static final Played PLAYED =
      new Played(4, List.of(new Spike(2, 1), new Spike(3, 1), new Spike(3, 3), new Spike(9, 3)));

  @Test
  void firstSpikesAreThoseOfEachNeuron() {
    assertThat(PLAYED.first()).containsExactly(-1, 2, -1, 3);
    assertThat(PLAYED.count()).isEqualTo(4);
  }

  @Test
  void firstOfEquallyActiveNeuronsWins() {
    assertThat(PLAYED.mostActive()).isEqualTo(1);
    assertThat(new Played(2, List.of(new Spike(1, 1))).mostActive()).isEqualTo(1);
    assertThat(new Played(2, List.of()).mostActive()).isZero();
  }

  @Test
  void rasterHasEverySpike() {
    Chart chart = (Chart) PLAYED.figure("id", "Title", "Caption.").content();
    Mark.Raster raster = (Mark.Raster) chart.marks().getFirst();
    assertThat(raster.x()).containsExactly(2, 3, 3, 9);
    assertThat(raster.rows()).containsExactly(1, 1, 3, 3);
  }
}
