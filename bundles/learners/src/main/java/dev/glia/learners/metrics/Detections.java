package dev.glia.learners.metrics;

/** How a yes-or-no detector did. Shares of nothing are NaN. */
public record Detections(
    long truePositives, long falsePositives, long falseNegatives, long trueNegatives) {
  public static final Detections NONE = new Detections(0, 0, 0, 0);

  /** The same with one more trial. */
  public Detections with(boolean present, boolean detected) {
    return new Detections(
        truePositives + (present && detected ? 1 : 0),
        falsePositives + (!present && detected ? 1 : 0),
        falseNegatives + (present && !detected ? 1 : 0),
        trueNegatives + (!present && !detected ? 1 : 0));
  }

  /** The trials of both. */
  public Detections plus(Detections other) {
    return new Detections(
        truePositives + other.truePositives,
        falsePositives + other.falsePositives,
        falseNegatives + other.falseNegatives,
        trueNegatives + other.trueNegatives);
  }

  public long trials() {
    return truePositives + falsePositives + falseNegatives + trueNegatives;
  }

  /** Trials that were answered wrongly. */
  public long errors() {
    return falsePositives + falseNegatives;
  }

  public double accuracy() {
    return (double) (truePositives + trueNegatives) / trials();
  }

  /** Share of what was there that was detected. */
  public double sensitivity() {
    return (double) truePositives / (truePositives + falseNegatives);
  }

  /** Share of what wasn't there that wasn't detected. */
  public double specificity() {
    return (double) trueNegatives / (trueNegatives + falsePositives);
  }

  /** Share of what was detected that was there. */
  public double precision() {
    return (double) truePositives / (truePositives + falsePositives);
  }

  /** Harmonic mean of precision and sensitivity. */
  public double f1() {
    return 2.0 * truePositives / (2.0 * truePositives + falsePositives + falseNegatives);
  }
}
