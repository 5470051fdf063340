package dev.glia.deployments;

import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeviceLostException;
import dev.glia.api.device.InputBlock;
import dev.glia.api.device.OutputBlock;
import dev.glia.deployments.Played.Spike;
import java.util.ArrayList;
import java.util.List;

/**
 * Plays spikes into a deployment and returns those of one population, over any number of ticks. Not
 * safe for use by several threads.
 */
public final class SpikePlayer {
  /**
   * A spike that is forced on a neuron.
   *
   * @param tick from the begin of the playing, at least 1
   */
  public record Forced(long tick, String population, int neuron) {}

  private final Deployment deployment;
  private final String watched;
  private final InputBlock in = new InputBlock();
  private final OutputBlock out;

  /**
   * Plays on a deployment, which stays the caller's.
   *
   * @param watched population whose spikes a probe of the network records
   * @throws java.util.NoSuchElementException if there's no such probe
   */
  public SpikePlayer(Deployment deployment, String watched) {
    this.deployment = deployment;
    this.watched = watched;
    out = new OutputBlock(deployment.network());
    out.spikesOf(watched);
  }

  public Deployment deployment() {
    return deployment;
  }

  /**
   * Runs on from wherever the deployment is.
   *
   * @param ticks at least 1
   * @param events in ascending order; those after the last tick are left out
   */
  public Played play(int ticks, List<Forced> events) throws DeviceLostException {
    List<Spike> spikes = new ArrayList<>();
    long begin = deployment.now();
    int next = 0;
    while (deployment.now() < begin + ticks) {
      long now = deployment.now();
      int block = (int) Math.min(deployment.maxBlock(), begin + ticks - now);
      in.clear();
      for (; next < events.size() && events.get(next).tick() + begin <= now + block; next++) {
        Forced event = events.get(next);
        in.add(begin + event.tick(), index(event.population()), event.neuron());
      }
      deployment.advance(block, in, out);
      OutputBlock.Record seen = out.spikesOf(watched);
      for (int i = 0; i < seen.spikes(); i++) {
        spikes.add(new Spike(seen.spikeTick(i) - begin, seen.spikeNeuron(i)));
      }
    }
    return new Played(deployment.network().population(watched).size(), List.copyOf(spikes));
  }

  private int index(String population) {
    return deployment.network().populations().indexOf(deployment.network().population(population));
  }
}
