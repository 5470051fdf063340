package dev.glia.platform.runner.running;

import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeviceLostException;
import dev.glia.api.device.Rewindable;
import dev.glia.v1.NetworkState;
import dev.glia.v1.PastSpikes;
import dev.glia.v1.PopulationState;

/** Brings a deployment back to a state, at any tick. */
interface Return {
  void to(long tick) throws DeviceLostException;

  /** The way back to the state that a deployment is in now. */
  static Return to(Deployment deployment, NetworkState present) throws DeviceLostException {
    if (deployment instanceof Rewindable rewindable) {
      rewindable.mark();
      return rewindable::rewind;
    }
    return tick -> deployment.restore(moved(present, tick));
  }

  private static NetworkState moved(NetworkState state, long tick) {
    long by = tick - state.getTick();
    NetworkState.Builder moved = state.toBuilder().setTick(tick);
    for (PopulationState.Builder population : moved.getPopulationsBuilderList()) {
      for (PastSpikes.Builder spikes : population.getSpikesBuilderList()) {
        spikes.setTick(spikes.getTick() + by);
      }
    }
    return moved.build();
  }
}
