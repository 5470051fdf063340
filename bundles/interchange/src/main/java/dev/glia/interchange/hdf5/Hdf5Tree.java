package dev.glia.interchange.hdf5;

import java.util.List;
import java.util.Map;

/**
 * What a foreign HDF5 file holds, read as a whole. Immutable by agreement: arrays belong to it.
 *
 * <p>{@code path} is for messages: {@code /node/nodes/lif/tau}.
 */
public sealed interface Hdf5Tree {
  String path();

  /** A group; {@code attributes} are there if they were asked for, and are numbers or texts. */
  record Group(String path, Map<String, Hdf5Tree> members, Map<String, Object> attributes)
      implements Hdf5Tree {}

  /**
   * Numbers in C order.
   *
   * @param shape empty for a single number
   * @param single whether they were stored as float32
   * @param attributes as a group's
   */
  record Numbers(
      String path, int[] shape, double[] values, boolean single, Map<String, Object> attributes)
      implements Hdf5Tree {}

  /** Texts in C order. */
  record Texts(String path, int[] shape, List<String> texts) implements Hdf5Tree {}

  /** Something that isn't read: compounds, references, links. */
  record Other(String path, String what) implements Hdf5Tree {}
}
