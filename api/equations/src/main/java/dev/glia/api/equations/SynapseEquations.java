package dev.glia.api.equations;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A synapse model: what one receptor of a target neuron does with the events that reach it.
 *
 * <p>Its state is kept once a target neuron and receptor, not once a synapse, so what an event adds
 * must be proportional to the weight {@code w}. In units, {@code target} stands for the unit of the
 * input or variable that the receptor acts on: one {@code exponential} serves nA and mV.
 *
 * <p>A model has either {@code on spike} statements (with an {@code output}, or acting on {@code
 * target} directly), or a {@code continuous} term that is summed over all synapses once a tick.
 */
public final class SynapseEquations {
  private final Builder text;
  private final CheckedSynapse checked;

  SynapseEquations(Builder text, CheckedSynapse checked) {
    this.text = text;
    this.checked = checked;
  }

  /** Starts a model from its equations: {@code di/dt = -i/tau : target}; may be empty. */
  public static Builder of(String equations) {
    return new Builder(equations);
  }

  public Builder text() {
    return text.copy();
  }

  public List<Parameter> parameters() {
    return checked.parameters();
  }

  /** Whether it's summed over all synapses every tick instead of being driven by spikes. */
  public boolean isContinuous() {
    return checked.isContinuous();
  }

  /** Whether it adds to a state variable of the target directly, as a delta synapse does. */
  public boolean actsOnState() {
    return checked.actsOnState();
  }

  CheckedSynapse checked() {
    return checked;
  }

  /** The texts of a model. Not safe for use by several threads. */
  public static final class Builder {
    final String equations;
    String onSpike = "";
    String output = "";
    String continuous = "";
    String weight = "target";
    final List<ParameterText> parameters = new ArrayList<>();

    Builder(String equations) {
      this.equations = Objects.requireNonNull(equations);
    }

    /** {@code i += w} or, without equations, {@code target += w}. */
    public Builder onSpike(String statements) {
      onSpike = statements;
      return this;
    }

    /** What flows into the target's input; {@code v_post} is a state variable of the target. */
    public Builder output(String expression) {
      output = expression;
      return this;
    }

    /** A term a synapse, as {@code w*(v_pre - v_post)}. */
    public Builder continuous(String expression) {
      continuous = expression;
      return this;
    }

    /** Unit of the weight: {@code nS}, {@code 1}, or {@code target}. */
    public Builder weight(String unit) {
      weight = unit;
      return this;
    }

    /** As {@link NeuronEquations.Builder#parameter}. */
    public Builder parameter(String name, String defaultValue, String range, String description) {
      parameters.add(new ParameterText(name, defaultValue, range, description));
      return this;
    }

    public String equations() {
      return equations;
    }

    public String onSpike() {
      return onSpike;
    }

    public String output() {
      return output;
    }

    public String continuous() {
      return continuous;
    }

    public String weight() {
      return weight;
    }

    public List<ParameterText> parameters() {
      return List.copyOf(parameters);
    }

    Builder copy() {
      Builder copy = new Builder(equations);
      copy.onSpike = onSpike;
      copy.output = output;
      copy.continuous = continuous;
      copy.weight = weight;
      copy.parameters.addAll(parameters);
      return copy;
    }

    /**
     * Checks everything that can be known without a target.
     *
     * @throws EquationException naming section, line and column of the first thing that is wrong
     */
    public SynapseEquations build() {
      return new SynapseEquations(copy(), CheckedSynapse.check(this));
    }
  }
}
