package dev.glia.api.equations;

/**
 * The functions of the language. Random ones draw from the counter-based generator: each call site
 * has a stream of its own, each neuron and tick a counter. So a call that occurs several times in a
 * program with the same stream has the same value in one tick.
 */
public enum Function {
  EXP(1),
  LOG(1),
  SQRT(1),
  SIN(1),
  COS(1),
  TANH(1),
  ABS(1),
  /** -1, 0 or 1. */
  SIGN(1),
  /** 1/(1 + exp(-x)). */
  EXPIT(1),
  /** (exp(x) - 1)/x, which is 1 at 0. */
  EXPREL(1),
  FLOOR(1),
  MIN(2),
  MAX(2),
  /** clip(x, low, high). */
  CLIP(3),
  /** Uniform in [0, 1). */
  RANDOM(0),
  /** Standard normal. */
  NORMAL(0),
  /** Number of events of a Poisson process in an interval with the given mean. */
  POISSON(1),
  /**
   * Sum over all synapses of the same projection onto the same target, with the values from before
   * the statement: events of learning rules only. Its argument has no locals and nothing random.
   */
  SUM(1);

  private final int arity;

  Function(int arity) {
    this.arity = arity;
  }

  public int arity() {
    return arity;
  }

  public boolean isRandom() {
    return this == RANDOM || this == NORMAL || this == POISSON;
  }

  /** The name as it is written in equations. */
  public String symbol() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
