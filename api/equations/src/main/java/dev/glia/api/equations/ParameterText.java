package dev.glia.api.equations;

/** A parameter as written: see {@link NeuronEquations.Builder#parameter}. */
public record ParameterText(String name, String defaultValue, String range, String description) {}
