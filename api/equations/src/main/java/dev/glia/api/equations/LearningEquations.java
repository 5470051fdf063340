package dev.glia.api.equations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A learning rule: local variables on both sides and in the synapse, and what events do to them.
 *
 * <p>Equations are marked {@code (pre)}, {@code (post)} or {@code (synapse)}; {@code r : 1
 * (modulator)} is a third factor. {@code w} is the weight; in units, {@code weight} stands for its
 * unit. {@code v_pre} and {@code v_post} read state variables of the two neurons.
 *
 * <p>The weight may have an equation of its own, {@code dw/dt = … : weight (synapse)}. Equations of
 * a side read what's on that side only; neurons and modulators stand still during a step.
 *
 * <p>Statements run in textual order. One that assigns a pre variable may read only pre variables,
 * {@code …_pre}, parameters and modulators, stands in {@code on pre} and takes effect once an
 * event; likewise for post. In other events both may be set to values that don't depend on any of
 * them.
 */
public final class LearningEquations {
  /** Raised by a runner at the start of each training presentation. */
  public static final String PRESENTATION = "presentation";

  private final Builder text;
  private final CheckedLearning checked;

  LearningEquations(Builder text, CheckedLearning checked) {
    this.text = text;
    this.checked = checked;
  }

  /** Starts a rule from its equations: {@code dx/dt = -x/tau_plus : 1 (pre)}; may be empty. */
  public static Builder of(String equations) {
    return new Builder(equations);
  }

  public Builder text() {
    return text.copy();
  }

  public List<Parameter> parameters() {
    return checked.parameters();
  }

  /** Names of the third factors that a projection must bind. */
  public List<String> modulators() {
    return checked.modulators();
  }

  CheckedLearning checked() {
    return checked;
  }

  /** The texts of a rule. Not safe for use by several threads. */
  public static final class Builder {
    final String equations;
    String onPre = "";
    String onPost = "";
    String everyTick = "";
    final Map<String, String> onEvent = new LinkedHashMap<>();
    final List<ParameterText> parameters = new ArrayList<>();

    Builder(String equations) {
      this.equations = Objects.requireNonNull(equations);
    }

    /** When a presynaptic spike arrives, after its delay. */
    public Builder onPre(String statements) {
      onPre = statements;
      return this;
    }

    /** When the target spikes, without a delay; at the same instant, after {@code on pre}. */
    public Builder onPost(String statements) {
      onPost = statements;
      return this;
    }

    /** For every synapse at every tick: the expensive kind. */
    public Builder everyTick(String statements) {
      everyTick = statements;
      return this;
    }

    /** For every synapse when a runner raises an event, as {@link #PRESENTATION}. */
    public Builder on(String event, String statements) {
      onEvent.put(event, statements);
      return this;
    }

    /**
     * As {@link NeuronEquations.Builder#parameter}; {@code "0.1 weight"} is in the weight's unit.
     */
    public Builder parameter(String name, String defaultValue, String range, String description) {
      parameters.add(new ParameterText(name, defaultValue, range, description));
      return this;
    }

    public String equations() {
      return equations;
    }

    public String onPre() {
      return onPre;
    }

    public String onPost() {
      return onPost;
    }

    public String everyTick() {
      return everyTick;
    }

    public Map<String, String> onEvent() {
      return Map.copyOf(onEvent);
    }

    public List<ParameterText> parameters() {
      return List.copyOf(parameters);
    }

    Builder copy() {
      Builder copy = new Builder(equations);
      copy.onPre = onPre;
      copy.onPost = onPost;
      copy.everyTick = everyTick;
      copy.onEvent.putAll(onEvent);
      copy.parameters.addAll(parameters);
      return copy;
    }

    /**
     * Checks everything that can be known without a projection.
     *
     * @throws EquationException naming section, line and column of the first thing that is wrong
     */
    public LearningEquations build() {
      return new LearningEquations(copy(), CheckedLearning.check(this));
    }
  }
}
