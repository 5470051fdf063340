package dev.glia.learners.contrastive;

import dev.glia.api.random.RandomStream;
import java.util.Arrays;

/**
 * Two projections, one for each of two kinds of observation of the same things, into one space
 * where observations of the same class are alike: {@code GELU(xA + b)}, scaled to unit length.
 *
 * <p>Trained by a symmetric cross-entropy over the similarities in batches of pairs (as Radford et
 * al. 2021, arXiv:2103.00020, with soft targets). In each epoch every observation of the first kind
 * gets a random partner of its class. Safe for any thread once trained.
 */
public final class ContrastiveProjector {
  /** What a batch's items should be similar to. */
  public enum Targets {
    /** All of the same class, in equal shares. */
    LABEL,
    /**
     * What their own similarities say, without labels: only the pairing uses them. Needs a
     * temperature of about 1: far below, all targets are alike.
     */
    SELF
  }

  /**
   * How it's trained.
   *
   * @param dimension of the common space
   * @param temperature that similarities are divided by; 0.1 is usual
   * @param rate of learning, of Adam
   * @param batch pairs a step
   */
  public record Settings(
      int dimension, double temperature, double rate, int batch, int epochs, Targets targets) {
    public Settings {
      if (dimension < 1 || batch < 2 || epochs < 0 || !(temperature > 0) || !(rate > 0)) {
        throw new IllegalArgumentException("settings that can't be: " + dimension + ", " + batch);
      }
    }
  }

  private final Head first;
  private final Head second;
  private final double[] losses;

  private ContrastiveProjector(Head first, Head second, double[] losses) {
    this.first = first;
    this.second = second;
    this.losses = losses;
  }

  /**
   * Trains.
   *
   * @param x observations of the first kind, a row each; standardize them first
   * @param xLabels their classes
   * @param y observations of the second kind; each class of the first kind occurs
   * @param yLabels their classes
   */
  public static ContrastiveProjector train(
      double[][] x,
      int[] xLabels,
      double[][] y,
      int[] yLabels,
      Settings settings,
      RandomStream random) {
    if (x.length != xLabels.length || y.length != yLabels.length || x.length < 2 || y.length < 1) {
      throw new IllegalArgumentException(
          "%d, %d observations, but %d, %d labels"
              .formatted(x.length, y.length, xLabels.length, yLabels.length));
    }
    Head first = new Head(x[0].length, settings.dimension(), random);
    Head second = new Head(y[0].length, settings.dimension(), random);
    Adam firstSteps = new Adam(first.parameters.length, settings.rate());
    Adam secondSteps = new Adam(second.parameters.length, settings.rate());
    double[] losses = new double[settings.epochs()];
    for (int epoch = 0; epoch < losses.length; epoch++) {
      int[] order = order(x.length, random);
      int batches = 0;
      for (int from = 0; from + 1 < order.length; from += settings.batch()) {
        int[] batch =
            Arrays.copyOfRange(order, from, Math.min(order.length, from + settings.batch()));
        int[] labels = Arrays.stream(batch).map(i -> xLabels[i]).toArray();
        Head.Pass ofX = first.forward(rows(x, batch));
        Head.Pass ofY = second.forward(rows(y, partners(labels, yLabels, random)));
        SymmetricCrossEntropy loss =
            SymmetricCrossEntropy.of(
                ofX.unit(), ofY.unit(), settings.temperature(), targets(settings, labels));
        firstSteps.step(first.parameters, first.backward(ofX, loss.ofFirst()));
        secondSteps.step(second.parameters, second.backward(ofY, loss.ofSecond()));
        losses[epoch] += loss.value();
        batches++;
      }
      losses[epoch] /= batches;
    }
    return new ContrastiveProjector(first, second, losses);
  }

  private static SymmetricCrossEntropy.Targets targets(Settings settings, int[] labels) {
    return settings.targets() == Targets.LABEL
        ? SymmetricCrossEntropy.sameClass(labels)
        : SymmetricCrossEntropy.self(settings.temperature());
  }

  private static int[] partners(int[] labels, int[] candidates, RandomStream random) {
    int[] partners = new int[labels.length];
    for (int i = 0; i < labels.length; i++) {
      int label = labels[i];
      int count = (int) Arrays.stream(candidates).filter(c -> c == label).count();
      if (count == 0) {
        throw new IllegalArgumentException(
            "class " + label + " has no observation of the second" + " kind");
      }
      int chosen = random.nextInt(count);
      for (int k = 0; k < candidates.length; k++) {
        if (candidates[k] == label && chosen-- == 0) {
          partners[i] = k;
          break;
        }
      }
    }
    return partners;
  }

  private static int[] order(int size, RandomStream random) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) { // Fisher and Yates, inside out
      int place = random.nextInt(i + 1);
      order[i] = order[place];
      order[place] = i;
    }
    return order;
  }

  private static double[][] rows(double[][] all, int[] which) {
    return Arrays.stream(which).mapToObj(i -> all[i]).toArray(double[][]::new);
  }

  /** Observations of the first kind in the common space, of unit length. */
  public double[][] embedFirst(double[][] x) {
    return first.forward(x).unit();
  }

  /** Observations of the second kind in the common space, of unit length. */
  public double[][] embedSecond(double[][] y) {
    return second.forward(y).unit();
  }

  /** Mean loss of each epoch. */
  public double[] losses() {
    return losses.clone();
  }

  /**
   * Share of queries whose nearest item, by their dot product, is of the same class.
   *
   * @param queries a row each; NaN if there's none
   */
  public static double retrieval(
      double[][] queries, int[] queryLabels, double[][] items, int[] itemLabels) {
    int right = 0;
    for (int q = 0; q < queries.length; q++) {
      int best = 0;
      double most = Double.NEGATIVE_INFINITY;
      for (int k = 0; k < items.length; k++) {
        double alike = SymmetricCrossEntropy.dot(queries[q], items[k]);
        if (alike > most) {
          most = alike;
          best = k;
        }
      }
      right += itemLabels[best] == queryLabels[q] ? 1 : 0;
    }
    return queries.length == 0 ? Double.NaN : (double) right / queries.length;
  }
}
