package dev.glia.tensor;

import dev.glia.api.random.Streams;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.bytedeco.pytorch.Tensor;

/**
 * A part of a network with parameters of its own, or a network of such parts. Parts are registered
 * in the constructor, and have the names that PyTorch would give them: {@code hidden.weight}.
 *
 * <p>One thread at a time.
 */
public abstract class Layer {
  private final SequencedMap<String, Tensor> parameters = new LinkedHashMap<>();
  private final SequencedMap<String, Tensor> buffers = new LinkedHashMap<>();
  private final SequencedMap<String, Layer> children = new LinkedHashMap<>();
  private boolean training = true;

  /** What goes out for what comes in. Shapes are the layer's to say. */
  public abstract Tensor forward(Tensor input);

  /** Registers a tensor that training changes. */
  protected final Tensor parameter(String name, Tensor initial) {
    parameters.put(name, initial.set_requires_grad(true));
    return initial;
  }

  /** Registers a tensor that belongs to the state but isn't trained, as running means. */
  protected final Tensor buffer(String name, Tensor initial) {
    buffers.put(name, initial);
    return initial;
  }

  /** Registers a part. */
  protected final <L extends Layer> L part(String name, L layer) {
    children.put(name, layer);
    return layer;
  }

  /** What training changes, of the parts too. */
  public final SequencedMap<String, Tensor> parameters() {
    SequencedMap<String, Tensor> all = new LinkedHashMap<>(parameters);
    children.forEach(
        (name, child) -> child.parameters().forEach((of, t) -> all.put(name + "." + of, t)));
    return Collections.unmodifiableSequencedMap(all);
  }

  /** Parameters and buffers: what a checkpoint holds. */
  public final SequencedMap<String, Tensor> state() {
    SequencedMap<String, Tensor> all = new LinkedHashMap<>(parameters);
    all.putAll(buffers);
    children.forEach(
        (name, child) -> child.state().forEach((of, t) -> all.put(name + "." + of, t)));
    return Collections.unmodifiableSequencedMap(all);
  }

  /**
   * Takes over values, by name.
   *
   * @throws IllegalArgumentException if a name is missing or too many, or a shape differs; nothing
   *     has changed then
   */
  public final void load(Map<String, Tensor> values) {
    SequencedMap<String, Tensor> mine = state();
    if (!mine.keySet().equals(values.keySet())) {
      throw new IllegalArgumentException(
          "the state has " + values.keySet() + ", the network " + mine.keySet());
    }
    mine.forEach(
        (name, tensor) -> {
          long[] shape = TensorArrays.shape(tensor);
          long[] given = TensorArrays.shape(values.get(name));
          if (!Arrays.equals(shape, given)) {
            throw new IllegalArgumentException(
                name
                    + " is "
                    + Arrays.toString(given)
                    + ", the network's "
                    + Arrays.toString(shape));
          }
        });
    try (NoGradient off = NoGradient.begin()) {
      mine.forEach((name, tensor) -> tensor.copy_(values.get(name)));
    }
  }

  /**
   * Starts its random generators anew; each part gets a seed of its own. A layer that draws
   * overrides it.
   */
  public void seed(long seed) {
    children.forEach((name, child) -> child.seed(Streams.key(seed, name)));
  }

  /** Says whether it's being trained: dropout and batch statistics depend on it. */
  public final void train(boolean on) {
    training = on;
    children.values().forEach(child -> child.train(on));
  }

  public final boolean isTraining() {
    return training;
  }
}
