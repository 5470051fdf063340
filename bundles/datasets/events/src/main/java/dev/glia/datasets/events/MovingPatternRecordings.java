package dev.glia.datasets.events;

import dev.glia.api.data.Dataset;
import dev.glia.api.data.Sample;
import dev.glia.api.random.RandomStream;
import java.util.List;

/** The samples of a split, made as they are asked for. */
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
    return sensor.shape();
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
    int pairs = patterns.size() * directions;
    int pair = new BalancedOrder(seed, "moving-patterns/" + split + "/order", pairs).at(index);
    int pattern = pair / directions;
    int direction = pair % directions;
    RandomStream random = new RandomStream(seed, "moving-patterns/" + split, index);
    double angle = 2 * StrictMath.PI * direction / directions;
    Scene scene = Passage.draw(patterns.get(pattern), angle, sensor, duration, random);
    int label = labeling.label(pattern, direction, directions);
    return sensor.sample(scene, duration, noise, label, random);
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
