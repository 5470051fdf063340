package dev.glia.platform.report.model;

/**
 * A component that was used.
 *
 * @param kind as {@code neuron}
 * @param reference {@code lif@1.0.0}
 * @param bundle symbolic name and version; may be empty
 */
public record ComponentView(String kind, String reference, String bundle) {}
