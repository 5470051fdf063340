package dev.glia.platform.runner.building;

import dev.glia.api.analysis.Recording;
import dev.glia.api.analysis.ResultSink;
import dev.glia.api.component.Fault;
import dev.glia.api.network.Network;
import dev.glia.api.network.Probe;
import dev.glia.api.network.Projection;
import dev.glia.platform.runner.reading.Problems;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows the analyzers a recording of the right shape in which nothing happened: one that lacks a
 * probe says so now, not after hours.
 */
final class Rehearsal {
  private static final long MOST_VALUES = 4L << 20;

  private final Resolution resolution;
  private final Problems problems;

  Rehearsal(Resolution resolution, Problems problems) {
    this.resolution = resolution;
    this.problems = problems;
  }

  void run() {
    if (resolution.analyses().isEmpty() || values() > MOST_VALUES) {
      return;
    }
    Silence silence = new Silence(resolution);
    for (Resolution.Analysis analysis : resolution.analyses()) {
      try {
        analysis.analyzer().analyze(silence, analysis.parameters(), new Nowhere());
      } catch (Fault fault) {
        problems.add(analysis.place(), analysis.field(), fault);
      } catch (RuntimeException e) {
        // An analyzer that can't take silence may take what the run will record.
      }
    }
  }

  private long values() {
    long values = 0;
    for (WeightProbe probe : resolution.records().weights()) {
      Projection projection = resolution.network().projection(probe.projection());
      values += (long) projection.connectivity().sources() * projection.connectivity().targets();
    }
    return values;
  }

  /** A recording without any spike. */
  private record Silence(
      Network network,
      long ticks,
      List<SpikeTrains> spikes,
      List<Trace> traces,
      List<Weights> weights,
      List<Answer> answers)
      implements Recording {
    Silence(Resolution resolution) {
      this(
          resolution.network(),
          ticks(resolution),
          spikeTrains(resolution),
          traces(resolution),
          weights(resolution),
          answers(resolution));
    }

    /** Long enough where the size of the data set decides. */
    private static long ticks(Resolution resolution) {
      boolean open =
          resolution.task().stream()
              .anyMatch(task -> task.phases().stream().anyMatch(phase -> phase.samples() == 0));
      return open ? Integer.MAX_VALUE : Math.max(1, resolution.ticks());
    }

    private static List<SpikeTrains> spikeTrains(Resolution resolution) {
      List<SpikeTrains> trains = new ArrayList<>();
      resolution
          .records()
          .spikes()
          .forEach(
              (name, size) -> trains.add(new SpikeTrains(name, size, new long[0], new int[0])));
      return trains;
    }

    private static List<Trace> traces(Resolution resolution) {
      List<Trace> traces = new ArrayList<>();
      for (Probe probe : resolution.network().probes()) {
        if (probe instanceof Probe.Trace trace) {
          traces.add(
              new Trace(
                  trace.population(),
                  trace.variable(),
                  trace.unit().symbol(),
                  trace.neurons(),
                  new long[] {1},
                  new float[trace.neurons()]));
        }
      }
      return traces;
    }

    private static List<Weights> weights(Resolution resolution) {
      List<Weights> weights = new ArrayList<>();
      for (WeightProbe probe : resolution.records().weights()) {
        Projection projection = resolution.network().projection(probe.projection());
        int sources = projection.connectivity().sources();
        int targets = projection.connectivity().targets();
        weights.add(
            new Weights(probe.projection(), sources, targets, new float[sources * targets]));
      }
      return weights;
    }

    private static List<Answer> answers(Resolution resolution) {
      List<Answer> answers = new ArrayList<>();
      if (resolution.task().isPresent()) {
        TaskPlan task = resolution.task().get();
        for (TaskPlan.Phase phase : task.phases()) {
          if (phase.answered()) {
            int size = resolution.network().populations().get(task.readout()).size();
            answers.add(new Answer(phase.name(), 0, -1, new int[size]));
          }
        }
      }
      return answers;
    }
  }

  /** Forgets what it's told. */
  private static final class Nowhere implements ResultSink {
    @Override
    public void metric(String name, double value, String unit) {}

    @Override
    public void table(String name, List<String> columns, List<List<String>> rows) {}

    @Override
    public void artifact(String file, String mediaType, byte[] content) {}
  }
}
