package dev.glia.api.analysis;

import dev.glia.api.analysis.Recording.Answer;
import dev.glia.api.analysis.Recording.SpikeTrains;
import dev.glia.api.data.Dataset;
import dev.glia.api.data.Sample;
import dev.glia.api.random.RandomStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Points with a class each: what a layer answered to samples, or the samples themselves. Arrays are
 * not to be changed.
 *
 * @param points a row a point, all of one length
 * @param labels one a point
 */
public record LabeledPoints(float[][] points, int[] labels) {
  public LabeledPoints {
    if (points.length != labels.length) {
      throw new IllegalArgumentException(points.length + " points, " + labels.length + " labels");
    }
  }

  /**
   * Spikes of each neuron of a population while each sample of a phase was shown.
   *
   * @param most samples to take, from the first on
   * @throws java.util.NoSuchElementException if the population's spikes weren't recorded
   */
  public static LabeledPoints ofSpikes(
      Recording recording, String population, String phase, int most) {
    SpikeTrains spikes = recording.spikesOf(population).orElseThrow();
    List<Answer> answers = recording.answersOf(phase).stream().limit(most).toList();
    float[][] counts = new float[answers.size()][spikes.size()];
    for (int i = 0; i < counts.length; i++) {
      Answer answer = answers.get(i);
      for (int s = firstAfter(spikes.ticks(), answer.from());
          s < spikes.ticks().length && spikes.ticks()[s] <= answer.until();
          s++) {
        counts[i][spikes.neurons()[s]]++;
      }
    }
    return new LabeledPoints(counts, answers.stream().mapToInt(Answer::label).toArray());
  }

  private static int firstAfter(long[] ticks, long tick) {
    int found = Arrays.binarySearch(ticks, tick);
    int at = found < 0 ? -found - 1 : found;
    while (at < ticks.length && ticks[at] <= tick) {
      at++;
    }
    return at;
  }

  /** The first samples of a data set. */
  public static LabeledPoints ofSamples(Dataset samples, int most) {
    int count = (int) Math.min(samples.size(), most);
    float[][] values = new float[count][];
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      Sample sample = samples.sample(i);
      values[i] = sample.values();
      labels[i] = sample.label();
    }
    return new LabeledPoints(values, labels);
  }

  public int size() {
    return labels.length;
  }

  /** Mean distance between points of different classes over that between those of the same. */
  public double separation() {
    double between = 0;
    double within = 0;
    long betweens = 0;
    long withins = 0;
    for (int i = 0; i < points.length; i++) {
      for (int j = 0; j < i; j++) {
        double distance = Math.sqrt(squaredDistance(points[i], points[j]));
        if (labels[i] == labels[j]) {
          within += distance;
          withins++;
        } else {
          between += distance;
          betweens++;
        }
      }
    }
    return between / betweens / (within / withins);
  }

  /** Share of each point's nearest neighbors, by angle, that are of its class. */
  public double agreement(int neighbors) {
    float[][] unit = directions().points;
    int same = 0;
    for (int i = 0; i < unit.length; i++) {
      int self = i;
      same +=
          (int)
              IntStream.range(0, unit.length)
                  .filter(j -> j != self)
                  .boxed()
                  .sorted(Comparator.comparingDouble(j -> squaredDistance(unit[self], unit[j])))
                  .limit(neighbors)
                  .filter(j -> labels[j] == labels[self])
                  .count();
    }
    return (double) same / (unit.length * Math.min(neighbors, unit.length - 1));
  }

  /** The same scaled to unit length; the origin stays. */
  public LabeledPoints directions() {
    float[][] directions = new float[points.length][];
    for (int i = 0; i < points.length; i++) {
      double length = Math.sqrt(squaredDistance(points[i], new float[points[i].length]));
      directions[i] = points[i].clone();
      for (int j = 0; j < points[i].length && length > 0; j++) {
        directions[i][j] /= (float) length;
      }
    }
    return new LabeledPoints(directions, labels);
  }

  /**
   * A map of the points in the plane by t-SNE, for up to some thousand: takes time by the square of
   * their number.
   *
   * @return x, then y of each; the same for the same points and draws
   */
  public double[][] map(RandomStream random) {
    return Tsne.map(points, random);
  }

  static double squaredDistance(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double difference = a[i] - b[i];
      sum += difference * difference;
    }
    return sum;
  }
}
