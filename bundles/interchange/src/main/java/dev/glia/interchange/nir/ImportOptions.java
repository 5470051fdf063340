package dev.glia.interchange.nir;

import dev.glia.api.component.ParameterSchema;
import dev.glia.api.component.Parameters;
import dev.glia.api.equations.Range;
import java.util.List;

/**
 * What a NIR file leaves open.
 *
 * @param dt of the experiment, in seconds; also how long a spike lasts
 * @param run how long it runs, in seconds
 * @param euler whether leaky neurons step by forward Euler instead of exactly
 * @param input what stands for the Input nodes
 * @param rate of Poisson inputs, in Hz
 * @param value of constant inputs
 */
record ImportOptions(double dt, double run, boolean euler, Input input, double rate, double value) {
  /** What drives the network. */
  enum Input {
    POISSON,
    CONSTANT,
    SILENT
  }

  private static final Range POSITIVE = new Range(0, true, Double.POSITIVE_INFINITY, true);
  private static final Range FROM_ZERO = new Range(0, false, Double.POSITIVE_INFINITY, true);

  static final ParameterSchema[] SCHEMA = {
    ParameterSchema.quantity("dt", "0.1 ms", POSITIVE, "time step; a spike lasts one"),
    ParameterSchema.quantity("run", "1 s", POSITIVE, "how long the experiment runs"),
    ParameterSchema.choice(
        "step",
        List.of("exact", "euler"),
        "how leaky neurons are stepped: exact, or forward Euler"),
    ParameterSchema.choice(
        "input",
        List.of("poisson", "constant", "silent"),
        "what stands for Input nodes: Poisson spikes, a constant, or nothing yet"),
    ParameterSchema.quantity("rate", "100 Hz", FROM_ZERO, "of Poisson inputs"),
    ParameterSchema.quantity("value", "1", Range.ANY, "of constant inputs")
  };

  static ImportOptions of(Parameters parameters) {
    return new ImportOptions(
        parameters.number("dt"),
        parameters.number("run"),
        parameters.text("step").equals("euler"),
        Input.valueOf(parameters.text("input").toUpperCase(java.util.Locale.ROOT)),
        parameters.number("rate"),
        parameters.number("value"));
  }
}
