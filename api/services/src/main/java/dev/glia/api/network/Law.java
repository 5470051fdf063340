package dev.glia.api.network;

import dev.glia.api.random.RandomStream;

/**
 * How a number of each synapse is chosen: its weight or its delay. In SI base units.
 *
 * <p>The numbers of a row come from the stream of the projection ({@code weight} or {@code delay}),
 * entity = source neuron, in the order of the row.
 */
public sealed interface Law {
  /** The number of the next synapse of a row. */
  double draw(RandomStream random);

  /** The same for all. */
  record Constant(double value) implements Law {
    @Override
    public double draw(RandomStream random) {
      return value;
    }
  }

  /** Uniform in [low, high). */
  record Uniform(double low, double high) implements Law {
    @Override
    public double draw(RandomStream random) {
      return low + (high - low) * random.nextDouble();
    }
  }

  /** Normal, drawn again until it's within [low, high]. */
  record Normal(double mean, double deviation, double low, double high) implements Law {
    private static final int PATIENCE = 1000;

    @Override
    public double draw(RandomStream random) {
      for (int i = 0; i < PATIENCE; i++) {
        double value = mean + deviation * random.nextNormal();
        if (value >= low && value <= high) {
          return value;
        }
      }
      return Math.clamp(mean, low, high);
    }
  }
}
