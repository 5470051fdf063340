package dev.glia.analyzers.reservoirs;

import dev.glia.api.analysis.Analyzer;
import dev.glia.api.analysis.Recording;
import dev.glia.api.analysis.ResultSink;
import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.ParameterSchema;
import dev.glia.api.component.Parameters;
import dev.glia.api.equations.Range;
import dev.glia.reservoir.Readout;
import java.util.Arrays;
import org.osgi.service.component.annotations.Component;

/**
 * How well linear readouts of a reservoir predict variables that the run recorded too, some steps
 * ahead: root mean squared error over the target's deviation, on steps after those of the fit.
 *
 * <p>Needs probes in every tick. Metrics: {@code nrmse.<target>.<variable>} and, with several
 * target neurons, {@code ….<neuron>}.
 */
@Component(property = {Analyzer.ID + "=nrmse", Analyzer.VERSION + "=1.0.0"})
public final class Nrmse implements Analyzer {
  private static final String ID = "nrmse";
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.ANALYZER,
          ID,
          "1.0.0",
          "Error of linear readouts of a reservoir, relative to the target's deviation",
          "",
          Traces.UNITS,
          ParameterSchema.text("target", "series", "population to predict"),
          ParameterSchema.text("variable", "r", "variable of it"),
          ParameterSchema.integer(
              "ahead",
              "1",
              new Range(0, false, 1e6, false),
              "steps from seeing to what's predicted"),
          Traces.WASHOUT,
          Traces.TRAIN,
          Traces.TEST,
          Traces.LAMBDA);

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public void analyze(Recording recording, Parameters parameters, ResultSink into) {
    String target = parameters.text("target");
    String variable = parameters.text("variable");
    int ahead = parameters.integer("ahead");
    double[][] rates = Traces.rows(recording, parameters.text("units"), "r", ID);
    double[][] wanted = Traces.rows(recording, target, variable, ID);
    Readout readout = Traces.readout(parameters);
    Traces.need(rates, readout.steps() + ahead, ID);
    double[][] later = Arrays.copyOfRange(wanted, ahead, wanted.length);
    double[] errors = readout.nrmse(rates, later);
    for (int k = 0; k < errors.length; k++) {
      String name = ID + "." + target + "." + variable;
      into.metric(errors.length > 1 ? name + "." + k : name, errors[k], "1");
    }
  }
}
