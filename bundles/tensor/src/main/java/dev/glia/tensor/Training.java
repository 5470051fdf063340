package dev.glia.tensor;

import dev.glia.api.component.Fault;
import dev.glia.api.random.Streams;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.bytedeco.pytorch.Tensor;

/**
 * The loop of a training by gradients: loss, backward, clipping, a step of the optimizer; after
 * each epoch validation, early stop and a checkpoint. Stopped and resumed it gives the same numbers
 * as in one go: whatever is random in a step starts anew from the seed and the step.
 *
 * <p>One thread.
 */
public final class Training {
  /** What is trained for. */
  public interface Task {
    /**
     * The loss of one batch, a single number with its graph. Called inside of a scope. What changes
     * in the course of a training, as an annealed width, is set here from the step, since a resumed
     * one starts in the middle.
     *
     * @param step from 0; decides which batch
     */
    Tensor loss(long step);

    /** After the optimizer's step: clamps. */
    default void stepped(long step) {}

    /**
     * How well the network does after an epoch, more is better; called without training. NaN if
     * there's nothing to say, which is never a reason to stop.
     */
    default double validate(int epoch) {
      return Double.NaN;
    }
  }

  /** Who watches. */
  public interface Observer {
    Observer NONE = (step, steps, loss) -> true;

    /**
     * Called after each step.
     *
     * @return false to stop: what is done up to the last whole epoch is in the checkpoint
     */
    boolean stepped(long step, long steps, double loss);
  }

  /**
   * What became of it.
   *
   * @param losses of each step that was done, also before it was resumed
   * @param validations of each epoch
   * @param best epoch with the largest validation; the last where there are none
   * @param completed false if the observer stopped it
   */
  public record Outcome(float[] losses, double[] validations, int best, boolean completed) {}

  private static final String OPTIMIZER = "glia.optimizer";
  private static final String LOSSES = "glia.losses";
  private static final String VALIDATIONS = "glia.validations";

  private final Layer network;
  private final Optimizer optimizer;
  private final Task task;
  private final long seed;
  private int epochs = 1;
  private int stepsPerEpoch = 1;
  private double largestNorm = Double.POSITIVE_INFINITY;
  private int patience = Integer.MAX_VALUE;
  private Path checkpoint;
  private Observer observer = Observer.NONE;

  private float[] losses;
  private double[] validations;
  private int epoch;

  /**
   * A training.
   *
   * @param seed of dropout and whatever else the layers draw
   */
  public Training(Layer network, Optimizer optimizer, Task task, long seed) {
    this.network = network;
    this.optimizer = optimizer;
    this.task = task;
    this.seed = seed;
  }

  public Training length(int epochs, int stepsPerEpoch) {
    this.epochs = epochs;
    this.stepsPerEpoch = stepsPerEpoch;
    return this;
  }

  /** Limits the norm of all gradients together. */
  public Training clip(double largestNorm) {
    this.largestNorm = largestNorm;
    return this;
  }

  /** Ends when validation hasn't become better for so many epochs. */
  public Training patience(int epochs) {
    this.patience = epochs;
    return this;
  }

  /** Keeps its state in a file after each epoch, and begins with what is there. */
  public Training checkpoint(Path file) {
    this.checkpoint = file;
    return this;
  }

  public Training observer(Observer observer) {
    this.observer = observer;
    return this;
  }

  /**
   * Trains.
   *
   * @throws Fault INPUT if the loss isn't finite, naming the step, or the checkpoint is another
   *     training's
   */
  public Outcome run() {
    losses = new float[Math.multiplyExact(epochs, stepsPerEpoch)];
    validations = new double[epochs];
    epoch = 0;
    if (checkpoint != null && Files.exists(checkpoint)) {
      resume();
    }
    while (epoch < epochs && epoch - best() <= patience) {
      if (!epoch()) {
        return outcome(false);
      }
    }
    return outcome(true);
  }

