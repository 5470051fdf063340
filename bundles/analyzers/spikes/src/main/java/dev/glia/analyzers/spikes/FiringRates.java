package dev.glia.analyzers.spikes;

import dev.glia.api.analysis.Analyzer;
import dev.glia.api.analysis.Recording;
import dev.glia.api.analysis.ResultSink;
import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Parameters;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/**
 * How many spikes a second the neurons of each recorded population emit.
 *
 * <p>Metrics: {@code firing-rates.<population>} (mean over neurons) and {@code
 * firing-rates.<population>.sd} (spread over neurons), in Hz. Table: {@code firing-rates}.
 */
@Component(property = {Analyzer.ID + "=firing-rates", Analyzer.VERSION + "=1.0.0"})
public final class FiringRates implements Analyzer {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.ANALYZER,
          "firing-rates",
          "1.0.0",
          "Mean and spread of the firing rates of each population",
          "",
          Window.FROM,
          Window.UNTIL);

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public void analyze(Recording recording, Parameters parameters, ResultSink into) {
    Window window = Window.of(recording, parameters, "firing-rates");
    List<List<String>> rows = new ArrayList<>();
    for (Recording.SpikeTrains trains : Spikes.of(recording, "firing-rates")) {
      Moments rates = new Moments();
      long spikes = 0;
      for (long[] times : Spikes.byNeuron(trains, window)) {
        rates.add(times.length / window.seconds());
        spikes += times.length;
      }
      into.metric("firing-rates." + trains.population(), rates.mean(), "Hz");
      into.metric("firing-rates." + trains.population() + ".sd", rates.deviation(), "Hz");
      rows.add(
          List.of(
              trains.population(),
              String.valueOf(trains.size()),
              String.valueOf(spikes),
              Moments.cell(rates.mean()),
              Moments.cell(rates.deviation()),
              Moments.cell(rates.least()),
              Moments.cell(rates.most())));
    }
    into.table(
        "firing-rates",
        List.of("population", "neurons", "spikes", "mean (Hz)", "sd (Hz)", "min (Hz)", "max (Hz)"),
        rows);
  }
}
