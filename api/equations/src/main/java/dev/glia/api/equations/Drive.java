package dev.glia.api.equations;

/** A stimulus that needs no source population; each target neuron has its own. */
public sealed interface Drive {
  String name();

  /**
   * A Poisson process onto a receptor, several events a tick if need be. In the joined program it
   * has the parameters {@code name.rate} (1/s) and {@code name.weight} (the receptor's weight
   * unit).
   */
  record Poisson(String name, String receptor) implements Drive {}

  /**
   * A constant into an input, changed between ticks by setting its parameter {@code name.amplitude}
   * (unit of the input, 0 at first).
   */
  record Current(String name, String input) implements Drive {}
}
