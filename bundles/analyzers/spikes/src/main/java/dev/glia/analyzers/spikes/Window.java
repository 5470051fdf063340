package dev.glia.analyzers.spikes;

import dev.glia.api.analysis.Recording;
import dev.glia.api.component.Fault;
import dev.glia.api.component.ParameterSchema;
import dev.glia.api.component.Parameters;
import dev.glia.api.equations.Range;

/**
 * The part of a run that is analyzed: ticks after {@code from} up to and with {@code until}.
 *
 * @param dt seconds a tick
 */
record Window(long from, long until, double dt) {
  private static final Range TIME = new Range(0, false, Double.POSITIVE_INFINITY, true);

  static final ParameterSchema FROM =
      ParameterSchema.quantity("from", "0 s", TIME, "what happens before is left out");
  static final ParameterSchema UNTIL =
      ParameterSchema.quantity(
          "until", "0 s", TIME, "what happens after is left out; 0 for the end of the run");

  /**
   * The window of a run.
   *
   * @param parameters with {@link #FROM} and {@link #UNTIL} among them
   * @throws Fault if nothing is left
   */
  static Window of(Recording recording, Parameters parameters, String analyzer) {
    double dt = recording.network().dt();
    long from = Math.round(parameters.number(FROM.name()) / dt);
    long until = Math.round(parameters.number(UNTIL.name()) / dt);
    until = until == 0 ? recording.ticks() : Math.min(until, recording.ticks());
    if (from >= until) {
      throw Fault.input(
          analyzer
              + ": nothing is left to analyze from "
              + from * dt
              + " s to "
              + until * dt
              + " s: the run took "
              + recording.ticks() * dt
              + " s. Lower 'from', or run longer.");
    }
    return new Window(from, until, dt);
  }

  boolean holds(long tick) {
    return tick > from && tick <= until;
  }

  double seconds() {
    return (until - from) * dt;
  }
}
