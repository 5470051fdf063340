package dev.glia.platform.runner;

import dev.glia.v1.Place;

/**
 * Something that is wrong with an experiment.
 *
 * @param place where; line 0 if the text has no lines, as an override
 * @param field path of the field within the experiment, {@code cells.tau_m}; may be empty
 * @param message one or two sentences: what is wrong, and what to try
 */
public record Problem(Place place, String field, String message) {
  /** {@code lab.yaml:14 cells.tau_m: 20 mV is a voltage, …}. */
  @Override
  public String toString() {
    String where = place.getFile();
    if (place.getLine() > 0) {
      where += ":" + place.getLine();
    }
    String what = field.isEmpty() ? message : field + ": " + message;
    return where.isEmpty() ? what : where + (field.isEmpty() ? ": " : " ") + what;
  }
}
