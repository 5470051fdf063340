package dev.glia.interchange.nir;

/** What a linear node makes of its input: each value goes to some outputs, weighted and delayed. */
@FunctionalInterface
interface Fan {
  /** Takes an output. */
  interface Sink {
    /**
     * One connection.
     *
     * @param delay in seconds
     */
    void accept(int output, double weight, double delay);
  }

  /** All outputs of an input. */
  void of(int input, Sink sink);

  /** Everything as it is. */
  static Fan identity() {
    return (input, sink) -> sink.accept(input, 1, 0);
  }
}
