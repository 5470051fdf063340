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

  private int[] targets = {};
  private float[] weights = {};
  private int[] delays = {};

  public SynapseDraw(Projection projection, double dt, long seed) {
    this.projection = projection;
    this.dt = dt;
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
    float[] prescribed = connectivity.weights(source);
    weights = weights.length < targets.length ? new float[targets.length] : weights;
    RandomStream random = new RandomStream(weightKey, source);
    for (int k = 0; k < targets.length; k++) {
      weights[k] = prescribed == null ? (float) projection.weight().draw(random) : prescribed[k];
    }
  }

  private void drawDelays(int source) {
    float[] prescribed = connectivity.delays(source);
    delays = delays.length < targets.length ? new int[targets.length] : delays;
    RandomStream random = new RandomStream(delayKey, source);
    for (int k = 0; k < targets.length; k++) {
      delays[k] = ticks(prescribed == null ? projection.delay().draw(random) : prescribed[k]);
    }
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

  /** Places in the row, ordered by delay, then as they are in the row. */
  public int[] byDelay() {
    long[] order = new long[targets.length];
    for (int k = 0; k < order.length; k++) {
      order[k] = ((long) delay(k) << 32) | k;
    }
    if (drawsDelays) {
      Arrays.sort(order);
    }
    int[] places = new int[order.length];
    for (int k = 0; k < places.length; k++) {
      places[k] = (int) order[k];
    }
    return places;
  }
}
