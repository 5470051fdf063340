package dev.glia.datasets.events;

import dev.glia.api.data.Dataset;
import dev.glia.api.data.Sample;
import dev.glia.api.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The samples of a split, made as they are asked for.
 *
 * <p>In every run of as many samples as there are pairs of pattern and direction, each pair occurs
 * once, in random order, so that classes are balanced wherever one stops.
 */
record MovingPatternRecordings(
    String split,
    int length,
    Sensor sensor,
    List<Pattern> patterns,
    int directions,
    Labeling labeling,
    double duration,
    double noise,
    long seed)
    implements Dataset {
  @Override
  public long size() {
    return length;
  }

  @Override
  public int[] shape() {
    return new int[] {2, sensor.height(), sensor.width()};
  }

  @Override
  public int classes() {
    return labeling.classes(patterns.size(), directions);
  }

  @Override
  public Sample sample(long index) {
    if (index < 0 || index >= length) {
      throw new IndexOutOfBoundsException("sample " + index + " of " + length);
    }
    int pair = pair(index);
    int pattern = pair / directions;
    int direction = pair % directions;
    RandomStream random = new RandomStream(seed, "moving-patterns/" + split, index);
    double angle = 2 * StrictMath.PI * direction / directions;
    Scene scene = Scene.draw(patterns.get(pattern), angle, sensor, duration, random);
    Sample.Event[] events = withNoise(sensor.record(scene, duration), random);
    float[] counts = new float[sensor.addresses()];
    for (Sample.Event event : events) {
      counts[event.address()]++;
    }
    return new Sample(counts, labeling.label(pattern, direction, directions), events);
  }

  /** Which pair of pattern and direction this sample shows. */
  private int pair(long index) {
    int pairs = patterns.size() * directions;
    RandomStream random =
        new RandomStream(seed, "moving-patterns/" + split + "/order", index / pairs);
    int[] order = new int[pairs];
    for (int i = 0; i < pairs; i++) { // Fisher and Yates, inside out
      int place = random.nextInt(i + 1);
      order[i] = order[place];
      order[place] = i;
    }
    return order[(int) (index % pairs)];
  }

  private Sample.Event[] withNoise(Sample.Event[] events, RandomStream random) {
    if (noise == 0) {
      return events;
    }
    List<Sample.Event> all = new ArrayList<>(Arrays.asList(events));
    for (int address = 0; address < sensor.addresses(); address++) {
      for (int i = random.nextPoisson(noise * duration); i > 0; i--) {
        all.add(new Sample.Event(random.nextDouble() * duration, address));
      }
    }
    return Sensor.sorted(all);
  }

  @Override
  public String origin() {
    return length + " samples, made from seed " + seed;
  }

  @Override
  public void close() {
    // nothing is open
  }
}
