package dev.glia.datasets.events;

import dev.glia.api.data.Dataset;
import dev.glia.api.data.Sample;
import dev.glia.api.random.RandomStream;

/**
 * The samples of a split, made as they are asked for.
 *
 * @param shapes the first how many
 * @param tilt greatest, in radians
 */
record MovingShapeRecordings(
    String split,
    int length,
    Sensor sensor,
    int shapes,
    double tilt,
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
    return shapes;
  }

  @Override
  public Sample sample(long index) {
    if (index < 0 || index >= length) {
      throw new IndexOutOfBoundsException("sample " + index + " of " + length);
    }
    int label = new BalancedOrder(seed, "moving-shapes/" + split + "/order", shapes).at(index);
    RandomStream random = new RandomStream(seed, "moving-shapes/" + split, index);
    Scene scene = ShownShape.draw(Shape.values()[label], tilt, sensor, duration, random);
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
