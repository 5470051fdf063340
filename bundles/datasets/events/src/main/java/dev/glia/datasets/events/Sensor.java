package dev.glia.datasets.events;

import dev.glia.api.data.Sample;
import dev.glia.api.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * An event camera: a pixel tells whenever its log intensity has changed by a threshold since it
 * told last (Lichtsteiner et al. 2008). Pixels are ideal: no latency, no dead time, no mismatch.
 *
 * <p>An address is {@code (polarity * height + row) * width + column}; polarity 0 is darker, 1
 * brighter; a sensor of one polarity doesn't tell them apart.
 *
 * @param width columns
 * @param height rows
 * @param threshold change of log intensity, positive
 * @param polarities 1 or 2
 */
record Sensor(int width, int height, double threshold, int polarities) {
  private static final int STEPS_A_PIXEL = 4; // of motion; event times are interpolated between

  /**
   * What it records of a scene, as a sample.
   *
   * @param noise events of each address that have no cause, in Hz
   */
  Sample sample(Scene scene, double duration, double noise, int label, RandomStream random) {
    Sample.Event[] events = withNoise(record(scene, duration), duration, noise, random);
    float[] counts = new float[addresses()];
    for (Sample.Event event : events) {
      counts[event.address()]++;
    }
    return new Sample(counts, label, events);
  }

  private Sample.Event[] withNoise(
      Sample.Event[] events, double duration, double noise, RandomStream random) {
    if (noise == 0) {
      return events;
    }
    List<Sample.Event> all = new ArrayList<>(Arrays.asList(events));
    for (int address = 0; address < addresses(); address++) {
      for (int i = random.nextPoisson(noise * duration); i > 0; i--) {
        all.add(new Sample.Event(random.nextDouble() * duration, address));
      }
    }
    return sorted(all);
  }

  /** Events by time, then address. */
  Sample.Event[] record(Scene scene, double duration) {
    List<Sample.Event> events = new ArrayList<>();
    int steps = 1 + (int) Math.ceil(scene.speed() * duration * STEPS_A_PIXEL);
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        watch(row, column, scene, duration, steps, events);
      }
    }
    return sorted(events);
  }

  private static Sample.Event[] sorted(List<Sample.Event> events) {
    events.sort(
        Comparator.comparingDouble(Sample.Event::seconds).thenComparingInt(Sample.Event::address));
    return events.toArray(new Sample.Event[0]);
  }

  private void watch(
      int row, int column, Scene scene, double duration, int steps, List<Sample.Event> events) {
    double x = column - (width - 1) / 2.0;
    double y = row - (height - 1) / 2.0;
    double told = scene.logIntensity(x, y, 0);
    double before = told;
    double step = duration / steps;
    for (int i = 0; i < steps; i++) {
      double now = scene.logIntensity(x, y, (i + 1) * step);
      int sign = now > before ? 1 : -1;
      while (sign * (now - told) >= threshold) {
        told += sign * threshold;
        double seconds = (i + (told - before) / (now - before)) * step;
        // a rounding error must not put an event on the end of the recording
        events.add(
            new Sample.Event(
                Math.clamp(seconds, 0, Math.nextDown(duration)), address(sign, row, column)));
      }
      before = now;
    }
  }

  private int address(int sign, int row, int column) {
    return ((polarities == 2 && sign > 0 ? height : 0) + row) * width + column;
  }

  private int addresses() {
    return polarities * width * height;
  }

  /** Of its addresses: polarity, row, column. */
  int[] shape() {
    return new int[] {polarities, height, width};
  }

  /** From its middle to the outermost pixels that are there in every direction. */
  double room() {
    return (Math.min(width, height) - 1) / 2.0;
  }

  /** How far the sensor reaches from its middle in a direction, in pixels. */
  double halfExtent(double angle) {
    return 0.5
        * (width * Math.abs(StrictMath.cos(angle)) + height * Math.abs(StrictMath.sin(angle)));
  }
}
