package dev.glia.platform.store;

import java.util.List;

/**
 * A model that was run, as it described itself.
 *
 * @param kind {@code neuron}, {@code synapse} or {@code learning}
 * @param reference {@code lif@1.0.0}
 * @param text its equations as text
 * @param mathml its equations in MathML
 */
public record ModelDescription(
    String kind,
    String reference,
    String summary,
    String citation,
    String text,
    String mathml,
    List<Parameter> parameters) {
  public ModelDescription {
    parameters = List.copyOf(parameters);
  }

  /**
   * A parameter.
   *
   * @param value its default with its unit
   */
  public record Parameter(String name, String value, String range, String about) {}
}
