package dev.glia.deployments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeviceException;
import dev.glia.deployments.Played.Spike;
import dev.glia.deployments.SpikePlayer.Forced;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class SpikePlayerTest {
  @Test
  void spikesAreSpikeFromTheBeginOfEachPlaying() throws DeviceException {
    try (Deployment chain = Chain.deployed()) {
      SpikePlayer player = new SpikePlayer(chain, "cells");
      List<Spike> first = player.play(4, List.of(new Forced(1, "lines", 0))).spikes();
      assertThat(first).extracting(Spike::neuron).startsWith(0, 1);
      List<Spike> rest = player.play(10, List.of()).spikes();
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
      List<Spike> seen =
          new SpikePlayer(chain, "cells")
              .play(ticks, List.of(new Forced(2, "cells", 3), late, never))
              .spikes();
      assertThat(chain.now()).isEqualTo(ticks);
      assertThat(seen).containsExactly(new Spike(2, 3), new Spike(late.tick(), 3));
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
