package dev.glia.datasets.series;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Fault;
import dev.glia.api.component.ParameterSchema;
import dev.glia.api.component.Parameters;
import dev.glia.api.data.DataPlace;
import dev.glia.api.data.Dataset;
import dev.glia.api.data.DatasetSource;
import dev.glia.api.equations.Range;
import dev.glia.api.random.RandomStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A series as a data set: sample t is step t. Its first values are the input at that step, the
 * others what is to be predicted from all inputs up to it. There is one split, {@code series}.
 */
abstract class SeriesSource implements DatasetSource {
  private static final int MOST_STEPS = 10_000_000;
  static final ParameterSchema SEED =
      ParameterSchema.integer(
          "seed", "0", new Range(0, false, Long.MAX_VALUE, false), "of its random numbers");
  private static final ParameterSchema STEPS =
      ParameterSchema.integer(
          "steps", "3200", new Range(1, false, MOST_STEPS, false), "its length");

  private final Descriptor descriptor;

  SeriesSource(String id, String summary, String citation, ParameterSchema... more) {
    List<ParameterSchema> all = new ArrayList<>(List.of(STEPS));
    all.addAll(List.of(more));
    descriptor =
        Descriptor.of(
            ComponentKind.DATASET,
            id,
            "1.0.0",
            summary,
            citation,
            all.toArray(ParameterSchema[]::new));
  }

  /** The series, a row a step. */
  abstract double[][] make(int steps, Parameters parameters);

  RandomStream random(Parameters parameters, long entity) {
    long seed = ((Number) parameters.value("seed")).longValue();
    return new RandomStream(seed, "dataset/" + descriptor.id(), entity);
  }

  @Override
  public Descriptor descriptor() {
    return descriptor;
  }

  @Override
  public List<String> splits() {
    return List.of("series");
  }

  @Override
  public Optional<List<Path>> files(String split, Parameters parameters, DataPlace place) {
    return Optional.of(List.of());
  }

  @Override
  public Dataset open(String split, Parameters parameters, DataPlace place) {
    if (!splits().contains(split)) {
      throw Fault.input(descriptor.id() + " has no split '" + split + "'. It has 'series'.");
    }
    return new Steps(make(parameters.integer("steps"), parameters));
  }

  /** Moves and stretches numbers to [-1, 1]: over the given series, so not to be used on-line. */
  static double[] scaled(double[] values) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    double[] scaled = new double[values.length];
    for (int t = 0; t < values.length; t++) {
      scaled[t] = most > least ? 2 * (values[t] - least) / (most - least) - 1 : 0;
    }
    return scaled;
  }
}
