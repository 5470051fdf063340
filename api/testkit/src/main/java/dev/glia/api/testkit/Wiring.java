package dev.glia.api.testkit;

import dev.glia.api.random.RandomStream;
import dev.glia.api.topology.Connectivity;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Connectivities for tests. Immutable. */
public final class Wiring implements Connectivity {
  private final int sources;
  private final int targets;
  private final Pattern pattern;
  private final IntFunction<int[]> rows;
  private final Optional<float[][]> weights;
  private final Optional<float[][]> delays;

  private Wiring(
      int sources,
      int targets,
      Pattern pattern,
      IntFunction<int[]> rows,
      Optional<float[][]> weights,
      Optional<float[][]> delays) {
    this.sources = sources;
    this.targets = targets;
    this.pattern = pattern;
    this.rows = rows;
    this.weights = weights;
    this.delays = delays;
  }

  private static Wiring of(int sources, int targets, Pattern pattern, IntFunction<int[]> rows) {
    return new Wiring(sources, targets, pattern, rows, Optional.empty(), Optional.empty());
  }

  /** Every source to every target. */
  public static Wiring allToAll(int sources, int targets) {
    return of(sources, targets, Pattern.ALL_TO_ALL, i -> IntStream.range(0, targets).toArray());
  }

  /** Source i to target i. */
  public static Wiring oneToOne(int size) {
    return of(size, size, Pattern.ONE_TO_ONE, i -> new int[] {i});
  }

  /** Source i to every target but i. */
  public static Wiring allButOne(int size) {
    return of(size, size, Pattern.ALL_BUT_ONE, i -> others(i, size));
  }

  /** The same synapses as {@link #allButOne}, without saying that it has a pattern. */
  public static Wiring allButOneAsList(int size) {
    return of(size, size, Pattern.GENERAL, i -> others(i, size));
  }

  private static int[] others(int i, int size) {
    return IntStream.range(0, size).filter(j -> j != i).toArray();
  }

  /**
   * Exactly these.
   *
   * @param rows for each source its targets; they are put in ascending order
   */
  public static Wiring list(int targets, int[]... rows) {
    int[][] sorted =
        Arrays.stream(rows).map(row -> Arrays.stream(row).sorted().toArray()).toArray(int[][]::new);
    return of(rows.length, targets, Pattern.GENERAL, i -> sorted[i].clone());
  }

  /** Each pair with this probability; the same for the same seed. */
  public static Wiring fixedProbability(int sources, int targets, double probability, long seed) {
    return of(
        sources,
        targets,
        Pattern.GENERAL,
        i -> {
          RandomStream random = new RandomStream(seed, "wiring", i);
          return IntStream.range(0, targets)
              .filter(j -> random.nextDouble() < probability)
              .toArray();
        });
  }

  /** The same wiring with a weight for each synapse, in SI base units, in the order of the rows. */
  public Wiring weights(float[]... each) {
    return new Wiring(sources, targets, pattern, rows, Optional.of(each), delays);
  }

  /** The same wiring with a delay for each synapse, in seconds, in the order of the rows. */
  public Wiring delays(float[]... each) {
    return new Wiring(sources, targets, pattern, rows, weights, Optional.of(each));
  }

  @Override
  public int sources() {
    return sources;
  }

  @Override
  public int targets() {
    return targets;
  }

  @Override
  public Pattern pattern() {
    return pattern;
  }

  @Override
  public int[] row(int source) {
    return rows.apply(source);
  }

  @Override
  public long expectedSynapses() {
    return IntStream.range(0, sources).mapToLong(i -> row(i).length).sum();
  }

  @Override
  public float[] weights(int source) {
    return weights.map(each -> each[source].clone()).orElse(null);
  }

  @Override
  public float[] delays(int source) {
    return delays.map(each -> each[source].clone()).orElse(null);
  }
}