  private boolean epoch() {
    network.train(true);
    for (int i = 0; i < stepsPerEpoch; i++) {
      long step = (long) epoch * stepsPerEpoch + i;
      losses[(int) step] = step(step);
      if (!observer.stepped(step + 1, losses.length, losses[(int) step])) {
        return false;
      }
    }
    network.train(false);
    try (TensorScope scope = TensorScope.open();
        NoGradient off = NoGradient.begin()) {
      validations[epoch] = task.validate(epoch);
    }
    epoch++;
    if (checkpoint != null) {
      keep();
    }
    return true;
  }

  private float step(long step) {
    network.seed(Streams.key(seed, "training/" + step));
    try (TensorScope scope = TensorScope.open()) {
      optimizer.zeroGradients();
      Tensor loss = task.loss(step);
      float value = loss.item_float();
      if (!Float.isFinite(value)) {
        throw Fault.input(
            "the loss became " + value + " at step " + step + ". Try a smaller learning rate.");
      }
      loss.backward();
      if (largestNorm < Double.POSITIVE_INFINITY) {
        optimizer.clipGradients(largestNorm);
      }
      optimizer.step(step, losses.length);
      task.stepped(step);
      return value;
    }
  }

  /** The epoch with the largest validation so far, the last one if none has any. */
  private int best() {
    int best = epoch - 1;
    for (int i = epoch - 1; i >= 0; i--) {
      if (validations[i] >= validations[best]) {
        best = i;
      }
    }
    return best;
  }

  private Outcome outcome(boolean completed) {
    return new Outcome(
        Arrays.copyOf(losses, epoch * stepsPerEpoch),
        Arrays.copyOf(validations, epoch),
        Math.max(0, best()),
        completed);
  }

  private void keep() {
    SequencedMap<String, Safetensors.Entry> entries = new LinkedHashMap<>(Checkpoint.of(network));
    byte[] moments = optimizer.state();
    entries.put(OPTIMIZER, bytes(Safetensors.Type.U8, moments.length, moments));
    ByteBuffer done = little(losses.length * Float.BYTES);
    done.asFloatBuffer().put(losses);
    entries.put(LOSSES, bytes(Safetensors.Type.F32, losses.length, done.array()));
    ByteBuffer validated = little(validations.length * Double.BYTES);
    validated.asDoubleBuffer().put(validations);
    entries.put(VALIDATIONS, bytes(Safetensors.Type.F64, validations.length, validated.array()));
    new Safetensors(entries, identity(epoch)).write(checkpoint);
  }

  private Map<String, String> identity(int epoch) {
    return Map.of(
        "glia.epoch",
        String.valueOf(epoch),
        "glia.training",
        epochs + " epochs of " + stepsPerEpoch + " steps, seed " + seed);
  }

  private void resume() {
    Safetensors kept = Safetensors.read(checkpoint);
    String whose = kept.metadata().get("glia.training");
    if (!identity(0).get("glia.training").equals(whose)) {
      throw Fault.input(
          "'" + checkpoint + "' is of another training (" + whose + "). Remove it to start anew.");
    }
    SequencedMap<String, Safetensors.Entry> entries = new LinkedHashMap<>(kept.tensors());
    byte[] moments = entries.remove(OPTIMIZER).bytes();
    little(entries.remove(LOSSES).bytes()).asFloatBuffer().get(losses);
    little(entries.remove(VALIDATIONS).bytes()).asDoubleBuffer().get(validations);
    Checkpoint.load(network, entries, checkpoint.toString());
    optimizer.restore(moments);
    epoch = Integer.parseInt(kept.metadata().get("glia.epoch"));
  }

  private static Safetensors.Entry bytes(Safetensors.Type type, long items, byte[] bytes) {
    return new Safetensors.Entry(type, new long[] {items}, bytes);
  }

  private static ByteBuffer little(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
