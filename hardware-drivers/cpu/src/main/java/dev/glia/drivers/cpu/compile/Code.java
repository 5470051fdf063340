package dev.glia.drivers.cpu.compile;

/** A compiled loop. */
public interface Code {
  /**
   * Runs it.
   *
   * @return NaN if a checked value wasn't finite, 0 otherwise
   */
  float run(Frame frame);
}
