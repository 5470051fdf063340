package dev.glia.api.device;

import java.util.List;

/**
 * Whether a network fits a device.
 *
 * @param problems what makes it impossible; empty if it fits
 * @param notes what will differ, as quantisation: fits all the same
 */
public record Fit(List<Finding> problems, List<Finding> notes) {
  public static final Fit PERFECT = new Fit(List.of(), List.of());

  public Fit {
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
  }

  public boolean fits() {
    return problems.isEmpty();
  }

  /**
   * One thing.
   *
   * @param where {@code population cells} or {@code projection noise->cells}
   * @param what one sentence
   */
  public record Finding(String where, String what) {}
}
