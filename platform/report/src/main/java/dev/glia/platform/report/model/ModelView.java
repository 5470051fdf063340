package dev.glia.platform.report.model;

import java.util.List;

/**
 * A model that was run.
 *
 * @param kind {@code neuron}, {@code synapse} or {@code learning}
 * @param reference {@code lif@1.0.0}
 * @param citation may be empty
 * @param text its equations as text, shown where MathML isn't usable; may be empty
 * @param mathml a {@code math} element; may be empty
 */
public record ModelView(
    String kind,
    String reference,
    String summary,
    String citation,
    String text,
    String mathml,
    List<ParameterView> parameters) {
  public ModelView {
    parameters = List.copyOf(parameters);
  }
}
