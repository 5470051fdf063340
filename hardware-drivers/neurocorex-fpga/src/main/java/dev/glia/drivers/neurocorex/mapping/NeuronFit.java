package dev.glia.drivers.neurocorex.mapping;

import dev.glia.api.device.NetworkTerm.Aspect;
import dev.glia.api.equations.PopulationProgram.Arrival;
import dev.glia.api.equations.Variable;
import dev.glia.drivers.neurocorex.core.Fixed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds out whether a neuron's program does what the core's neurons do, by running it. A neuron
 * that is the core's up to a scale and the rounding of its numbers fits, too.
 */
final class NeuronFit {
  private static final double SMALL = 1e-6;

  /** Further than any threshold, in the core's unit. */
  private static final double FAR = 1e9;

  private final NeuronProgram program;
  private final Map<String, Double> rest = new HashMap<>();
  private final double scale;
  private String membrane = "";

  private NeuronFit(NeuronProgram program, double scale) {
    this.program = program;
    this.scale = scale;
  }

  /**
   * Recognises a neuron.
   *
   * @param start values before the first tick, by variable
   * @param scale the core's number for 1 of the network's
   * @throws Unfit if it's something else
   */
  static CoreNeuron of(NeuronProgram program, Map<String, Double> start, double scale) {
    NeuronFit fit = new NeuronFit(program, scale);
    fit.rest.putAll(start);
    fit.findMembrane();
    return fit.identify();
  }

  /** Runs one tick; returns all variables as they are before the threshold. */
  private Map<String, Double> tick(Map<String, Double> from, double input) {
    from.forEach(program::set);
    List<Arrival> arrivals = program.arrivals();
    for (int i = 0; i < arrivals.size(); i++) {
      program.arrive(arrivals.get(i).name(), i == 0 ? input : 0);
    }
    program.integrate();
    Map<String, Double> after = new HashMap<>();
    for (Variable variable : program.variables()) {
      after.put(variable.name(), program.get(variable.name()));
    }
    return after;
  }

  private Map<String, Double> with(String variable, double value) {
    Map<String, Double> state = new HashMap<>(rest);
    state.put(variable, value);
    return state;
  }

  /** The one variable that a tick leaves behind for the next. */
  private void findMembrane() {
    List<String> remembered = new ArrayList<>();
    for (Variable variable : program.variables()) {
      if (isRemembered(variable.name())) {
        remembered.add(variable.name());
      }
    }
    if (remembered.isEmpty()) {
      throw new Unfit("it has no membrane that a tick leaves behind for the next");
    }
    if (remembered.size() > 1) {
      throw new Unfit(
          Aspect.RECEPTOR,
          "the core keeps one number a neuron; here "
              + String.join(" and ", remembered)
              + " last from tick to tick");
    }
    membrane = remembered.get(0);
  }

  /** Whether it differs between states, and a tick depends on it. */
  private boolean isRemembered(String name) {
    double unit = 1 / scale;
    Map<String, Double> before = tick(with(name, rest.get(name)), 0);
    Map<String, Double> after = tick(with(name, rest.get(name) + unit), 0);
    boolean matters = false;
    for (Variable variable : program.variables()) {
      matters |= !near(before.get(variable.name()), after.get(variable.name()));
    }
    boolean changes =
        !near(before.get(name), rest.get(name))
            || !near(after.get(name), before.get(name))
            || !near(tick(rest, unit).get(name), before.get(name));
    return matters && changes;
  }

  private boolean near(double a, double b) {
    return Math.abs(a - b) * scale <= SMALL;
  }

  /**
   * The membrane from which on it spikes, in the network's unit.
   *
   * @throws Unfit if there's none
   */
  static double threshold(NeuronProgram program, Map<String, Double> start) {
    NeuronFit fit = new NeuronFit(program, 1);
    fit.rest.putAll(start);
    fit.findMembrane();
    return fit.threshold();
  }

  private double next(double v, double input) {
    return tick(with(membrane, v / scale), input / scale).get(membrane) * scale;
  }

  private boolean spikes(double v, double input) {
    tick(with(membrane, v / scale), input / scale);
    return program.spikes();
  }

