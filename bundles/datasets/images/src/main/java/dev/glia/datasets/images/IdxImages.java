package dev.glia.datasets.images;

import dev.glia.api.component.Fault;
import dev.glia.api.data.Dataset;
import dev.glia.api.data.Sample;

/** Images and labels that are held in memory, a byte a pixel. */
final class IdxImages implements Dataset {
  private final Idx images;
  private final byte[] labels;
  private final int classes;
  private final String origin;
  private final int pixels;

  /**
   * Joins images and labels.
   *
   * @throws Fault if there aren't as many of one as of the other, or a label is out of range
   */
  IdxImages(Idx images, Idx labels, int classes, String origin) {
    if (images.entries() != labels.entries()) {
      throw Fault.input(
          images.file()
              + " has "
              + images.entries()
              + " images, but "
              + labels.file()
              + " has "
              + labels.entries()
              + " labels. They must belong together: replace one of them.");
    }
    byte[] bytes = labels.bytes();
    for (int i = 0; i < bytes.length; i++) {
      if ((bytes[i] & 0xFF) >= classes) {
        throw Fault.input(
            labels.file()
                + ": at byte "
                + (labels.header() + i)
                + ": label "
                + (bytes[i] & 0xFF)
                + ", expected 0 to "
                + (classes - 1)
                + ". Replace the file.");
      }
    }
    this.images = images;
    this.labels = bytes;
    this.classes = classes;
    this.origin = origin;
    this.pixels = images.bytes().length / images.entries();
  }

  @Override
  public long size() {
    return labels.length;
  }

  @Override
  public int[] shape() {
    return new int[] {images.shape()[1], images.shape()[2]};
  }

  @Override
  public int classes() {
    return classes;
  }

  @Override
  public Sample sample(long index) {
    if (index < 0 || index >= labels.length) {
      throw new IndexOutOfBoundsException("sample " + index + " of " + labels.length);
    }
    float[] values = new float[pixels];
    int first = (int) index * pixels;
    for (int i = 0; i < pixels; i++) {
      values[i] = images.bytes()[first + i] & 0xFF;
    }
    return Sample.of(values, labels[(int) index]);
  }

  @Override
  public String origin() {
    return origin;
  }

  @Override
  public void close() {
    // nothing is open: the files were read at once
  }
}
