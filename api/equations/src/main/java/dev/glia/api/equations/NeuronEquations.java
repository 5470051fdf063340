package dev.glia.api.equations;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A neuron model: checked equations with their spike condition, reset and refractory time.
 *
 * <p>Instances exist only if every name is known, every unit fits and the chosen solver can carry
 * the system; {@link Builder#build()} is where text is refused.
 */
public final class NeuronEquations {
  /** When the reset happens. Simulators differ, and networks break over it, so it's declared. */
  public enum ResetOrder {
    /** In the tick of the spike, before probes: a probe never sees the variable above threshold. */
    AFTER_THRESHOLD,
    /** In the next tick, before its events arrive: a probe sees the value that crossed. */
    BEFORE_NEXT_TICK
  }

  /** What the reset does to the variable of the spike condition. */
  public enum ResetKind {
    NONE,
    TO_VALUE,
    BY_SUBTRACTION
  }

  /** What happens to a synaptic jump onto a variable that is held by {@code unless refractory}. */
  public enum JumpWhileRefractory {
    DROP,
    ACCUMULATE
  }

  private final Builder text;
  private final CheckedNeuron checked;

  NeuronEquations(Builder text, CheckedNeuron checked) {
    this.text = text;
    this.checked = checked;
  }

  /**
   * Starts a model from its equations, one a line: {@code dv/dt = … : mV (unless refractory)} is a
   * differential equation, {@code x = … : mV} a sub-expression, {@code i : nA (input)} an input,
   * and {@code x : mV} a variable that changes by statements only.
   */
  public static Builder of(String equations) {
    return new Builder(equations);
  }

  /** The texts that the model was built from. */
  public Builder text() {
    return text.copy();
  }

  /** State variables in the order of their equations. */
  public List<Variable> state() {
    return checked.state();
  }

  public List<Input> inputs() {
    return checked.inputs();
  }

  public List<Parameter> parameters() {
    return checked.parameters();
  }

  public ResetKind resetKind() {
    return checked.resetKind();
  }

  /**
   * The state variable that the spike condition compares, which {@code target} means in synapses.
   */
  public Optional<String> spikingVariable() {
    return checked.spikingVariable();
  }

  /** How the equations on their own are solved. */
  public Solver solver() {
    return checked.solver();
  }

  CheckedNeuron checked() {
    return checked;
  }

  /** The texts of a model. Not safe for use by several threads. */
  public static final class Builder {
    final String equations;
    String start = "";
    String everyTick = "";
    String spike = "";
    String reset = "";
    String refractory = "";
    Solver solver;
    ResetOrder resetOrder = ResetOrder.AFTER_THRESHOLD;
    JumpWhileRefractory jumps = JumpWhileRefractory.DROP;
    final List<ParameterText> parameters = new ArrayList<>();

    Builder(String equations) {
      this.equations = Objects.requireNonNull(equations);
    }

    /**
     * Initial values, {@code v = v_rest; u = 0}, over parameters, random numbers and what was
     * started before; a variable that isn't named starts at 0.
     */
    public Builder start(String statements) {
      start = statements;
      return this;
    }

    /**
     * Statements that run once a tick, after events arrived and before the equations are stepped,
     * in refractory neurons, too. They can't read inputs, which aren't summed yet.
     */
    public Builder everyTick(String statements) {
      everyTick = statements;
      return this;
    }

    /** The condition under which the neuron emits a spike; never while it's refractory. */
    public Builder spike(String condition) {
      spike = condition;
      return this;
    }

    /** Statements that run when it spikes. */
    public Builder reset(String statements) {
      reset = statements;
      return this;
    }

    public Builder resetOrder(ResetOrder order) {
      resetOrder = order;
      return this;
    }

    /** How long variables marked {@code unless refractory} are held: a time, in whole ticks. */
    public Builder refractory(String time) {
      refractory = time;
      return this;
    }

    public Builder whileRefractory(JumpWhileRefractory policy) {
      jumps = policy;
      return this;
    }

    /** The method for what isn't linear; without one, the system must be linear. */
    public Builder solve(Solver method) {
      solver = method;
      return this;
    }

    /**
     * Declares a parameter.
     *
     * @param defaultValue {@code "20 ms"}, or a bare unit ({@code "ms"}; empty for plain numbers)
     *     if a value must be given
     * @param range {@code "(0, inf)"} in the unit of the default, or with units; a bound may be the
     *     name of another parameter; empty for any
     */
    public Builder parameter(String name, String defaultValue, String range, String description) {
      parameters.add(new ParameterText(name, defaultValue, range, description));
      return this;
    }

    public String equations() {
      return equations;
    }

    public String start() {
      return start;
    }

    public String everyTick() {
      return everyTick;
    }

    public String spike() {
      return spike;
    }

    public String reset() {
      return reset;
    }

    public String refractory() {
      return refractory;
    }

    public Optional<Solver> solver() {
      return Optional.ofNullable(solver);
    }

    public ResetOrder resetOrder() {
      return resetOrder;
    }

    public JumpWhileRefractory whileRefractory() {
      return jumps;
    }

    public List<ParameterText> parameters() {
      return List.copyOf(parameters);
    }

    Builder copy() {
      Builder copy = new Builder(equations);
      copy.start = start;
      copy.everyTick = everyTick;
      copy.spike = spike;
      copy.reset = reset;
      copy.refractory = refractory;
      copy.solver = solver;
      copy.resetOrder = resetOrder;
      copy.jumps = jumps;
      copy.parameters.addAll(parameters);
      return copy;
    }

    /**
     * Checks everything.
     *
     * @throws EquationException naming section, line and column of the first thing that is wrong
     */
    public NeuronEquations build() {
      return new NeuronEquations(copy(), CheckedNeuron.check(this));
    }
  }
}
