package dev.glia.analyzers.spikes;

import dev.glia.api.analysis.Analyzer;
import dev.glia.api.analysis.Recording;
import dev.glia.api.analysis.Recording.SpikeTrains;
import dev.glia.api.analysis.ResultSink;
import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Fault;
import dev.glia.api.component.Parameters;
import dev.glia.api.network.Projection;
import dev.glia.api.topology.Hops;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Component;

/**
 * How activity spreads along the synapses of a population onto itself: when each neuron first
 * spikes, against how many synapses it is away from the neurons that spiked first of all.
 *
 * <p>Metrics: {@code hop-latency.<projection>} (ms a synapse: the slope of the line from the first
 * spike that fits best; NaN if only neurons at the start spiked) and {@code
 * hop-latency.<projection>.reached} (share of the neurons to which there's a way that spiked).
 * Table: {@code hop-latency.<projection>}, a row a distance.
 */
@Component(property = {Analyzer.ID + "=hop-latency", Analyzer.VERSION + "=1.0.0"})
public final class HopLatency implements Analyzer {
  private static final String ID = "hop-latency";
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.ANALYZER,
          ID,
          "1.0.0",
          "When neurons first spike, against their distance in synapses from the first that did",
          "",
          Window.FROM,
          Window.UNTIL);

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public void analyze(Recording recording, Parameters parameters, ResultSink into) {
    Window window = Window.of(recording, parameters, ID);
    boolean any = false;
    for (Projection projection : recording.network().projections()) {
      if (projection.source().equals(projection.target())) {
        for (SpikeTrains trains : recording.spikesOf(projection.source()).stream().toList()) {
          any = true;
          measure(recording, projection, Spikes.byNeuron(trains, window), into);
        }
      }
    }
    if (!any) {
      throw Fault.input(
          ID
              + " needs the spikes of a population that projects onto itself. Add a probe:"
              + " {of: …, record: spikes}.");
    }
  }

  private static void measure(
      Recording recording, Projection projection, long[][] spikes, ResultSink into) {
    double[] first =
        Arrays.stream(spikes)
            .mapToDouble(times -> times.length == 0 ? Double.NaN : times[0])
            .toArray();
    double begin = Arrays.stream(first).filter(tick -> tick >= 0).min().orElse(Double.NaN);
    List<Integer> start =
        IntStream.range(0, first.length).filter(n -> first[n] == begin).boxed().toList();
    int[] hops = Hops.from(start, projection.connectivity());
    double[] latency =
        Arrays.stream(first).map(tick -> (tick - begin) * recording.network().dt() * 1e3).toArray();
    String name = ID + "." + projection.name();
    into.metric(name, slope(hops, latency), "ms");
    into.metric(name + ".reached", reached(hops, latency), "1");
    List<List<String>> rows = new ArrayList<>();
    for (int distance = 0; distance <= Arrays.stream(hops).max().orElse(-1); distance++) {
      rows.add(row(distance, hops, latency));
    }
    into.table(
        name, List.of("synapses", "neurons", "spiked", "mean (ms)", "min (ms)", "max (ms)"), rows);
  }

  /** Of the line through the start, by least squares. */
  private static double slope(int[] hops, double[] latency) {
    double product = 0;
    double square = 0;
    for (int n = 0; n < latency.length; n++) {
      if (hops[n] > 0 && latency[n] >= 0) {
        product += hops[n] * latency[n];
        square += (double) hops[n] * hops[n];
      }
    }
    return product / square;
  }

  private static double reached(int[] hops, double[] latency) {
    return IntStream.range(0, latency.length)
        .filter(n -> hops[n] >= 0)
        .mapToDouble(n -> latency[n] >= 0 ? 1 : 0)
        .average()
        .orElse(Double.NaN);
  }

  private static List<String> row(int distance, int[] hops, double[] latency) {
    Moments moments = new Moments();
    int neurons = 0;
    for (int n = 0; n < latency.length; n++) {
      if (hops[n] == distance) {
        neurons++;
        if (latency[n] >= 0) {
          moments.add(latency[n]);
        }
      }
    }
    return List.of(
        String.valueOf(distance),
        String.valueOf(neurons),
        String.valueOf(moments.count()),
        Moments.cell(moments.mean()),
        Moments.cell(moments.least()),
        Moments.cell(moments.most()));
  }
}
