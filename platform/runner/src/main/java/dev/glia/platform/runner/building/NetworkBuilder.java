package dev.glia.platform.runner.building;

import dev.glia.api.device.Forecast;
import dev.glia.api.network.Network;
import dev.glia.api.network.Population;
import dev.glia.api.network.Projection;
import dev.glia.api.neuron.NeuronModel;
import dev.glia.platform.runner.reading.Problems;
import dev.glia.v1.ExperimentSpec;
import dev.glia.v1.NetworkSpec;
import dev.glia.v1.Place;
import dev.glia.v1.PopulationSpec;
import dev.glia.v1.ProjectionSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Builds the network of one experiment. One thread, one experiment. */
public final class NetworkBuilder {
  private static final int LEAST_BYTES_A_NEURON = 16;

  private final ExperimentSpec experiment;
  private final Leases leases;
  private final Problems problems;
  private final Function<Network, Forecast> driver;
  private final Clock clock;
  private final Map<String, PopulationDraft> drafts = new LinkedHashMap<>();

  /**
   * A builder that takes components from leases and notes what is wrong.
   *
   * @param driver tells how it would store a network
   */
  public NetworkBuilder(
      ExperimentSpec experiment,
      Leases leases,
      Problems problems,
      Function<Network, Forecast> driver) {
    this.driver = driver;
    this.experiment = experiment;
    this.leases = leases;
    this.problems = problems;
    this.clock = new Clock(experiment.getTime().getDt());
  }

  /**
   * A network with what belongs to it.
   *
   * @param notes times that were rounded to ticks
   * @param forecast how the driver would store it
   * @param bytes estimate of its memory
   */
  public record Built(
      Network network,
      Timeline timeline,
      Records records,
      List<String> notes,
      Forecast forecast,
      long bytes) {}

  /** The network; absent if there are problems. */
  public Optional<Built> build() {
    NetworkSpec spec = experiment.getNetwork();
    spec.getPopulationsList().forEach(this::draft);
    Receptors receptors = new Receptors(leases, problems);
    Projections projections =
        new Projections(leases, receptors, drafts, clock, experiment.getSeed(), problems);
    Map<String, Projection> built = new LinkedHashMap<>();
    for (ProjectionSpec each : spec.getProjectionsList()) {
      projections.build(each).ifPresent(p -> built.put(p.name(), p));
    }
    Inputs inputs = new Inputs(receptors, clock, experiment.getSeed(), problems);
    for (int i = 0; i < spec.getInputsCount(); i++) {
      PopulationDraft target = drafts.get(spec.getInputs(i).getTarget());
      if (target != null) {
        inputs.add(spec.getInputs(i), i, target);
      }
    }
    Map<String, Population> populations = new LinkedHashMap<>();
    drafts.forEach((name, draft) -> draft.build().ifPresent(p -> populations.put(name, p)));
    Probes probes = new Probes(populations, built, clock, problems);
    for (int i = 0; i < spec.getProbesCount(); i++) {
      probes.add(spec.getProbes(i), i);
    }
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    Network network =
        new Network(
            clock.dt(),
            experiment.getSeed(),
            List.copyOf(populations.values()),
            List.copyOf(built.values()),
            probes.network());
    Forecast forecast = driver.apply(network);
    long bytes = memory(network, new MemoryEstimate(forecast));
    return problems.isEmpty()
        ? Optional.of(
            new Built(network, inputs.timeline(), probes.records(), clock.notes(), forecast, bytes))
        : Optional.empty();
  }

  private void draft(PopulationSpec spec) {
    Optional<NeuronModel> model =
        leases.take(NeuronModel.class, spec.getModel(), spec.getName() + ".model", problems);
    long least = (long) spec.getSize() * LEAST_BYTES_A_NEURON;
    if (least > Runtime.getRuntime().maxMemory()) {
      problems.add(spec.getPlace(), spec.getName() + ".size", "needs at least " + beyond(least));
      return;
    }
    model.ifPresent(
        neuron ->
            drafts.put(
                spec.getName(),
                new PopulationDraft(
                    spec,
                    neuron.descriptor().reference(),
                    neuron.equations(),
                    experiment.getSeed(),
                    problems)));
  }

  /** Refuses what can't fit, at the largest part of it. */
  private long memory(Network network, MemoryEstimate estimate) {
    long bytes = estimate.of(network);
    long most = Runtime.getRuntime().maxMemory();
    if (bytes <= most) {
      return bytes;
    }
    long largest = -1;
    Place place = Place.getDefaultInstance();
    String field = "";
    for (int i = 0; i < network.populations().size(); i++) {
      long size = estimate.of(network.populations().get(i));
      if (size > largest) {
        largest = size;
        place = experiment.getNetwork().getPopulations(i).getPlace();
        field = network.populations().get(i).name();
      }
    }
    for (int i = 0; i < network.projections().size(); i++) {
      long size = estimate.of(network.projections().get(i));
      if (size > largest) {
        largest = size;
        place = experiment.getNetwork().getProjections(i).getPlace();
        field = network.projections().get(i).name();
      }
    }
    problems.add(
        place, field, "is the largest part of a network that needs about " + beyond(bytes));
    return bytes;
  }

  private static String beyond(long bytes) {
    return gigabytes(bytes)
        + ", and this process may use "
        + gigabytes(Runtime.getRuntime().maxMemory())
        + ". Try smaller populations, fewer synapses, or a larger heap (-Xmx).";
  }

  private static String gigabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }
}
