package dev.glia.analyzers.reservoirs;

import dev.glia.api.analysis.Recording;
import dev.glia.api.component.Fault;
import dev.glia.api.component.ParameterSchema;
import dev.glia.api.component.Parameters;
import dev.glia.api.equations.Range;
import dev.glia.reservoir.Readout;

/** What the analyzers of this bundle read from a recording. */
final class Traces {
  static final ParameterSchema UNITS =
      ParameterSchema.text("units", "units", "population whose rates r the readout sees");
  static final ParameterSchema WASHOUT = steps("washout", "200", "steps to let go by");
  static final ParameterSchema TRAIN = steps("train", "2000", "steps to fit the readout on");
  static final ParameterSchema TEST = steps("test", "1000", "steps to judge it on");
  static final ParameterSchema LAMBDA =
      ParameterSchema.quantity(
          "lambda",
          "1e-6",
          new Range(0, false, Double.POSITIVE_INFINITY, true),
          "penalty of the ridge");

  private Traces() {}

  private static ParameterSchema steps(String name, String number, String about) {
    return ParameterSchema.integer(name, number, new Range(0, false, 1e8, false), about);
  }

  static Readout readout(Parameters parameters) {
    return new Readout(
        parameters.integer("washout"),
        parameters.integer("train"),
        parameters.integer("test"),
        parameters.number("lambda"));
  }

  /** Samples of a variable in every tick, a row a tick. */
  static double[][] rows(Recording recording, String population, String variable, String analyzer) {
    for (Recording.Trace trace : recording.traces()) {
      if (trace.population().equals(population) && trace.variable().equals(variable)) {
        if (trace.ticks().length < recording.ticks()) {
          throw Fault.input(
              "%s needs %s.%s of every tick. Leave out 'every' of its probe."
                  .formatted(analyzer, population, variable));
        }
        double[][] rows = new double[trace.ticks().length][trace.neurons()];
        for (int t = 0; t < rows.length; t++) {
          for (int i = 0; i < trace.neurons(); i++) {
            rows[t][i] = trace.samples()[t * trace.neurons() + i];
          }
        }
        return rows;
      }
    }
    throw Fault.input(
        "%s needs %s.%s. Add a probe: {of: %s, record: %s}."
            .formatted(analyzer, population, variable, population, variable));
  }

  /** Refuses a run that ended too early. */
  static void need(double[][] rows, int steps, String analyzer) {
    if (rows.length < steps) {
      throw Fault.input(
          "%s needs %,d steps, the run has %,d. Run longer, or take less washout, train, test."
              .formatted(analyzer, steps, rows.length));
    }
  }
}
