package dev.glia.drivers.neurocorex.mapping;

import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Deviation;
import dev.glia.api.device.Fit;
import dev.glia.api.device.Mapping;
import dev.glia.api.device.Mapping.Entry;
import dev.glia.api.device.NetworkTerm;
import dev.glia.api.device.NetworkTerm.Aspect;
import dev.glia.api.device.NumberFormat;
import dev.glia.api.equations.Variable;
import dev.glia.api.network.Network;
import dev.glia.api.network.Population;
import dev.glia.api.network.Values;
import dev.glia.drivers.interpreter.InterpretedNetwork;
import dev.glia.drivers.neurocorex.core.Fixed;
import dev.glia.drivers.neurocorex.core.Layout;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
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
  private final Map<List<Object>, Entry> fates = new LinkedHashMap<>();
  private final Optional<Double> pinned;
  private final Dialect dialect;
  private Placement placement;
  private double scale = 1;

  private NetworkMapper(Network network, DeployOptions options, Dialect dialect) {
    this.network = network;
    this.dialect = dialect;
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
    boolean fits = mapper.plan().isPresent() && !mapper.isRefused();
    return Mapping.of(network, term -> mapper.fate(term, fits));
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
    InterpretedNetwork.check(network).problems().stream()
        .findFirst()
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException(problem.where() + ": " + problem.what());
            });
    Optional<Plan> plan = mapper.plan();
    for (Map.Entry<List<Object>, Entry> fate : mapper.fates.entrySet()) {
      if (fate.getValue().verdict() == Mapping.Verdict.REFUSED) {
        throw new IllegalArgumentException(fate.getKey().get(0) + ": " + fate.getValue().outcome());
      }
    }
    return plan.orElseThrow();
  }

  /**
   * Neurons are recognised by what their programs do as a whole: if one isn't, nothing is exact.
   */
  private Entry fate(NetworkTerm term, boolean fits) {
    Entry fate = fates.remove(List.of(term.where(), term.aspect()));
    if (fate == null && (term.aspect() == Aspect.SIZE || term.aspect() == Aspect.CONNECTIVITY)) {
      fate = leftover(term);
    }
    if (fate != null) {
      return new Entry(term, fate.verdict(), fate.outcome(), fate.deviation());
    }
    return fits ? Entry.exact(term, "") : Entry.undecided(term, "depends on what is refused");
  }

  /** A fate of an aspect that no term of the network has. */
  private Entry leftover(NetworkTerm term) {
    List<Aspect> present =
        NetworkTerm.of(network).stream()
            .filter(t -> t.where().equals(term.where()))
            .map(NetworkTerm::aspect)
            .toList();
    return fates.entrySet().stream()
        .filter(e -> e.getKey().get(0).equals(term.where()) && !present.contains(e.getKey().get(1)))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  private void say(String where, Aspect aspect, Mapping.Verdict verdict, String what) {
    say(where, aspect, verdict, what, Optional.empty());
  }

  private void say(
      String where,
      Aspect aspect,
      Mapping.Verdict verdict,
      String what,
      Optional<Deviation> deviation) {
    NetworkTerm term = new NetworkTerm(where, aspect, "");
    List<Object> key = List.of(where, aspect);
    Entry before = fates.get(key);
    if (before == null || before.verdict().compareTo(verdict) < 0) {
      fates.put(key, new Entry(term, verdict, what, deviation));
    }
  }

  /** The same, behind what has been said of the term unless it's worse. */
  private void add(String where, Aspect aspect, Mapping.Verdict verdict, String what) {
    Entry before = fates.get(List.of(where, aspect));
    if (before == null || before.verdict().compareTo(verdict) < 0) {
      say(where, aspect, verdict, before == null ? what : before.outcome() + "; " + what);
    } else if (before.verdict() == verdict) {
      Entry both =
          new Entry(before.term(), verdict, before.outcome() + "; " + what, before.deviation());
      fates.put(List.of(where, aspect), both);
    }
  }

  private void refuse(String where, Aspect aspect, String why) {
    say(where, aspect, Mapping.Verdict.REFUSED, why);
  }

  private Optional<Plan> plan() {
    placement = new Placement(network);
    checkSizes();
    if (isRefused()) {
      return Optional.empty();
    }
    checkWires();
    try {
      scale = pinned.orElseGet(this::fittingScale);
    } catch (Unfit e) {
      scale = 1; // the same is said again below, of each population
    }
    CoreNeuron[] neurons = new CoreNeuron[placement.neurons()];
    placement.firstNeurons().forEach((p, first) -> neurons(p, first, neurons));
    Optional<CoreRule[]> rules = rules();
    if (isRefused()) {
      return Optional.empty();
    }
    sayDifferences(neurons);
    placement.wires().forEach(this::sayWeights);
    Plan plan = new Plan(placement, scale, neurons, rules);
    if (dialect == Dialect.PUBLISHED) {
      new PublishedLimits(plan, this::add).say();
    }
    return Optional.of(plan);
  }

  private boolean isRefused() {
    return fates.values().stream().anyMatch(e -> e.verdict() == Mapping.Verdict.REFUSED);
  }

  private void checkSizes() {
    int neurons = 0;
    for (int p : placement.firstNeurons().keySet()) {
      Population population = network.populations().get(p);
      neurons += population.size();
      if (neurons > dialect.neurons()) {
        refuse(
            "population " + population.name(),
            Aspect.SIZE,
            "with it %d neurons are needed, but the core has %d"
                .formatted(neurons, dialect.neurons()));
      }
    }
    if (placement.inputs() > Layout.INPUTS) {
      Wire last = placement.wires().stream().filter(w -> w.fromInputs).reduce((a, b) -> b).get();
      refuse(
          where(last),
          Aspect.CONNECTIVITY,
          "%d input lines are needed, one for each source and delay, but the core has %d"
              .formatted(placement.inputs(), Layout.INPUTS));
    }
    if (!isRefused()) {
      placement
          .collision()
          .ifPresent(
              wire ->
                  refuse(
                      where(wire),
                      Aspect.CONNECTIVITY,
                      "two neurons have one synapse at most in the core; here they'd have two"));
    }
  }

  private static String where(Wire wire) {
    return "projection " + wire.projection.name();
  }

  private void checkWires() {
    for (Wire wire : placement.wires()) {
      if (Arrays.stream(wire.delay).anyMatch(d -> d < 0)) {
        refuse(where(wire), Aspect.DELAY, "a delay can't be negative");
      }
      if (!wire.fromInputs) {
        if (Arrays.stream(wire.delay).anyMatch(d -> d != 0)) {
          refuse(
              where(wire),
              Aspect.DELAY,
              "a spike of the core acts in the next step: between its neurons only a delay of 0,"
                  + " which means the next tick, fits");
        }
        boolean loops = wire.projection.source().equals(wire.projection.target());
        for (int s = 0; loops && s < wire.count(); s++) {
          if (wire.source[s] == wire.target[s]) {
            refuse(where(wire), Aspect.CONNECTIVITY, "a neuron of the core can't reach itself");
          }
        }
      }
      boolean spikes =
          network.population(wire.projection.target()).program().arrivals().stream()
              .anyMatch(a -> a.receptor().equals(wire.projection.receptor()));
      if (!spikes) {
        refuse(where(wire), Aspect.CONNECTIVITY, "the core's synapses carry spikes only");
      }
    }
  }

  /** 1 if all is in range and whole, else the largest with which weights and thresholds fit. */
  private double fittingScale() {
    double weight = 0;
    boolean whole = true;
    for (Wire wire : placement.wires()) {
      for (double w : wire.weight) {
        weight = Math.max(weight, Math.abs(w));
        whole &= w == Math.rint(w) && w >= -128 && w <= 127;
      }
    }
    double threshold = 0;
    for (Map.Entry<Integer, Integer> at : placement.firstNeurons().entrySet()) {
      Population population = network.populations().get(at.getKey());
      for (int i = 0; i < distinct(population); i++) {
        NeuronProgram program = program(population, i);
        double own = NeuronFit.threshold(program, start(population, program, i));
        threshold = Math.max(threshold, Math.abs(own));
      }
    }
    double most = CoreNeuron.value(Fixed.MAX);
    if (whole && threshold <= most) {
      return 1;
    }
    double fitting = Math.min(weight > 0 ? 127 / weight : 1, threshold > 0 ? most / threshold : 1);
    return wholeSteps(fitting);
  }

  /** The largest scale up to this with which the steps of learning are whole. */
  private double wholeSteps(double fitting) {
    for (Wire wire : placement.wires()) {
      if (wire.projection.learning().isPresent()) {
        for (double smallest = 1; smallest >= 1e-6; smallest /= 2) {
          double step = smallest;
          double scale = Math.floor(fitting * step) / step;
          if (scale > 0 && fits(wire, scale)) {
            return scale;
          }
        }
      }
    }
    return fitting;
  }

  private boolean fits(Wire wire, double scale) {
    try {
      RuleFit.of(wire.projection.learning().orElseThrow(), network.dt(), scale);
      return true;
    } catch (Unfit e) {
      return false;
    }
  }

  private NeuronProgram program(Population population, int neuron) {
    return new NeuronProgram(population, parameters.get(population.name()), neuron, network.dt());
  }

  private static Map<String, Double> start(
      Population population, NeuronProgram program, int neuron) {
    Map<String, Double> start = new HashMap<>();
    for (Variable variable : program.variables()) {
      start.put(variable.name(), 0.0);
      start.put(variable.name(), startOf(population, program, variable, neuron));
    }
    return start;
  }

  private static double startOf(
      Population population, NeuronProgram program, Variable variable, int neuron) {
    Values given = population.start().get(variable.name());
    return given == null ? program.initial(variable) : given.at(neuron);
  }

  /** How many neurons of a population have parameters of their own: one if all share theirs. */
  private int distinct(Population population) {
    boolean shared =
        parameters.get(population.name()).values().stream().allMatch(Values::isShared)
            && population.start().values().stream().allMatch(Values::isShared);
    return shared ? 1 : population.size();
  }

  private void neurons(int p, int first, CoreNeuron[] into) {
    Population population = network.populations().get(p);
    String where = "population " + population.name();
    try {
      int distinct = distinct(population);
      for (int i = 0; i < population.size(); i++) {
        if (i < distinct) {
          NeuronProgram program = program(population, i);
          into[first + i] = NeuronFit.of(program, start(population, program, i), scale);
        } else {
          into[first + i] = into[first];
        }
      }
    } catch (Unfit e) {
      refuse(where, e.aspect(), e.getMessage());
    }
  }

  /** The core has one leak: biases take up what differs. */
  private void sayDifferences(CoreNeuron[] neurons) {
    for (int n = 0; n < neurons.length; n++) {
      neurons[n] = neurons[n].withLeak(neurons[0].leak());
    }
    placement
        .firstNeurons()
        .forEach(
            (p, first) -> {
              Population population = network.populations().get(p);
              String where = "population " + population.name();
              for (int i = 0; i < distinct(population); i++) {
                NeuronProgram program = program(population, i);
                differences(where, population, program, i, neurons[first + i]);
              }
            });
  }

  private void differences(
      String where, Population population, NeuronProgram program, int i, CoreNeuron neuron) {
    if (neuron.bias() > Fixed.MAX || neuron.bias() < Fixed.MIN || neuron.threshold() > Fixed.MAX) {
      refuse(where, Aspect.PARAMETER, "leaks and biases are too far apart for one leak");
    }
    double off = Math.max(Math.abs(neuron.thresholdError()), Math.abs(neuron.leakError()));
    if (Math.abs(neuron.leakError()) > 1e-9 || scale != 1) {
      double worst = off / scale;
      say(
          where,
          Aspect.PARAMETER,
          Mapping.Verdict.QUANTIZED,
          "%.6g of the core for 1; threshold %.7g, leak less bias %.7g there"
              .formatted(
                  scale,
                  CoreNeuron.value(neuron.threshold()),
                  CoreNeuron.value(neuron.leak() - neuron.bias())),
          Optional.of(Deviation.absolute(worst, worst, "of the membrane's unit")));
    }
    List<String> differences =
        NeuronFit.differences(program, start(population, program, i), scale, neuron);
    if (!differences.isEmpty()) {
      say(where, Aspect.SPIKE, Mapping.Verdict.APPROXIMATED, String.join("; ", differences));
    }
    if (program.refractoryTicks() == 0 && neuron.bias() >= neuron.threshold()) {
      say(
          where,
          Aspect.SPIKE,
          Mapping.Verdict.APPROXIMATED,
          "the core's neurons don't spike in two steps running");
    }
  }

  private Optional<CoreRule[]> rules() {
    CoreRule[] rules = new CoreRule[2];
    for (Wire wire : placement.wires()) {
      if (wire.projection.learning().isEmpty()) {
        continue;
      }
      try {
        CoreRule rule = RuleFit.of(wire.projection.learning().orElseThrow(), network.dt(), scale);
        int matrix = wire.fromInputs ? 0 : 1;
        CoreRule other = rules[1 - matrix];
        if (rules[matrix] != null && !rules[matrix].equals(rule)) {
          refuse(
              where(wire),
              Aspect.LEARNING,
              "the core has one rule for synapses from input lines, and one between neurons");
        } else if (other != null
            && (other.strengthening() != rule.strengthening()
                || other.weakening() != rule.weakening()
                || other.floor() != rule.floor())) {
          refuse(
              where(wire),
              Aspect.LEARNING,
              "the core has the same steps and the same smallest weight for all that learns");
        }
        rules[matrix] = rule;
      } catch (Unfit e) {
        refuse(where(wire), e.aspect(), e.getMessage());
      }
    }
    return rules[0] == null && rules[1] == null ? Optional.empty() : Optional.of(rules);
  }

  private void sayWeights(Wire wire) {
    double worst = 0;
    double sum = 0;
    int clipped = 0;
    for (double w : wire.weight) {
      double stored = Math.clamp(Math.floor(w * scale + 0.5), -128, 127);
      clipped += Math.abs(stored - w * scale) > 0.5 + 1e-9 ? 1 : 0;
      double off = Math.abs(stored / scale - w);
      worst = Math.max(worst, off);
      sum += off;
    }
    if (worst > 0) {
      say(
          where(wire),
          Aspect.WEIGHT,
          Mapping.Verdict.QUANTIZED,
          "rounded to %.6g a step of 8 bits%s"
              .formatted(1 / scale, clipped == 0 ? "" : ", %d of them clipped".formatted(clipped)),
          Optional.of(Deviation.absolute(worst, sum / wire.count(), "of the membrane's unit")));
    }
    if (clipped > 0 && pinned.isEmpty()) {
      refuse(where(wire), Aspect.WEIGHT, clipped + " weights are outside -128 to 127");
    }
  }
}
