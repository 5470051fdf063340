package dev.glia.datasets.events;

import dev.glia.api.data.Dataset;
import dev.glia.api.data.Sample;
import dev.glia.api.random.RandomStream;
import java.util.ArrayList;
import java.util.List;

/** The samples of a split and sense, made as they are asked for; classes take turns. */
record GlyphToneRecordings(LatentPoints points, boolean image, int first, int count, long seed)
    implements Dataset {
  static final int IMAGE_STEPS = 50;
  static final int TONE_STEPS = 129;
  private static final double STEP = 1e-3;
  private static final int SIDE = 16;
  private static final int CHANNELS = 64;
  private static final double SPOT_WIDTH = 1.6;
  private static final double BAND_WIDTH = 2;

  @Override
  public long size() {
    return (long) count * points.classes();
  }

  @Override
  public int[] shape() {
    return image ? new int[] {SIDE, SIDE} : new int[] {CHANNELS};
  }

  @Override
  public int classes() {
    return points.classes();
  }

  @Override
  public Sample sample(long index) {
    if (index < 0 || index >= size()) {
      throw new IndexOutOfBoundsException("sample " + index + " of " + size());
    }
    int label = (int) (index % classes());
    long number = (first + index / classes()) * classes() + label;
    RandomStream random =
        new RandomStream(seed, "glyph-tone/" + (image ? "image" : "tone"), number);
    List<Sample.Event> events = new ArrayList<>();
    if (image) {
      see(points.x()[label], points.y()[label], random, events);
    } else {
      hear(points.x()[label], points.y()[label], random, events);
    }
    float[] counts = new float[image ? SIDE * SIDE : CHANNELS];
    events.forEach(event -> counts[event.address()]++);
    return new Sample(counts, label, events.toArray(new Sample.Event[0]));
  }

  private static void see(double x, double y, RandomStream random, List<Sample.Event> events) {
    double[] column = {2 + 11 * x + noise(random), 2 + 11 * (1 - y) + noise(random)};
    double[] row = {2 + 11 * y + noise(random), 2 + 11 * x + noise(random)};
    for (int step = 0; step < IMAGE_STEPS; step++) {
      double sway = 1.5 * StrictMath.sin(2 * Math.PI * step / IMAGE_STEPS);
      for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
        double c = pixel % SIDE;
        double r = pixel / SIDE;
        double one = bell(c - column[0] - sway, r - row[0], SPOT_WIDTH);
        double other = bell(c - column[1], r - row[1] - sway, SPOT_WIDTH);
        maybe(0.35 * Math.max(one, other), step, pixel, random, events);
      }
    }
  }

  private static double noise(RandomStream random) {
    return 0.5 * random.nextNormal();
  }

  private static void hear(double x, double y, RandomStream random, List<Sample.Event> events) {
    double low = 4 + 24 * x + random.nextNormal();
    double high = 34 + 24 * y + random.nextNormal();
    for (int step = 0; step < TONE_STEPS; step++) {
      for (int channel = 0; channel < CHANNELS; channel++) {
        double one = 0.3 * bell(channel - low, 0, BAND_WIDTH);
        double other = 0.3 * bell(channel - high, 0, BAND_WIDTH);
        maybe(one + other - one * other, step, channel, random, events);
      }
    }
  }

  private static double bell(double dx, double dy, double width) {
    return StrictMath.exp(-(dx * dx + dy * dy) / (2 * width * width));
  }

  private static void maybe(
      double probability, int step, int address, RandomStream random, List<Sample.Event> events) {
    if (probability > 1e-4 && random.nextDouble() < probability) {
      events.add(new Sample.Event((step + 0.5) * STEP, address));
    }
  }

  @Override
  public String origin() {
    return size() + " samples, made from seed " + seed;
  }

  @Override
  public void close() {
    // nothing is open
  }
}
