package dev.glia.platform.store;

/** What became of a claim. */
public enum Verdict {
  PASSED,
  FAILED,
  /** This profile doesn't judge it, or a cell that it needs is missing. */
  NOT_MEASURED,
  /** Shown, not judged. */
  REPORTED
}
