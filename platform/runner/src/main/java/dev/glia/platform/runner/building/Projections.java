package dev.glia.platform.runner.building;

import dev.glia.api.component.Fault;
import dev.glia.api.component.Parameters;
import dev.glia.api.equations.Range;
import dev.glia.api.network.Law;
import dev.glia.api.network.Projection;
import dev.glia.api.random.Streams;
import dev.glia.api.topology.Connectivity;
import dev.glia.api.topology.Topology;
import dev.glia.api.units.Dimension;
import dev.glia.api.units.Unit;
import dev.glia.platform.runner.reading.Problems;
import dev.glia.platform.runner.reading.Quantities;
import dev.glia.v1.ProjectionSpec;
import java.util.Map;
import java.util.Optional;

/** Turns specifications of projections into projections. One thread. */
final class Projections {
  private static final Unit MILLISECOND = new Unit("ms", 1e-3, Dimension.TIME);

  private final Leases leases;
  private final PlasticityBuilder plasticity;
  private final Receptors receptors;
  private final Map<String, PopulationDraft> populations;
  private final Clock clock;
  private final long seed;
  private final Problems problems;

  Projections(
      Leases leases,
      Receptors receptors,
      Map<String, PopulationDraft> populations,
      Clock clock,
      long seed,
      Problems problems) {
    this.leases = leases;
    this.plasticity = new PlasticityBuilder(leases, populations, problems);
    this.receptors = receptors;
    this.populations = populations;
    this.clock = clock;
    this.seed = seed;
    this.problems = problems;
  }

  /** The projection; absent if something is wrong, which is noted. */
  Optional<Projection> build(ProjectionSpec spec) {
    PopulationDraft source = populations.get(spec.getSource());
    PopulationDraft target = populations.get(spec.getTarget());
    if (source == null || target == null) {
      return Optional.empty(); // Its model is missing, which has been said.
    }
    Optional<Connectivity> connectivity = connect(spec, source, target);
    Optional<Receptors.Found> receptor =
        receptors.find(
            target,
            spec.getSynapse(),
            spec.getInto(),
            spec.getWeight(),
            spec.getName(),
            spec.getPlace());
    if (receptor.isEmpty()) {
      return Optional.empty();
    }
    Optional<Law> weight = weight(spec, receptor.get(), connectivity);
    Optional<Law> delay = delay(spec);
    int before = problems.size();
    Optional<Projection.Plasticity> learning =
        plasticity.build(spec, receptor.get().weightUnit(), source, target);
    if (weight.isEmpty() || delay.isEmpty() || connectivity.isEmpty() || problems.size() > before) {
      return Optional.empty();
    }
    return Optional.of(
        new Projection(
            spec.getName(),
            source.name(),
            target.name(),
            receptor.get().receptor().name(),
            connectivity.get(),
            weight.get(),
            delay.get(),
            learning));
  }

  private Optional<Connectivity> connect(
      ProjectionSpec spec, PopulationDraft source, PopulationDraft target) {
    String field = spec.getName() + ".topology";
    Optional<Topology> topology = leases.take(Topology.class, spec.getTopology(), field, problems);
    if (topology.isEmpty()) {
      return Optional.empty();
    }
    int before = problems.size();
    Parameters parameters =
        new ParameterCheck(topology.get().descriptor(), field, problems).check(spec.getTopology());
    if (problems.size() > before) {
      return Optional.empty();
    }
    try {
      long key = Streams.key(seed, Streams.ofProjection(spec.getName(), "topology"));
      return Optional.of(topology.get().connect(source.layer(), target.layer(), parameters, key));
    } catch (Fault fault) {
      problems.add(spec.getTopology().getPlace(), field, fault);
      return Optional.empty();
    }
  }

  private Optional<Law> weight(
      ProjectionSpec spec, Receptors.Found receptor, Optional<Connectivity> connectivity) {
    String field = spec.getName() + ".weight";
    if (!spec.hasWeight()) {
      boolean prescribed = connectivity.isPresent() && prescribesWeights(connectivity.get());
      if (!prescribed && connectivity.isPresent()) {
        String wanted = Quantities.wanted(receptor.weightUnit(), Range.ANY);
        String example = Quantities.text(receptor.weightUnit().scale(), receptor.weightUnit());
        problems.add(
            spec.getPlace(),
            field,
            "is missing, "
                + receptor.synapse()
                + " wants "
                + wanted
                + ". Try weight: "
                + example
                + ".");
        return Optional.empty();
      }
      return Optional.of(new Law.Constant(0));
    }
    Numbers numbers =
        new Numbers(
            receptor.synapse(),
            receptor.weightUnit(),
            Range.ANY,
            receptor.weightUnit().scale(),
            field,
            problems);
    return numbers.law(spec.getWeight(), spec.getWeight().getPlace());
  }

  private static boolean prescribesWeights(Connectivity connectivity) {
    for (int source = 0; source < connectivity.sources(); source++) {
      if (connectivity.row(source).length > 0) {
        return connectivity.weights(source) != null;
      }
    }
    return true;
  }

  private Optional<Law> delay(ProjectionSpec spec) {
    String field = spec.getName() + ".delay";
    if (!spec.hasDelay()) {
      return Optional.of(new Law.Constant(clock.dt()));
    }
    Range range = new Range(0, false, Double.POSITIVE_INFINITY, true);
    Numbers numbers = new Numbers("a delay", MILLISECOND, range, 1.5e-3, field, problems);
    Optional<Law> law = numbers.law(spec.getDelay(), spec.getDelay().getPlace());
    double longest =
        switch (law.orElse(new Law.Constant(0))) {
          case Law.Constant constant -> constant.value();
          case Law.Uniform uniform -> uniform.high();
          case Law.Normal normal -> normal.mean();
        };
    if (longest > Clock.MOST_DELAY_TICKS * clock.dt()) {
      problems.add(
          spec.getDelay().getPlace(),
          field,
          Quantities.text(longest, MILLISECOND)
              + " is more than "
              + Clock.MOST_DELAY_TICKS
              + " ticks of dt. Try a shorter delay.");
      return Optional.empty();
    }
    return law.map(each -> rounded(each, field));
  }

  /** Notes what rounding changes, and bounds what normal delays could be. */
  private Law rounded(Law law, String field) {
    if (law instanceof Law.Constant constant) {
      clock.ticks(constant.value(), field);
    }
    if (law instanceof Law.Normal normal) {
      double longest = Clock.MOST_DELAY_TICKS * clock.dt();
      return new Law.Normal(
          normal.mean(), normal.deviation(), normal.low(), Math.min(normal.high(), longest));
    }
    return law;
  }
}