  private CoreNeuron identify() {
    checkSlope();
    double net = -next(0, 0); // leak less bias
    double gain = next(0, 1) + net;
    if (Math.abs(gain - 1) > SMALL || !arrivalsAreAlike()) {
      throw new Unfit(
          Aspect.RECEPTOR,
          "the core adds weights to the membrane as they are; here they are multiplied by " + gain);
    }
    checkReset();
    String compared = comparedVariable();
    double bias = compared.isEmpty() ? 0 : tick(with(membrane, 0), 0).get(compared) * scale;
    double threshold = threshold() + bias;
    long refractory = program.refractoryTicks();
    if (refractory >= 1 << 17) {
      throw new Unfit(Aspect.REFRACTORY, "the core counts up to 131071 steps");
    }
    int fixedBias = CoreNeuron.nearest(bias);
    int leak = CoreNeuron.nearest(net + bias);
    int first = (int) Math.ceil(threshold * Fixed.ONE - SMALL);
    if (!spikes(CoreNeuron.value(first - fixedBias), 0)) {
      first++; // it spikes above the threshold only
    }
    if (first > Fixed.MAX || first < Fixed.MIN) {
      throw new Unfit(
          Aspect.SPIKE,
          "the threshold, %.6g in the core, is outside -128 to 128".formatted(threshold));
    }
    return new CoreNeuron(
        membrane,
        compared,
        0,
        first,
        leak,
        fixedBias,
        (int) refractory,
        first / (double) Fixed.ONE - threshold,
        CoreNeuron.value(leak - fixedBias) - net);
  }

  private boolean arrivalsAreAlike() {
    boolean alike = true;
    List<Arrival> arrivals = program.arrivals();
    for (Arrival arrival : arrivals) {
      with(membrane, 0).forEach(program::set);
      arrivals.forEach(each -> program.arrive(each.name(), each == arrival ? 1 / scale : 0));
      program.integrate();
      double after = program.get(membrane);
      alike &= near(after, next(0, 1) / scale);
    }
    return alike;
  }

  private void checkSlope() {
    double base = next(0, 0);
    for (double v : new double[] {-20, -7, 3, 20}) {
      double slope = (next(v, 0) - base) / v;
      if (Math.abs(slope - 1) > SMALL) {
        throw new Unfit(
            ("the core subtracts the same in every tick; here a tick leaves %.6g of %s, a leak in"
                    + " proportion")
                .formatted(slope, membrane));
      }
    }
  }

  private void checkReset() {
    tick(with(membrane, 20 / scale), 0);
    program.reset();
    double after = program.get(membrane) * scale;
    if (Math.abs(after) > SMALL) {
      throw new Unfit(
          Aspect.RESET,
          "the core sets the membrane to 0; here %s becomes %.6g".formatted(membrane, after));
    }
  }

  /** The variable that holds the membrane as it was, but for a constant. */
  private String comparedVariable() {
    for (Variable variable : program.variables()) {
      String name = variable.name();
      double base = tick(with(membrane, 0), 0).get(name);
      boolean follows =
          near(tick(with(membrane, 20 / scale), 0).get(name) - base, 20 / scale)
              && near(tick(with(membrane, 0), 20 / scale).get(name), base);
      if (!name.equals(membrane) && follows) {
        return name;
      }
    }
    return "";
  }

  /** The smallest membrane that spikes, before a tick without input. */
  private double threshold() {
    double low = -FAR;
    double high = FAR;
    if (spikes(low, 0) || !spikes(high, 0)) {
      throw new Unfit(
          Aspect.SPIKE, "the core's neurons spike from a threshold on, and not below it");
    }
    for (int i = 0; i < 80; i++) {
      double middle = (low + high) / 2;
      if (spikes(middle, 0)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  /**
   * Where the core will differ from the program, for people; empty if nowhere.
   *
   * @param neuron as it was recognised, with the leak of the core
   */
  static List<String> differences(
      NeuronProgram program, Map<String, Double> start, double scale, CoreNeuron neuron) {
    NeuronFit fit = new NeuronFit(program, scale);
    fit.rest.putAll(start);
    fit.membrane = neuron.membrane();
    List<String> found = new ArrayList<>();
    double below = CoreNeuron.value(neuron.threshold() - neuron.bias()) - 1;
    if (fit.spikes(below, 2)) {
      found.add(
          "the core compares before it adds a tick's input: spikes come one tick later, and what"
              + " arrives with a spike is lost");
    }
    if (program.holdsWhileRefractory() && neuron.refractory() > 0) {
      found.add("the core's membranes integrate while their neurons are refractory");
    }
    if (fit.saturatesElsewhere(neuron)) {
      found.add("the core's sums saturate at -128 and 128");
    }
    return found;
  }

  private boolean saturatesElsewhere(CoreNeuron neuron) {
    boolean differs = false;
    for (double v : new double[] {-128, -120, 0, 100, CoreNeuron.value(Fixed.MAX)}) {
      for (double input : new double[] {-300, -20, 0, 20, 300}) {
        double u = CoreNeuron.value(Fixed.saturated(Math.round(v * Fixed.ONE) + neuron.bias()));
        double exact = (u + input) * Fixed.ONE - neuron.leak();
        double expected = CoreNeuron.value(Fixed.saturated(Math.round(exact)));
        double slack = 1.0 / Fixed.ONE;
        differs |= Math.abs(next(v, input) - expected) > slack;
      }
    }
    return differs;
  }
}
