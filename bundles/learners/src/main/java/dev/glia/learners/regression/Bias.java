package dev.glia.learners.regression;

/** What becomes of the constant term. */
public enum Bias {
  /** There's none: the fit goes through the origin. */
  NONE,
  /** It is fitted and costs nothing, so the fit doesn't depend on where the origins are. */
  FREE,
  /** It is the weight of one more feature, always 1, and shrunk as the others are. */
  PENALIZED
}
