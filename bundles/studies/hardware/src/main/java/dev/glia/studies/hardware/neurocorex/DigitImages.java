package dev.glia.studies.hardware.neurocorex;

import dev.glia.api.data.Dataset;
import dev.glia.api.data.Sample;
import dev.glia.api.random.RandomStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Digits of 8 × 8 pixels of 0 to 16.
 *
 * @param levels of an image's pixels, row-major
 */
record DigitImages(List<int[]> levels, List<Integer> labels) {
  static final int WIDTH = 8;
  static final int BRIGHTEST = 16;
  private static final int CLASSES = 10;

  /** Rounds, in each of which every class is shown once, in random order. */
  static DigitImages rounds(Dataset from, int rounds, RandomStream random) {
    List<List<Integer>> ofClass = new ArrayList<>();
    for (int c = 0; c < CLASSES; c++) {
      ofClass.add(new ArrayList<>());
    }
    for (int index : PlantedCitation.shuffled(Math.toIntExact(from.size()), random)) {
      ofClass.get(from.sample(index).label()).add(index);
    }
    List<Integer> chosen = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      for (int c : PlantedCitation.shuffled(CLASSES, random)) {
        List<Integer> candidates = ofClass.get(c);
        chosen.add(candidates.get(round % candidates.size()));
      }
    }
    return of(from, chosen);
  }

  /** Some at random. */
  static DigitImages some(Dataset from, int count, RandomStream random) {
    int size = Math.toIntExact(from.size());
    List<Integer> chosen = new ArrayList<>();
    for (int index : PlantedCitation.shuffled(size, random)) {
      if (chosen.size() < count) {
        chosen.add(index);
      }
    }
    return of(from, chosen);
  }

  private static DigitImages of(Dataset from, List<Integer> chosen) {
    List<int[]> levels = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (int index : chosen) {
      Sample sample = from.sample(index);
      levels.add(levels(sample.values(), from.shape()[1]));
      labels.add(sample.label());
    }
    return new DigitImages(levels, labels);
  }

  /** Without a border of 4 pixels, if it's 28 wide, averaged to 8 × 8, the brightest made 16. */
  private static int[] levels(float[] values, int width) {
    int border = width == 28 ? 4 : 0;
    double step = (double) (width - 2 * border) / WIDTH;
    double[] average = new double[WIDTH * WIDTH];
    double brightest = width == 28 ? 0 : 255;
    for (int i = 0; i < average.length; i++) {
      double top = border + step * (i / WIDTH);
      double left = border + step * (i % WIDTH);
      average[i] = average(values, width, top, left, step);
      brightest = width == 28 ? Math.max(brightest, average[i]) : brightest;
    }
    int[] levels = new int[average.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (int) Math.round(BRIGHTEST * average[i] / Math.max(brightest, 1e-9));
    }
    return levels;
  }

  private static double average(float[] values, int width, double top, double left, double step) {
    double sum = 0;
    for (int y = (int) top; y < top + step; y++) {
      for (int x = (int) left; x < left + step; x++) {
        double height = Math.min(y + 1, top + step) - Math.max(y, top);
        double breadth = Math.min(x + 1, left + step) - Math.max(x, left);
        sum += values[y * width + x] * height * breadth;
      }
    }
    return sum / (step * step);
  }
}
