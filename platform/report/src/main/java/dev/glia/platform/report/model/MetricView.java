package dev.glia.platform.report.model;

/**
 * A number that a run ended with.
 *
 * @param unit as {@code Hz}; empty for plain numbers
 */
public record MetricView(String name, double value, String unit) {}
