package dev.glia.drivers.neurocorex.mapping;

import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Fit;
import dev.glia.api.device.Mapping;
import dev.glia.api.device.NumberFormat;
import dev.glia.api.network.Network;
import dev.glia.api.network.Population;
import dev.glia.api.network.Values;
import dev.glia.drivers.interpreter.InterpretedNetwork;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Maps a network: finds a scale, recognises neurons and rules, and says of each term what becomes
 * of it. Weights and thresholds are scaled together, so that both fit their ranges.
 */
public final class NetworkMapper {
  /** A pinned choice: the core's number for 1 of the network's unit, instead of one that fits. */
  public static final String SCALE = "scale";

  /** State is 18 bits, weights are 8. */
  public static final NumberFormat FORMAT = new NumberFormat("fixed Q7.10", 0x1p-11, true);

  private final Network network;
  private final Map<String, Map<String, Values>> parameters = new HashMap<>();
  private final Optional<Double> pinned;
  private final Dialect dialect;
  private final Verdicts verdicts;

  private NetworkMapper(Network network, DeployOptions options, Dialect dialect) {
    this.network = network;
    this.dialect = dialect;
    verdicts = new Verdicts(network);
    pinned = Optional.ofNullable(options.pinned().get(SCALE)).map(NetworkMapper::parse);
    options.pinned().keySet().stream()
        .filter(key -> !key.equals(SCALE))
        .findFirst()
        .ifPresent(
            key -> {
              throw new IllegalArgumentException(
                  "there's no choice '" + key + "' for this core, only '" + SCALE + "'");
            });
    for (Population population : network.populations()) {
      parameters.put(population.name(), population.parameters());
    }
  }

  private static double parse(String scale) {
    double value;
    try {
      value = Double.parseDouble(scale);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("a scale is a number, not '" + scale + "'", e);
    }
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException("a scale is positive, not " + scale);
    }
    return value;
  }

  /**
   * Says what becomes of each term.
   *
   * @param dialect of the core that it's for
   * @throws IllegalArgumentException if a pinned choice is unknown or impossible
   */
  public static Mapping map(Network network, DeployOptions options, Dialect dialect) {
    NetworkMapper mapper = new NetworkMapper(network, options, dialect);
    Fit sound = InterpretedNetwork.check(network);
    if (!sound.fits()) {
      return Mapping.of(network, sound, FORMAT);
    }
    boolean fits = mapper.plan().isPresent() && !mapper.verdicts.isRefused();
    return Mapping.of(network, term -> mapper.verdicts.take(term, fits));
  }

  /**
   * Makes a plan of a network that fits.
   *
   * @param parameters values that replace those of the network, by population
   * @param dialect of the core that it's for
   * @throws IllegalArgumentException saying what doesn't fit
   */
  public static Plan plan(
      Network network,
      DeployOptions options,
      Map<String, Map<String, Values>> parameters,
      Dialect dialect) {
    NetworkMapper mapper = new NetworkMapper(network, options, dialect);
    mapper.parameters.putAll(parameters);
    refuse(
        InterpretedNetwork.check(network).problems().stream()
            .findFirst()
            .map(problem -> problem.where() + ": " + problem.what()));
    Optional<Plan> plan = mapper.plan();
    refuse(mapper.verdicts.refusal());
    return plan.orElseThrow();
  }

  private static void refuse(Optional<String> reason) {
    reason.ifPresent(
        why -> {
          throw new IllegalArgumentException(why);
        });
  }

  /** Empty if so much is refused that there can't be one. */
  private Optional<Plan> plan() {
    Placement placement = new Placement(network);
    CoreLimits limits = new CoreLimits(placement, dialect, verdicts);
    limits.checkSizes();
    if (verdicts.isRefused()) {
      return Optional.empty();
    }
    limits.checkWires();
    NeuronMapping neurons = new NeuronMapping(placement, parameters, verdicts);
    double scale = scale(placement, neurons);
    CoreNeuron[] fitted = neurons.fit(scale);
    SynapseMapping synapses = new SynapseMapping(placement, scale, verdicts);
    Optional<CoreRule[]> rules = synapses.rules();
    if (verdicts.isRefused()) {
      return Optional.empty();
    }
    neurons.shareLeak(fitted, scale);
    synapses.sayRounding(pinned.isPresent());
    Plan plan = new Plan(placement, scale, fitted, rules);
    if (dialect == Dialect.PUBLISHED) {
      new PublishedLimits(plan, verdicts).say();
    }
    return Optional.of(plan);
  }

  private double scale(Placement placement, NeuronMapping neurons) {
    try {
      return pinned.orElseGet(() -> new Scaling(placement).fitting(neurons.largestThreshold()));
    } catch (Unfit e) {
      return 1; // the same is said again when neurons are fitted, of each population
    }
  }
}
