package dev.glia.platform.runner.results;

import dev.glia.api.analysis.Recording;
import dev.glia.api.network.Network;
import java.util.List;

/** A recording whose arrays are in memory. */
record StoredRecording(
    Network network,
    long ticks,
    List<SpikeTrains> spikes,
    List<Trace> traces,
    List<Weights> weights,
    List<Answer> answers)
    implements Recording {
  StoredRecording {
    spikes = List.copyOf(spikes);
    traces = List.copyOf(traces);
    weights = List.copyOf(weights);
    answers = List.copyOf(answers);
  }
}
