package dev.glia.interchange.hdf5;

import java.util.LinkedHashMap;
import java.util.Map;

/** A group or data set that is to be written. One thread. */
public abstract sealed class Hdf5Item {
  private final Map<String, Hdf5Data> attributes = new LinkedHashMap<>();

  /** Adds an attribute, or replaces the one of that name. */
  public Hdf5Item attribute(String name, Hdf5Data value) {
    attributes.put(name, value);
    return this;
  }

  public Hdf5Item attribute(String name, String value) {
    return attribute(name, Hdf5Data.text(value));
  }

  Map<String, Hdf5Data> attributes() {
    return attributes;
  }

  /** A group; members keep the order in which they were added. */
  public static final class Group extends Hdf5Item {
    private final Map<String, Hdf5Item> members = new LinkedHashMap<>();

    /** A new group in this one. */
    public Group group(String name) {
      Group group = new Group();
      add(name, group);
      return group;
    }

    /** A new data set in this group. */
    public Dataset dataset(String name, Hdf5Data data) {
      Dataset dataset = new Dataset(data);
      add(name, dataset);
      return dataset;
    }

    private void add(String name, Hdf5Item item) {
      if (name.isEmpty() || name.equals(".") || name.contains("/")) {
        throw new IllegalArgumentException("'" + name + "' can't be a name in an HDF5 file");
      }
      if (members.putIfAbsent(name, item) != null) {
        throw new IllegalArgumentException("'" + name + "' is there already");
      }
    }

    Map<String, Hdf5Item> members() {
      return members;
    }
  }

  /** A data set. */
  public static final class Dataset extends Hdf5Item {
    private final Hdf5Data data;

    private Dataset(Hdf5Data data) {
      this.data = data;
    }

    Hdf5Data data() {
      return data;
    }
  }
}
