package dev.glia.api.device;

import java.util.Locale;

/** A state variable left the finite numbers: the model divides by zero, or its solver diverges. */
public final class BlowUpException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String population;
  private final int neuron;
  private final long tick;
  private final String variable;

  /**
   * A blow-up.
   *
   * @param tick the first after which the value wasn't finite
   * @param value NaN or infinite
   */
  public BlowUpException(
      String population, int neuron, long tick, double dt, String variable, double value) {
    super(
        String.format(
            Locale.ROOT,
            "%s[%d].%s became %s at tick %d (%.6g ms): the equations divide by zero or dt is too"
                + " large for the solver",
            population,
            neuron,
            variable,
            value,
            tick,
            tick * dt * 1e3));
    this.population = population;
    this.neuron = neuron;
    this.tick = tick;
    this.variable = variable;
  }

  public String population() {
    return population;
  }

  public int neuron() {
    return neuron;
  }

  public long tick() {
    return tick;
  }

  public String variable() {
    return variable;
  }
}
