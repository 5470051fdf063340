package dev.glia.deployments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeviceException;
import dev.glia.deployments.SpikePlayer.Forced;
import dev.glia.deployments.SpikePlayer.Seen;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class SpikePlayerTest {
  @Test
  void spikesAreSeenFromTheBeginOfEachPlaying() throws DeviceException {
    try (Deployment chain = Chain.deployed()) {
      SpikePlayer player = new SpikePlayer(chain, "cells");
      List<Seen> first = player.play(4, List.of(new Forced(1, "lines", 0)));
      assertThat(first).extracting(Seen::neuron).startsWith(0, 1);
      List<Seen> rest = player.play(10, List.of());
      assertThat(first.size() + rest.size()).as("what is on its way goes on").isEqualTo(4);
      assertThat(rest.getLast().neuron()).isEqualTo(3);
      long step = first.get(1).tick() - first.get(0).tick();
      assertThat(rest.getLast().tick() + 4).isEqualTo(first.get(0).tick() + 3 * step);
    }
  }

  @Test
  void anyNumberOfTicksIsPlayed() throws DeviceException {
    try (Deployment chain = Chain.deployed()) {
      int ticks = 2 * chain.maxBlock() + 20;
      Forced late = new Forced(ticks - 10, "cells", 3);
      Forced never = new Forced(ticks + 1, "cells", 3);
      List<Seen> seen =
          new SpikePlayer(chain, "cells")
              .play(ticks, List.of(new Forced(2, "cells", 3), late, never));
      assertThat(chain.now()).isEqualTo(ticks);
      assertThat(seen).containsExactly(new Seen(2, 3), new Seen(late.tick(), 3));
    }
  }

  @Test
  void populationWithoutAProbeIsRefused() throws DeviceException {
    try (Deployment chain = Chain.deployed()) {
      assertThatThrownBy(() -> new SpikePlayer(chain, "lines"))
          .isInstanceOf(NoSuchElementException.class)
          .hasMessageContaining("lines");
    }
  }
}
