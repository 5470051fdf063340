package dev.glia.api.data;

import org.osgi.annotation.versioning.ConsumerType;

/** The samples of a split. Immutable; may be read by several threads at once. */
@ConsumerType
public interface Dataset extends AutoCloseable {
  long size();

  /** Shape of every sample's values, row-major: height then width for images. */
  int[] shape();

  /** Number of classes; 0 where labels aren't classes. */
  int classes();

  /** A sample; index from 0, below {@link #size()}. */
  Sample sample(long index);

  /**
   * Where the samples come from, for people and for the record of a run: {@code 10000 of 60000
   * images, from data/mnist}; may be empty.
   */
  default String origin() {
    return "";
  }

  @Override
  void close();
}
