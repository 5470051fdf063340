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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Component;

/**
 * How much of its random input a reservoir remembers: readouts are fitted to the input of 1 to
 * {@code delays} steps before, and their squared correlations on later steps are summed.
 *
 * <p>Needs probes of {@code r} in every tick, of the units and of the input's first neuron. Metric:
 * {@code memory-capacity.<units>}. Table: {@code memory-capacity}, a row a delay.
 */
@Component(property = {Analyzer.ID + "=memory-capacity", Analyzer.VERSION + "=1.0.0"})
public final class MemoryCapacity implements Analyzer {
  private static final String ID = "memory-capacity";
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.ANALYZER,
          ID,
          "1.0.0",
          "How many steps of a random input linear readouts recall",
          "doi:10.24406/publica-fhg-291107",
          Traces.UNITS,
          ParameterSchema.text("input", "series", "population whose first rate r is the input"),
          ParameterSchema.integer("delays", "60", new Range(1, false, 1e5, false), "longest delay"),
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
    String units = parameters.text("units");
    double[][] rates = Traces.rows(recording, units, "r", ID);
    double[][] input = Traces.rows(recording, parameters.text("input"), "r", ID);
    Readout readout = Traces.readout(parameters);
    Traces.need(rates, readout.steps(), ID);
    double[][] targets = new double[rates.length][parameters.integer("delays")];
    for (int t = 0; t < targets.length; t++) {
      for (int k = 1; k <= Math.min(t, targets[t].length); k++) {
        targets[t][k - 1] = input[t - k][0];
      }
    }
    double[] capacities = readout.capacities(rates, targets);
    double sum = 0;
    List<List<String>> rows = new ArrayList<>();
    for (int k = 0; k < capacities.length; k++) {
      sum += capacities[k];
      rows.add(List.of(String.valueOf(k + 1), String.format(Locale.ROOT, "%.4f", capacities[k])));
    }
    into.metric(ID + "." + units, sum, "1");
    into.table(ID, List.of("delay (steps)", "squared correlation"), rows);
  }
}
