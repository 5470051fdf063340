package dev.glia.studies.plasticity.symmetricstdp;

import dev.glia.api.analysis.Recording;
import dev.glia.api.analysis.Recording.Answer;
import dev.glia.api.analysis.Recording.SpikeTrains;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Spike counts of the hidden neurons while test images were shown.
 *
 * @param counts a row an image
 * @param labels the images' classes
 */
record HiddenActivity(float[][] counts, int[] labels) {
  private static final int NEIGHBORS = 10;

  static HiddenActivity of(Recording recording, String phase, int most) {
    SpikeTrains spikes = recording.spikesOf("excitatory").orElseThrow();
    List<Answer> answers =
        recording.answers().stream().filter(a -> a.phase().equals(phase)).limit(most).toList();
    float[][] counts = new float[answers.size()][spikes.size()];
    for (int i = 0; i < counts.length; i++) {
      Answer answer = answers.get(i);
      for (int s = firstAfter(spikes.ticks(), answer.from());
          s < spikes.ticks().length && spikes.ticks()[s] <= answer.until();
          s++) {
        counts[i][spikes.neurons()[s]]++;
      }
    }
    return new HiddenActivity(counts, answers.stream().mapToInt(Answer::label).toArray());
  }

  private static int firstAfter(long[] ticks, long tick) {
    int found = Arrays.binarySearch(ticks, tick);
    int at = found < 0 ? -found - 1 : found;
    while (at < ticks.length && ticks[at] <= tick) {
      at++;
    }
    return at;
  }

  /** Mean distance between images of different classes over that between those of the same. */
  static double separation(float[][] points, int[] labels) {
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

  /** Share of each image's nearest neighbors, by angle, that are of its class. */
  static double agreement(float[][] points, int[] labels) {
    float[][] directions = directions(points);
    int same = 0;
    for (int i = 0; i < points.length; i++) {
      int self = i;
      same +=
          (int)
              IntStream.range(0, points.length)
                  .filter(j -> j != self)
                  .boxed()
                  .sorted(
                      Comparator.comparingDouble(
                          j -> squaredDistance(directions[self], directions[j])))
                  .limit(NEIGHBORS)
                  .filter(j -> labels[j] == labels[self])
                  .count();
    }
    return (double) same / (points.length * Math.min(NEIGHBORS, points.length - 1));
  }

  /** The same scaled to unit length; silence stays silence. */
  static float[][] directions(float[][] points) {
    float[] origin = new float[points[0].length];
    float[][] directions = new float[points.length][];
    for (int i = 0; i < points.length; i++) {
      double length = Math.sqrt(squaredDistance(points[i], origin));
      directions[i] = points[i].clone();
      for (int j = 0; j < origin.length && length > 0; j++) {
        directions[i][j] /= (float) length;
      }
    }
    return directions;
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
