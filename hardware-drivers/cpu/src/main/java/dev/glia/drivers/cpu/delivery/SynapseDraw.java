package dev.glia.drivers.cpu.delivery;

import dev.glia.api.network.Law;
import dev.glia.api.network.Projection;
import dev.glia.api.random.RandomStream;
import dev.glia.api.random.Streams;
import dev.glia.api.topology.Connectivity;
import java.util.Arrays;

/**
 * The synapses of a projection as the specification has them: row after row, with weights and
 * delays prescribed by the connectivity or drawn by the laws. The same at every call. Owned by one
 * thread.
 */
public final class SynapseDraw {
  private final Projection projection;
  private final Connectivity connectivity;
  private final double dt;
  private final long weightKey;
  private final long delayKey;
  private final boolean drawsDelays;
  private final boolean drawsWeights;
  private final int sharedDelay;

  private final NormalDraws normalWeights;
  private final NormalDraws normalDelays;
  private final long seed;

  private int[] targets = {};
  private float[] weights = {};
  private int[] delays = {};
  private double[] seconds = {};
  private int[] order = {};
  private int[] places = {};
  private int shortest;
  private int longest;

  public SynapseDraw(Projection projection, double dt, long seed) {
    this.projection = projection;
    this.dt = dt;
    this.seed = seed;
    normalWeights =
        projection.weight() instanceof Law.Normal normal ? new NormalDraws(normal) : null;
    normalDelays = projection.delay() instanceof Law.Normal normal ? new NormalDraws(normal) : null;
    connectivity = projection.connectivity();
    weightKey = Streams.key(seed, Streams.ofProjection(projection.name(), "weight"));
    delayKey = Streams.key(seed, Streams.ofProjection(projection.name(), "delay"));
    boolean any = connectivity.sources() > 0;
    drawsDelays =
        !(projection.delay() instanceof Law.Constant) || (any && connectivity.delays(0) != null);
    drawsWeights =
        !(projection.weight() instanceof Law.Constant) || (any && connectivity.weights(0) != null);
    sharedDelay = drawsDelays ? -1 : ticks(((Law.Constant) projection.delay()).value());
  }

  /** The same synapses, for another thread. */
  SynapseDraw another() {
    return new SynapseDraw(projection, dt, seed);
  }

  double dt() {
    return dt;
  }

  /** Whether synapses may have different delays. */
  public boolean drawsDelays() {
    return drawsDelays;
  }

  /** Whether synapses may have different weights. */
  public boolean drawsWeights() {
    return drawsWeights;
  }

  /** Ticks; only where all are equal. */
  public int sharedDelay() {
    return sharedDelay;
  }

  /** Only where all are equal. */
  public float sharedWeight() {
    return (float) ((Law.Constant) projection.weight()).value();
  }

  public int sources() {
    return connectivity.sources();
  }

  public Connectivity connectivity() {
    return connectivity;
  }

  /** Reads a source's row; the other methods then tell of it. */
  public void row(int source) {
    targets = connectivity.row(source);
    checkTargets(source);
    if (drawsWeights) {
      drawWeights(source);
    }
    if (drawsDelays) {
      drawDelays(source);
    }
  }

  private void checkTargets(int source) {
    int last = 0;
    for (int target : targets) {
      if (target < last || target >= connectivity.targets()) {
        throw new IllegalArgumentException(
            "projection %s: the targets of source %d aren't ascending or not in 0 to %d"
                .formatted(projection.name(), source, connectivity.targets() - 1));
      }
      last = target;
    }
  }

  private void drawWeights(int source) {
    weights = weights.length < targets.length ? new float[targets.length] : weights;
    float[] prescribed = connectivity.weights(source);
    if (prescribed != null) {
      System.arraycopy(prescribed, 0, weights, 0, targets.length);
      return;
    }
    if (normalWeights != null && normalWeights.floats(weightKey, source, weights, targets.length)) {
      return;
    }
    RandomStream random = new RandomStream(weightKey, source);
    for (int k = 0; k < targets.length; k++) {
      weights[k] = (float) projection.weight().draw(random);
    }
  }

  private void drawDelays(int source) {
    delays = delays.length < targets.length ? new int[targets.length] : delays;
    seconds = seconds.length < targets.length ? new double[targets.length] : seconds;
    float[] prescribed = connectivity.delays(source);
    if (prescribed != null) {
      for (int k = 0; k < targets.length; k++) {
        seconds[k] = prescribed[k];
      }
    } else if (normalDelays == null
        || !normalDelays.multiples(delayKey, source, dt, seconds, targets.length)) {
      RandomStream random = new RandomStream(delayKey, source);
      for (int k = 0; k < targets.length; k++) {
        seconds[k] = projection.delay().draw(random);
      }
    }
    shortest = Integer.MAX_VALUE;
    longest = 0;
    for (int k = 0; k < targets.length; k++) {
      delays[k] = ticks(seconds[k]);
      shortest = Math.min(shortest, delays[k]);
      longest = Math.max(longest, delays[k]);
    }
  }

  /** How many different delays there may be, about. */
  double expectedDelays() {
    double range =
        switch (projection.delay()) {
          case Law.Constant constant -> drawsDelays ? 16 * dt : 0;
          case Law.Uniform uniform -> uniform.high() - uniform.low();
          case Law.Normal normal ->
              Math.min(normal.mean() + 2 * normal.deviation(), normal.high())
                  - Math.max(normal.mean() - 2 * normal.deviation(), normal.low());
        };
    return 1 + Math.max(0, range) / dt;
  }

  private int ticks(double seconds) {
    long ticks = Math.round(seconds / dt);
    if (!(seconds >= 0) || ticks > Short.MAX_VALUE) {
      throw new IllegalArgumentException(
          "projection %s: a delay of %s s can't be; delays are 0 to %s s here"
              .formatted(projection.name(), seconds, Short.MAX_VALUE * dt));
    }
    return (int) ticks;
  }

  public int size() {
    return targets.length;
  }

  public int target(int k) {
    return targets[k];
  }

  public float weight(int k) {
    return drawsWeights ? weights[k] : sharedWeight();
  }

  /** Ticks. */
  public int delay(int k) {
    return drawsDelays ? delays[k] : sharedDelay;
  }

  /** The first place of the row with that target, or one beyond it. */
  int firstFrom(int target) {
    int low = 0;
    int high = targets.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (targets[middle] < target) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * Places in the row, ordered by delay, then as they are in the row; valid until the next row, and
   * only the first {@link #size}.
   */
  public int[] byDelay() {
    order = order.length < targets.length ? new int[targets.length] : order;
    if (!drawsDelays) {
      Arrays.setAll(order, k -> k);
    } else if (targets.length > 0) {
      sortByDelay();
    }
    return order;
  }

  /** A counting sort. */
  private void sortByDelay() {
    int different = longest - shortest + 1;
    places = places.length < different ? new int[different] : places;
    Arrays.fill(places, 0, different, 0);
    for (int k = 0; k < targets.length; k++) {
      places[delays[k] - shortest]++;
    }
    int place = 0;
    for (int d = 0; d < different; d++) {
      int number = places[d];
      places[d] = place;
      place += number;
    }
    for (int k = 0; k < targets.length; k++) {
      order[places[delays[k] - shortest]++] = k;
    }
  }
}
