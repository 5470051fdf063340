package dev.glia.drivers.interpreter;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Named numbers of some entities: neurons, synapses, branches. A column has a value for each
 * entity, or a single one that all share.
 */
final class Columns {
  private final Map<String, double[]> columns = new LinkedHashMap<>();

  void put(String name, double[] values) {
    columns.put(name, values);
  }

  boolean has(String name) {
    return columns.containsKey(name);
  }

  /** The live array of a column. */
  double[] column(String name) {
    double[] column = columns.get(name);
    if (column == null) {
      throw new IllegalArgumentException(
          "there's no '" + name + "' here, only " + columns.keySet());
    }
    return column;
  }

  double read(String name, int entity) {
    double[] column = column(name);
    return column.length == 1 ? column[0] : column[entity];
  }

  void write(String name, int entity, double value) {
    column(name)[entity] = value;
  }

  /** In the order in which they were put; live. */
  Map<String, double[]> all() {
    return columns;
  }
}
