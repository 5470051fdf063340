package dev.glia.interchange.hdf5;

import dev.glia.api.component.Fault;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.message.DataLayout;
import java.lang.reflect.Array;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Copies one opened file into a tree, within limits. One thread. */
final class TreeReader {
  private static final int DEEPEST = 40;
  private static final int MOST_OBJECTS = 200_000;
  private static final long MOST_ITEMS = 1L << 27; // of all data sets
  private static final int MOST_TEXTS = 4_000_000;

  private final String file;
  private final long length;
  private final boolean withAttributes;
  private int objects;
  private long items;

  TreeReader(String file, long length, boolean withAttributes) {
    this.file = file;
    this.length = length;
    this.withAttributes = withAttributes;
  }

  Hdf5Tree.Group read(Group root) {
    return group(root, "", 0);
  }

  private Hdf5Tree.Group group(Group group, String path, int depth) {
    if (depth > DEEPEST) {
      throw refused(path, "groups are nested deeper than " + DEEPEST);
    }
    Map<String, Hdf5Tree> members = new LinkedHashMap<>();
    for (Map.Entry<String, Node> member : group.getChildren().entrySet()) {
      String below = path + "/" + member.getKey();
      if (++objects > MOST_OBJECTS) {
        throw refused(below, "there are more than " + MOST_OBJECTS + " objects");
      }
      members.put(member.getKey(), node(member.getValue(), below, depth));
    }
    return new Hdf5Tree.Group(path, members, attributes(group));
  }

  private Hdf5Tree node(Node node, String path, int depth) {
    if (node.isLink()) {
      return new Hdf5Tree.Other(path, "a link"); // which could lead out of the file
    }
    if (node instanceof Group group) {
      return group(group, path, depth + 1);
    }
    if (node instanceof Dataset dataset) {
      return dataset(dataset, path);
    }
    return new Hdf5Tree.Other(path, "a data type");
  }

  /** Single numbers and texts; others say nothing that's needed. */
  private Map<String, Object> attributes(Node node) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    if (withAttributes) {
      for (Map.Entry<String, Attribute> each : node.getAttributes().entrySet()) {
        Attribute attribute = each.getValue();
        if (++objects > MOST_OBJECTS) {
          throw refused(node.getPath(), "there are more than " + MOST_OBJECTS + " objects");
        }
        boolean plain =
            attribute.getJavaType() == String.class
                || Number.class.isAssignableFrom(attribute.getJavaType())
                || attribute.getJavaType().isPrimitive();
        if (plain && attribute.getSize() == 1) {
          Object value = attribute.getData();
          if (value != null && value.getClass().isArray() && Array.getLength(value) == 1) {
            value = Array.get(value, 0);
          }
          if (value instanceof Number number) {
            attributes.put(each.getKey(), number.doubleValue());
          } else if (value instanceof String) {
            attributes.put(each.getKey(), value);
          }
        }
      }
    }
    return attributes;
  }

  private Hdf5Tree dataset(Dataset dataset, String path) {
    int[] shape = shape(dataset, path);
    long count = 1;
    for (int side : shape) {
      count *= side;
    }
    boolean numbers =
        dataset.getDataType() instanceof FixedPoint
            || dataset.getDataType() instanceof FloatingPoint;
    boolean texts = dataset.getJavaType() == String.class;
    if (!numbers && !texts || dataset.isEmpty() && count > 0) {
      return new Hdf5Tree.Other(
          path, "a value of " + dataset.getDataType().getClass().getSimpleName());
    }
    items += count;
    if (items > MOST_ITEMS || texts && count > MOST_TEXTS) {
      throw refused(path, "it has more than " + count + " values, too many to be read");
    }
    if (dataset.getDataLayout() != DataLayout.CHUNKED && dataset.getSizeInBytes() > length) {
      throw refused(path, "its " + count + " values are more than the file holds");
    }
    Object data = count == 0 ? null : dataset.getDataFlat();
    if (texts) {
      return new Hdf5Tree.Texts(path, shape, texts(data, (int) count));
    }
    boolean single =
        dataset.getDataType() instanceof FloatingPoint && dataset.getDataType().getSize() == 4;
    return new Hdf5Tree.Numbers(
        path, shape, numbers(data, (int) count, path), single, attributes(dataset));
  }

  /** Sides whose product fits, none of them beyond what is read, even if another one is 0. */
  private int[] shape(Dataset dataset, String path) {
    long[] sides = dataset.getDimensionsAsLong();
    int[] shape = new int[sides.length];
    long count = 1;
    for (int i = 0; i < sides.length; i++) {
      long side = sides[i];
      count = side < 0 || side > MOST_ITEMS ? Long.MAX_VALUE : count * Math.max(1, side);
      if (count > MOST_ITEMS) {
        throw refused(path, "its dimensions are too large to be read");
      }
      shape[i] = (int) side;
    }
    return shape;
  }

  private static List<String> texts(Object data, int count) {
    List<String> texts = new ArrayList<>(count);
    if (data instanceof String one) {
      texts.add(one);
    } else {
      for (int i = 0; i < count; i++) {
        texts.add(String.valueOf(Array.get(data, i)));
      }
    }
    return texts;
  }

  private double[] numbers(Object data, int count, String path) {
    return switch (data) {
      case null -> new double[0];
      case double[] values -> sized(values, count, path);
      case float[] values -> {
        double[] copy = new double[values.length];
        for (int i = 0; i < copy.length; i++) {
          copy[i] = values[i];
        }
        yield sized(copy, count, path);
      }
      case BigInteger[] values -> {
        double[] copy = new double[values.length];
        for (int i = 0; i < copy.length; i++) {
          copy[i] = values[i].doubleValue();
        }
        yield sized(copy, count, path);
      }
      case Number one -> sized(new double[] {one.doubleValue()}, count, path);
      default -> {
        double[] copy = new double[Array.getLength(data)];
        for (int i = 0; i < copy.length; i++) {
          copy[i] = ((Number) Array.get(data, i)).doubleValue();
        }
        yield sized(copy, count, path);
      }
    };
  }

  private double[] sized(double[] values, int count, String path) {
    if (values.length != count) {
      throw refused(path, "it holds " + values.length + " values where it says " + count);
    }
    return values;
  }

  private Fault refused(String path, String why) {
    return Fault.input(file + ": " + (path.isEmpty() ? "/" : path) + ": " + why + ".");
  }
}
