package dev.glia.api.study;

/** How much of a study is run. */
public enum Profile {
  /** At most 10 s: everything once, at toy size. */
  SMOKE,
  /** At most 2 minutes. */
  QUICK,
  /** At most 30 minutes. */
  FULL,
  /** As published; may take days. */
  PAPER
}
