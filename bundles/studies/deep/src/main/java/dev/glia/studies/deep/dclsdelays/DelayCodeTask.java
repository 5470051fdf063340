package dev.glia.studies.deep.dclsdelays;

import dev.glia.api.random.RandomStream;

/**
 * Spikes whose relative times tell the class, and whose rates don't: channel {@code i} of class
 * {@code c} fires once, a delay of the class and channel after the sample's start, with jitter;
 * some spikes are missing, and some come from the background.
 */
final class DelayCodeTask {
  static final int CHANNELS = 16;
  static final int STEPS = 44;

  private static final double JITTER = 0.7; // steps
  private static final double MISSING = 0.1;
  private static final double BACKGROUND = 0.002; // a channel and step

  private final int[][] delays;
  private final int longest;

  /**
   * A task.
   *
   * @param taps the longest delay is two less
   */
  DelayCodeTask(int classes, int taps, RandomStream random) {
    longest = taps - 2;
    delays = new int[classes][CHANNELS];
    for (int[] ofClass : delays) {
      for (int i = 0; i < CHANNELS; i++) {
        ofClass[i] = random.nextInt(longest + 1);
      }
    }
  }

  /** Samples with their labels, drawn as they come. */
  record Batch(float[] spikes, long[] labels) {}

  /** A batch of {@code [size, STEPS, CHANNELS]}. */
  Batch draw(int size, RandomStream random) {
    float[] spikes = new float[size * STEPS * CHANNELS];
    long[] labels = new long[size];
    for (int sample = 0; sample < size; sample++) {
      labels[sample] = random.nextInt(delays.length);
      draw(delays[(int) labels[sample]], spikes, sample * STEPS * CHANNELS, random);
    }
    return new Batch(spikes, labels);
  }

  private void draw(int[] delays, float[] spikes, int from, RandomStream random) {
    int start = random.nextInt(STEPS - longest);
    for (int i = 0; i < CHANNELS; i++) {
      int step = start + delays[i] + (int) Math.rint(JITTER * random.nextNormal());
      if (random.nextDouble() >= MISSING && step >= 0 && step < STEPS) {
        spikes[from + step * CHANNELS + i] = 1;
      }
    }
    for (int at = from; at < from + STEPS * CHANNELS; at++) {
      if (random.nextDouble() < BACKGROUND) {
        spikes[at] = 1;
      }
    }
  }
}
