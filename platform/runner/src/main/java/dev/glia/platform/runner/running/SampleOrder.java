package dev.glia.platform.runner.running;

import dev.glia.api.data.Dataset;
import dev.glia.api.random.RandomStream;
import java.util.Arrays;

/**
 * Which samples a phase shows, and when. All from the seed: a subset of the split is drawn once,
 * and shown in another order in each epoch.
 */
final class SampleOrder {
  private final long seed;
  private final String phase;
  private final int[] subset;
  private final int[] labels;
  private int epoch = -1;
  private int[] order;

  /**
   * The order of a phase.
   *
   * @param samples how many of the split, at most its size
   * @param shuffleLabels gives samples each other's labels: a negative control
   */
  SampleOrder(long seed, String phase, Dataset dataset, int samples, boolean shuffleLabels) {
    this.seed = seed;
    this.phase = phase;
    int[] all = identity(Math.toIntExact(dataset.size()));
    permute(all, new RandomStream(seed, "task/" + phase + "/subset", 0));
    subset = Arrays.copyOf(all, samples);
    labels = shuffleLabels ? shuffled(dataset) : null;
  }

  private int[] shuffled(Dataset dataset) {
    int[] shuffled = new int[subset.length];
    for (int i = 0; i < shuffled.length; i++) {
      shuffled[i] = dataset.sample(subset[i]).label();
    }
    permute(shuffled, new RandomStream(seed, "task/" + phase + "/labels", 0));
    return shuffled;
  }

  int samples() {
    return subset.length;
  }

  /** Index within the data set of a presentation, counted over all epochs. */
  int sample(long presentation) {
    return subset[place(presentation)];
  }

  /** The label that goes with a presentation, given the sample's own. */
  int label(long presentation, int own) {
    return labels == null ? own : labels[place(presentation)];
  }

  private int place(long presentation) {
    int wanted = Math.toIntExact(presentation / subset.length);
    if (wanted != epoch) {
      order = identity(subset.length);
      permute(order, new RandomStream(seed, "task/" + phase + "/order", wanted));
      epoch = wanted;
    }
    return order[Math.toIntExact(presentation % subset.length)];
  }

  private static int[] identity(int size) {
    int[] indices = new int[size];
    Arrays.setAll(indices, i -> i);
    return indices;
  }

  /** Fisher and Yates. */
  private static void permute(int[] items, RandomStream random) {
    for (int i = items.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int item = items[i];
      items[i] = items[other];
      items[other] = item;
    }
  }
}
