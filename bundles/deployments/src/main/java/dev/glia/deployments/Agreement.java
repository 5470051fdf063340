package dev.glia.deployments;

import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeviceException;
import dev.glia.api.device.DeviceLostException;
import dev.glia.api.random.RandomStream;
import dev.glia.api.study.CellContext;
import dev.glia.deployments.SpikePlayer.Forced;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;

/**
 * How far two deployments of one network agree, to the bit: the same is done with both, and what
 * they say is compared. Random orders find what a plan wouldn't. Not safe for use by several
 * threads.
 */
public final class Agreement {
  private static final int ORDERS = 6;

  /**
   * What is done with them.
   *
   * @param inputs population on which spikes are forced
   * @param mostSpikes that are forced in a tick
   * @param projections whose weights are written and compared
   * @param weight draws one, in SI base units, that both number formats hold
   */
  public record Exercise(
      String inputs,
      int mostSpikes,
      List<String> projections,
      ToDoubleFunction<RandomStream> weight) {}

  private final SpikePlayer tested;
  private final SpikePlayer reference;
  private final Exercise exercise;
  private final RandomStream random;
  private final int inputs;
  private long compared;
  private long equal;

  /** Both deployments stay the caller's, and are at the same tick with the same state. */
  public Agreement(
      SpikePlayer tested, SpikePlayer reference, Exercise exercise, RandomStream random) {
    this.tested = tested;
    this.reference = reference;
    this.exercise = exercise;
    this.random = random;
    inputs = reference.deployment().network().population(exercise.inputs()).size();
  }

  /**
   * What a course of exercises found; shares of what was compared that was equal.
   *
   * @param memories of the weights, read back as written
   * @param rasters of the playings, whose spikes were all equal
   * @param learned of the weights after playing
   * @param orders of everything in random orders
   * @param spikes of the first playing
   * @param changed weights of the last projection that the first playing changed: without any,
   *     nothing was learned
   */
  public record Findings(
      double memories, double rasters, double learned, double orders, int spikes, int changed) {
    /** All of them by name, as a cell's numbers. */
    public Map<String, Double> numbers() {
      Map<String, Double> shares =
          Map.of("memories", memories, "rasters", rasters, "learned", learned, "orders", orders);
      Map<String, Double> all = new TreeMap<>(shares);
      all.put("spikes", (double) spikes);
      all.put("changed", (double) changed);
      return all;
    }
  }

  /**
   * A whole course: weights are written, something is played, weights are compared; then anything.
   *
   * @param ticks of the playing
   * @param orders of anything
   * @param go told how many of these were done, and says whether to go on
   */
  public Findings course(int ticks, int orders, IntPredicate go) throws DeviceLostException {
    write();
    final double memories = takeShare();
    float[] before = lastWeights();
    final int spikes = play(ticks);
    final double rasters = takeShare();
    compareWeights();
    final double learned = takeShare();
    final int changed = differences(before, lastWeights());
    for (int i = 0; i < orders && go.test(i); i++) {
      anything();
    }
    compareWeights();
    return new Findings(memories, rasters, learned, takeShare(), spikes, changed);
  }

  /**
   * A whole course for a study's cell: the network of a file on a device against the same on the
   * study's target. The findings become the cell's numbers.
   *
   * @param device and {@code file}, as {@link DeviceTurn#take} wants them
   * @param watched population whose spikes are compared
   */
  public static void measure(
      CellContext context,
      String device,
      String file,
      String watched,
      Exercise exercise,
      int ticks,
      int orders)
      throws DeviceException {
    try (DeviceTurn tested = DeviceTurn.take(context, device, file, List.of());
        Deployment reference = context.deploy(file, List.of())) {
      Agreement agreement =
          new Agreement(
              tested.player(watched),
              new SpikePlayer(reference, watched),
              exercise,
              context.random("agreement"));
      IntPredicate go =
          done -> {
            context.progress(done, orders, "orders");
            return !context.isCancelled();
          };
      agreement.course(ticks, orders, go).numbers().forEach(context::number);
    }
  }

  private float[] lastWeights() throws DeviceLostException {
    return tested.deployment().readWeights(exercise.projections().getLast());
  }

  /** The share of what was compared since the last call that was equal; NaN if nothing was. */
  public double takeShare() {
    double share = (double) equal / compared;
    equal = 0;
    compared = 0;
    return share;
  }

  /** Writes random weights to both; those that the tested one reads back are compared. */
  public void write() throws DeviceLostException {
    for (String projection : exercise.projections()) {
      float[] weights = new float[Math.toIntExact(tested.deployment().synapses(projection))];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = (float) exercise.weight().applyAsDouble(random);
      }
      tested.deployment().writeWeights(projection, weights);
      reference.deployment().writeWeights(projection, weights);
      compare(weights, tested.deployment().readWeights(projection));
    }
  }

  /** Compares all weights as they are. */
  public void compareWeights() throws DeviceLostException {
    for (String projection : exercise.projections()) {
      compare(
          reference.deployment().readWeights(projection),
          tested.deployment().readWeights(projection));
    }
  }

  private void compare(float[] expected, float[] got) {
    compared += expected.length;
    equal += expected.length - differences(expected, got);
  }

  /** How many of two arrays' elements differ. */
  public static int differences(float[] a, float[] b) {
    int differences = Math.abs(a.length - b.length);
    for (int i = 0; i < Math.min(a.length, b.length); i++) {
      differences += a[i] == b[i] ? 0 : 1;
    }
    return differences;
  }

  /**
   * Runs both with the same random spikes; their spikes are compared as a whole.
   *
   * @return spikes of the reference
   */
  public int play(int ticks) throws DeviceLostException {
    List<Forced> events = new ArrayList<>();
    for (int tick = 1; tick <= ticks; tick++) {
      for (int i = random.nextInt(exercise.mostSpikes() + 1); i > 0; i--) {
        events.add(new Forced(tick, exercise.inputs(), random.nextInt(inputs)));
      }
    }
    Played expected = reference.play(ticks, events);
    compared++;
    equal += tested.play(ticks, events).equals(expected) ? 1 : 0;
    return expected.count();
  }

  /**
   * Does anything that can be done with a deployment, with both: writes, runs, freezes or thaws
   * learning, takes over a snapshot of its own or of the other.
   */
  public void anything() throws DeviceLostException {
    Deployment one = tested.deployment();
    Deployment other = reference.deployment();
    String projection = exercise.projections().get(random.nextInt(exercise.projections().size()));
    switch (random.nextInt(ORDERS)) {
      case 0 -> write();
      case 1 -> {
        boolean on = random.nextInt(2) == 0;
        one.setLearning(projection, on);
        other.setLearning(projection, on);
      }
      case 2 -> one.restore(one.snapshot());
      case 3 -> one.restore(other.snapshot());
      case 4 -> compareWeights();
      default -> play(1 + random.nextInt(5));
    }
  }
}
