package dev.glia.learners.validation;

/** An estimate with its confidence interval. */
public record Interval(double estimate, double low, double high) {
  public boolean contains(double value) {
    return low <= value && value <= high;
  }
}
