package dev.glia.interchange.nir;

import dev.glia.api.component.Fault;
import dev.glia.api.equations.Receptor;
import dev.glia.api.network.Network;
import dev.glia.api.network.Population;
import dev.glia.api.network.Values;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/** Turns populations into nodes of NIR. One network. */
final class NeuronLifting {
  private static final List<String> SOURCES = List.of("poisson", "spike-source");

  private final double dt;
  private final List<String> notes;

  NeuronLifting(Network network, List<String> notes) {
    this.dt = network.dt();
    this.notes = notes;
  }

  /**
   * The node.
   *
   * @throws Fault INPUT if NIR has nothing like it
   */
  LiftedPopulation lift(Population population) {
    if (population.drives().size() > 0) {
      throw refused(
          population,
          "has the input '"
              + population.drives().get(0).name()
              + "', which NIR can't say. Try a population of model poisson that projects to it, or"
              + " the parameter bias");
    }
    if (!population.start().isEmpty()) {
      notes.add(population.name() + ": NIR says nothing of initial values.");
    }
    String model = population.model().replaceFirst("@.*", "");
    double[] none = new double[population.size()];
    if (SOURCES.contains(model)) {
      return node(population, "Input", true, Map.of(), none, "", none);
    }
    if (model.equals("nir-output")) {
      return node(
          population, "Output", false, Map.of(), each(population, "bias"), "arrived", ones(none));
    }
    Optional<NeuronType> type = NeuronType.ofModel(model);
    if (type.isPresent()) {
      return same(population, type.get());
    }
    return switch (model) {
      case "lif" -> leaky(population, "r_m", true);
      case "lif-delta" -> leaky(population, "", true);
      case "leaky-integrator" -> leaky(population, "r_m", false);
      default ->
          throw refused(
              population,
              "is of model "
                  + model
                  + ", which NIR doesn't have. It has nir-lif and the like, lif, lif-delta,"
                  + " leaky-integrator, poisson and spike-source");
    };
  }

  private static LiftedPopulation node(
      Population of,
      String type,
      boolean spikes,
      Map<String, double[]> parameters,
      double[] bias,
      String into,
      double[] factors) {
    return new LiftedPopulation(
        of.name(), type, of.size(), spikes, parameters, bias, into, factors);
  }

  private static LiftedPopulation same(Population population, NeuronType type) {
    Map<String, double[]> parameters = new LinkedHashMap<>();
    type.times().forEach(name -> parameters.put(name, each(population, name)));
    type.numbers().forEach(name -> parameters.put(name, each(population, name)));
    return node(
        population,
        type.symbol(),
        type.spikes(),
        parameters,
        each(population, "bias"),
        "arrived",
        ones(new double[population.size()]));
  }

  /**
   * A leaky neuron with units: potentials are counted from rest, where NIR's neurons start, in
   * volts; currents in amperes.
   */
  private LiftedPopulation leaky(Population population, String resistance, boolean spikes) {
    double[] tau = each(population, "tau_m");
    double[] r =
        resistance.isEmpty() ? ones(new double[population.size()]) : each(population, resistance);
    double[] rest = each(population, "v_rest");
    Map<String, double[]> parameters = new LinkedHashMap<>();
    parameters.put("r", r);
    parameters.put("v_leak", new double[population.size()]);
    if (spikes) {
      if (Arrays.stream(each(population, "t_ref")).anyMatch(t -> Math.round(t / dt) > 0)) {
        throw refused(
            population, "is refractory after a spike, which NIR doesn't know. Try t_ref: 0 ms");
      }
      parameters.put("v_threshold", minus(each(population, "v_threshold"), rest));
      parameters.put("v_reset", minus(each(population, "v_reset"), rest));
    }
    Optional<Receptor> exponential = receptor(population);
    if (exponential.isEmpty()) {
      parameters.put("tau", tau);
      // What a pulse of one tick leaves behind at its end, so that it's as if v had jumped before.
      double[] jumps = filled(r.length, i -> 1 / (r[i] * Math.expm1(dt / tau[i])));
      return node(
          population, spikes ? "LIF" : "LI", spikes, parameters, new double[r.length], "v", jumps);
    }
    double[] synaptic = each(population, exponential.get().name() + ".tau");
    parameters.put("tau_mem", tau);
    parameters.put("tau_syn", synaptic);
    parameters.put("w_in", filled(r.length, i -> 1 / Math.expm1(dt / synaptic[i])));
    notes.add(
        population.name()
            + ": a spike of NIR lasts one dt, so synaptic currents rise within a tick instead of at"
            + " its beginning; from then on they are the same.");
    return node(
        population,
        spikes ? "CubaLIF" : "CubaLI",
        spikes,
        parameters,
        new double[r.length],
        exponential.get().into(),
        ones(new double[r.length]));
  }

  /** The one exponential receptor; absent if spikes act on v. */
  private Optional<Receptor> receptor(Population population) {
    List<Receptor> receptors = population.receptors();
    if (receptors.stream().allMatch(Lifting::isDelta)) {
      return Optional.empty();
    }
    if (receptors.size() == 1 && isExponential(receptors.get(0))) {
      return Optional.of(receptors.get(0));
    }
    throw refused(
        population,
        "has the receptors "
            + receptors.stream().map(Receptor::name).toList()
            + ". NIR knows delta synapses, or exponential ones with one time constant");
  }

  private static boolean isExponential(Receptor receptor) {
    return Lifting.bare(receptor.synapse().text().equations()).equals("di/dt=-i/tau:target")
        && Lifting.bare(receptor.synapse().text().output()).equals("i");
  }

  private static double[] each(Population population, String parameter) {
    Values values = population.parameters().get(parameter);
    return filled(population.size(), values::at);
  }

  private static double[] ones(double[] numbers) {
    return filled(numbers.length, i -> 1);
  }

  private static double[] minus(double[] numbers, double[] others) {
    return filled(numbers.length, i -> numbers[i] - others[i]);
  }

  private static double[] filled(int size, IntToDoubleFunction value) {
    double[] numbers = new double[size];
    Arrays.setAll(numbers, value);
    return numbers;
  }

  static Fault refused(Population population, String what) {
    return Fault.input("population '" + population.name() + "' " + what + ".");
  }
}
