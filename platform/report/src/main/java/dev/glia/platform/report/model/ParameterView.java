package dev.glia.platform.report.model;

/**
 * A parameter.
 *
 * @param value with its unit: {@code 20 ms}
 * @param range as {@code (0, inf)}; may be empty
 * @param about one phrase; may be empty
 */
public record ParameterView(String name, String value, String range, String about) {}
