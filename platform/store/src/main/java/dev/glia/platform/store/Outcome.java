package dev.glia.platform.store;

import java.util.Locale;

/** What became of a run or cell. */
public enum Outcome {
  RUNNING,
  /** All of it was measured. */
  COMPLETED,
  /** Stopped by its user. */
  CANCELLED,
  /** Its process died; only listed, never stored. */
  INTERRUPTED,
  /** Something went wrong. */
  FAILED;

  public String symbol() {
    return name().toLowerCase(Locale.ROOT);
  }
}
