package dev.glia.drivers.cpu;

import dev.glia.api.device.Forecast;
import dev.glia.api.network.Network;
import dev.glia.api.network.Projection;
import dev.glia.drivers.cpu.delivery.Choice;
import dev.glia.drivers.cpu.delivery.Storage;
import dev.glia.drivers.cpu.delivery.SynapseDraw;
import dev.glia.drivers.cpu.delivery.Traits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** In which form each projection of a network is stored. Draws no synapses. */
final class StoragePlan {
  /** Share of the memory that synapses may take. */
  private static final double SHARE = 0.8;

  private final Map<String, Traits> traits = new LinkedHashMap<>();
  private final Map<String, Choice> choices = new LinkedHashMap<>();

  private StoragePlan() {}

  /**
   * Plans for the memory that Java may use.
   *
   * @param pinned forms that somebody wants, by projection
   * @throws IllegalArgumentException if one of them can't be
   */
  static StoragePlan of(Network network, Map<String, String> pinned) {
    return of(network, pinned, (long) (SHARE * Runtime.getRuntime().maxMemory()));
  }

  /** Plans for synapses to take so many bytes, if they can. */
  static StoragePlan of(Network network, Map<String, String> pinned, long bytes) {
    StoragePlan plan = new StoragePlan();
    for (Projection projection : network.projections()) {
      Traits traits = traits(network, projection);
      plan.traits.put(projection.name(), traits);
      plan.choices.put(projection.name(), choice(projection.name(), traits, pinned));
    }
    for (String name : pinned.keySet()) {
      if (!plan.choices.containsKey(name)) {
        throw new IllegalArgumentException(
            "a storage form is pinned for '%s', but there is no such projection; there are %s"
                .formatted(name, String.join(", ", plan.choices.keySet())));
      }
    }
    plan.shrinkTo(bytes, pinned);
    return plan;
  }

  private static Traits traits(Network network, Projection projection) {
    SynapseDraw draw = new SynapseDraw(projection, network.dt(), network.seed());
    boolean continuous =
        network.population(projection.target()).program().couplings().stream()
            .anyMatch(c -> c.receptor().equals(projection.receptor()));
    boolean each = projection.learning().isPresent() || continuous;
    int variables = 1 + projection.learning().map(l -> l.program().synapse().size()).orElse(0);
    return Traits.of(
        draw, each ? Storage.Use.EACH_WEIGHT : Storage.Use.STATIC, each ? variables : 0);
  }

  private static Choice choice(String name, Traits traits, Map<String, String> pinned) {
    String id = pinned.get(name);
    try {
      return id == null ? Choice.fastest(traits) : Choice.pinned(id, traits);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("projection " + name + ": " + e.getMessage(), e);
    }
  }

  /** Gives up speed where it saves the most memory. */
  private void shrinkTo(long bytes, Map<String, String> pinned) {
    while (bytes() > bytes) {
      String worst = null;
      double most = 0;
      for (Map.Entry<String, Choice> entry : choices.entrySet()) {
        double saved =
            entry.getValue().bytes() - Choice.smallest(traits.get(entry.getKey())).bytes();
        if (saved > most && !pinned.containsKey(entry.getKey())) {
          worst = entry.getKey();
          most = saved;
        }
      }
      if (worst == null) {
        return; // it doesn't fit; whoever builds it will see
      }
      choices.put(worst, Choice.smallest(traits.get(worst)));
    }
  }

  /** Expected bytes of all synapses. */
  double bytes() {
    return choices.values().stream().mapToDouble(Choice::bytes).sum();
  }

  Choice choice(String projection) {
    return choices.get(projection);
  }

  Forecast forecast() {
    List<Forecast.Entry> entries = new ArrayList<>();
    choices.forEach(
        (name, choice) ->
            entries.add(
                new Forecast.Entry(
                    name,
                    choice.form().id(),
                    choice.why(),
                    traits.get(name).synapses(),
                    Math.round(choice.bytes()),
                    choice.nanosPerEvent())));
    return new Forecast(entries);
  }
}
