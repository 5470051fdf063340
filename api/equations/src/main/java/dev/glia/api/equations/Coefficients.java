package dev.glia.api.equations;

import java.util.List;

/**
 * Numbers that are derived from parameters once, before the first tick and whenever one of the
 * parameters is changed: the propagator matrix of a linear system, for example.
 */
public interface Coefficients {
  /** Names under which the values appear in expressions, with scope COEFFICIENT. */
  List<String> names();

  /** The parameters that the values depend on, in the order that {@link #compute} wants. */
  List<String> parameters();

  /**
   * Computes the values for one entity.
   *
   * @param dt seconds
   * @param parameters in SI base units, ordered as {@link #parameters()}
   * @return values in SI base units, ordered as {@link #names()}
   */
  double[] compute(double dt, double[] parameters);
}
