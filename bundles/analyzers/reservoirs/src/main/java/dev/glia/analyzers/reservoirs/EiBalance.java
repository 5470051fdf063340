package dev.glia.analyzers.reservoirs;

import dev.glia.api.analysis.Analyzer;
import dev.glia.api.analysis.Recording;
import dev.glia.api.analysis.Recording.Weights;
import dev.glia.api.analysis.ResultSink;
import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Fault;
import dev.glia.api.component.Parameters;
import dev.glia.api.network.Projection;
import dev.glia.reservoir.Balance;
import org.osgi.service.component.annotations.Component;

/**
 * Excitation and inhibition that rate units get from each other: weights at the end of the run
 * times the mean rates of their sources, summed for each unit and averaged over units.
 *
 * <p>Needs a probe of {@code r} of the units in every tick, and of the weights of all projections
 * of the units onto themselves. Metrics: {@code ei-balance.excitation}, {@code
 * ei-balance.inhibition}, and {@code ei-balance.ratio}, 1 where they cancel.
 */
@Component(property = {Analyzer.ID + "=ei-balance", Analyzer.VERSION + "=1.0.0"})
public final class EiBalance implements Analyzer {
  private static final String ID = "ei-balance";
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.ANALYZER,
          ID,
          "1.0.0",
          "Excitation and inhibition that the units of a reservoir get from each other",
          "",
          Traces.UNITS,
          Traces.WASHOUT);

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public void analyze(Recording recording, Parameters parameters, ResultSink into) {
    String units = parameters.text("units");
    double[][] rates = Traces.rows(recording, units, "r", ID);
    int washout = parameters.integer("washout");
    Traces.need(rates, washout + 1, ID);
    double[] means = new double[rates[0].length];
    for (int t = washout; t < rates.length; t++) {
      for (int i = 0; i < means.length; i++) {
        means[i] += rates[t][i] / (rates.length - washout);
      }
    }
    double[] excitation = new double[means.length];
    double[] inhibition = new double[means.length];
    for (Projection projection : recording.network().projections()) {
      if (projection.source().equals(units) && projection.target().equals(units)) {
        add(weights(recording, projection.name()), means, excitation, inhibition);
      }
    }
    Balance balance = Balance.of(excitation, inhibition);
    into.metric(ID + ".excitation", balance.excitation(), "1");
    into.metric(ID + ".inhibition", balance.inhibition(), "1");
    into.metric(ID + ".ratio", balance.ratio(), "1");
  }

  private static Weights weights(Recording recording, String projection) {
    return recording.weights().stream()
        .filter(w -> w.projection().equals(projection))
        .findFirst()
        .orElseThrow(
            () ->
                Fault.input(
                    ID
                        + " needs the weights of "
                        + projection
                        + ". Add a probe: {of: "
                        + projection
                        + ", record: weights}."));
  }

  private static void add(
      Weights weights, double[] means, double[] excitation, double[] inhibition) {
    for (int source = 0; source < weights.sources(); source++) {
      for (int target = 0; target < weights.targets(); target++) {
        double input = weights.weights()[source * weights.targets() + target] * means[source];
        (input > 0 ? excitation : inhibition)[target] += input;
      }
    }
  }
}
