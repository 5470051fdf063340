package dev.glia.api.study;

import java.util.Locale;

/** How much of a study is run. */
public enum Profile {
  /** At most 10 s: everything once, at toy size. */
  SMOKE,
  /** At most 2 minutes. */
  QUICK,
  /** At most 30 minutes. */
  FULL,
  /** As published; may take days. */
  PAPER;

  /** As in {@code --profile quick}. */
  public String symbol() {
    return name().toLowerCase(Locale.ROOT);
  }
}
