package dev.glia.studies.plasticity.symmetricstdp;

import dev.glia.api.analysis.Recording;
import dev.glia.api.analysis.Recording.Answer;
import dev.glia.api.analysis.Recording.SpikeTrains;
import java.util.Arrays;
import java.util.List;

/**
 * Spike counts of the hidden neurons while test images were shown.
 *
 * @param counts a row an image
 * @param labels the images' classes
 */
record HiddenActivity(float[][] counts, int[] labels) {
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

  static double squaredDistance(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double difference = a[i] - b[i];
      sum += difference * difference;
    }
    return sum;
  }
}
