package dev.glia.platform.runner.running;

import dev.glia.api.device.InputBlock;
import dev.glia.api.network.Network;
import dev.glia.api.network.Population;
import dev.glia.api.random.RandomStream;
import dev.glia.platform.runner.building.Change;
import dev.glia.platform.runner.building.ChangeBuilder;
import dev.glia.platform.runner.reading.Problems;
import dev.glia.v1.RunTimeline;
import dev.glia.v1.TimelineEntry;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What interventions mean for the rest of a run, besides what is in the network's state: values
 * that tasks return to, parts that stay silent, and spikes that are still to be forced. Follows
 * from the timeline alone. One thread.
 */
final class Standing {
  private record Setting(int phase, Change.Assignment value) {}

  private record Spike(long tick, int population, int neuron) {}

  private final Network network;
  private final List<Setting> settings = new ArrayList<>();
  private final Set<String> cut = new HashSet<>();
  private final BitSet[] silent;
  private final List<Spike> stimuli = new ArrayList<>();
  private final ForcedSpikes own = new ForcedSpikes();
  private boolean idle = true;

  Standing(Network network) {
    this.network = network;
    this.silent = new BitSet[network.populations().size()];
    for (int i = 0; i < silent.length; i++) {
      silent[i] = new BitSet();
    }
  }

  /** What a timeline has led to, for a network that is at a tick. */
  static Standing after(RunTimeline timeline, Network network, long now) {
    Standing standing = new Standing(network);
    for (TimelineEntry entry : timeline.getEntriesList()) {
      if (entry.getRefusal().isEmpty() && !ChangeBuilder.rebuilds(entry.getWhat())) {
        // A parameter may have gone with its model.
        new ChangeBuilder(network, new Problems())
            .build(entry.getWhat(), entry.getNetworkTick())
            .ifPresent(change -> standing.add(change, entry));
      }
    }
    standing.forget(now);
    return standing;
  }

  void add(Change change, TimelineEntry entry) {
    switch (change) {
      case Change.Assignments values ->
          values.all().stream()
              .filter(each -> !each.isVariable())
              .forEach(each -> settings.add(new Setting(entry.getPhase(), each)));
      case Change.Spikes spikes -> {
        draw(spikes, entry.getNetworkTick());
        forget(entry.getNetworkTick());
      }
      case Change.Silence silence -> {
        cut.addAll(silence.projections());
        for (Change.Neurons each : silence.neurons()) {
          silent[each.population()].set(each.first(), each.first() + each.count());
          idle = false;
        }
      }
    }
  }

  private void draw(Change.Spikes spikes, long now) {
    Change.Neurons neurons = spikes.neurons();
    String population = network.populations().get(neurons.population()).name();
    String stream = "intervention/" + now + "/" + population + "/" + stimuli.size();
    RandomStream random = new RandomStream(network.seed(), stream, 0);
    for (int i = 0; i < spikes.total(); i++) {
      long tick = now + 1 + random.nextInt(spikes.ticks());
      int neuron = neurons.first() + random.nextInt(neurons.count());
      stimuli.add(new Spike(tick, neurons.population(), neuron));
    }
    for (int t = 1; spikes.total() == 0 && t <= spikes.ticks(); t++) {
      for (int i = 0; i < neurons.count(); i++) {
        if (random.nextDouble() < spikes.probability()) {
          stimuli.add(new Spike(now + t, neurons.population(), neurons.first() + i));
        }
      }
    }
  }

  /** Leaves out what was forced before a tick. */
  private void forget(long now) {
    own.clear();
    stimuli.stream()
        .filter(spike -> spike.tick() > now)
        .sorted(Comparator.comparingLong(Spike::tick))
        .forEach(spike -> own.add(spike.tick(), spike.population(), spike.neuron()));
    idle &= stimuli.isEmpty();
  }

  /** The same, without spikes that are still to be forced: for samples that begin anywhere. */
  Standing withoutStimuli() {
    Standing same = new Standing(network);
    same.settings.addAll(settings);
    same.cut.addAll(cut);
    for (int i = 0; i < silent.length; i++) {
      same.silent[i].or(silent[i]);
      same.idle &= silent[i].isEmpty();
    }
    return same;
  }

  /** The value that somebody gave a parameter last. */
  Optional<double[]> value(String population, String parameter) {
    return latest(population, parameter, -1);
  }

  /** The value that somebody gave a parameter last, while a phase went on. */
  Optional<double[]> valueIn(int phase, String population, String parameter) {
    return latest(population, parameter, phase);
  }

  private Optional<double[]> latest(String population, String parameter, int phase) {
    return settings.reversed().stream()
        .filter(each -> phase < 0 || each.phase() == phase)
        .map(Setting::value)
        .filter(each -> each.population().equals(population) && each.name().equals(parameter))
        .map(Change.Assignment::values)
        .findFirst();
  }

  /** What a parameter returns to where a task has changed it. */
  double[] atRest(Population population, String parameter) {
    return value(population.name(), parameter)
        .orElseGet(() -> population.parameters().get(parameter).toArray());
  }

  /** Whether a projection carries nothing any more. */
  boolean isCut(String projection) {
    return cut.contains(projection);
  }

  /** Fills a block with all spikes to force up to a tick, but those of silent neurons. */
  void fill(InputBlock block, ForcedSpikes forced, long until) {
    block.clear();
    if (idle) {
      forced.fill(block, until);
      return;
    }
    while (true) {
      boolean theirs = forced.isDue(until);
      boolean ours = own.isDue(until);
      if (!theirs && !ours) {
        return;
      }
      ForcedSpikes first = theirs && (!ours || forced.tick() <= own.tick()) ? forced : own;
      if (!silent[first.population()].get(first.neuron())) {
        block.add(first.tick(), first.population(), first.neuron());
      }
      first.skip();
    }
  }
}
