package dev.glia.platform.report.model;

/** What became of a claim. */
public enum Verdict {
  PASSED("Passed"),
  FAILED("Failed"),
  /** The profile doesn't judge it, or a cell that it needs is missing. */
  NOT_MEASURED("Not measured"),
  /** Shown, not judged. */
  REPORTED("Reported");

  private final String word;

  Verdict(String word) {
    this.word = word;
  }

  /** For readers. */
  public String word() {
    return word;
  }
}
