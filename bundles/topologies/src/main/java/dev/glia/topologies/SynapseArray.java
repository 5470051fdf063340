package dev.glia.topologies;

import dev.glia.api.array.NpyArray;
import dev.glia.api.component.Fault;
import java.util.Arrays;
import java.util.List;

/** Synapses in a NumPy array: a row each, or a matrix of weights. */
record SynapseArray(SynapseFile file, NpyArray array) {
  void read(SynapseList into) {
    int[] shape = array.shape();
    if (shape.length != 2) {
      throw Fault.input(
          "explicit: '"
              + file.file()
              + "' is an array of shape "
              + Arrays.toString(shape)
              + ", expected two dimensions: a matrix of weights, or a row a synapse with columns.");
    }
    if (file.columns().isEmpty()) {
      matrix(into, shape[0], shape[1]);
    } else {
      rows(into, shape[0], shape[1]);
    }
  }

  private void matrix(SynapseList into, int sources, int targets) {
    into.expect(sources, targets, "explicit: '" + file.file() + "'");
    for (int from = 0; from < sources; from++) {
      for (int to = 0; to < targets; to++) {
        double weight = array.values()[from * targets + to];
        if (weight != 0) {
          into.add(from, to, weight * file.weight().scale(), Double.NaN, file.file().toString());
        }
      }
    }
    into.weigh();
  }

  private void rows(SynapseList into, int count, int fields) {
    List<String> columns = file.columns();
    if (fields != columns.size()) {
      throw Fault.input(
          "explicit: '"
              + file.file()
              + "' has "
              + fields
              + " numbers a row, expected "
              + columns.size()
              + ": "
              + columns);
    }
    int weight = columns.indexOf("weight");
    int delay = columns.indexOf("delay");
    for (int row = 0; row < count; row++) {
      int start = row * fields;
      String where = file.file() + ", row " + row;
      into.add(
          neuron(start + columns.indexOf("from"), where),
          neuron(start + columns.indexOf("to"), where),
          weight < 0 ? Double.NaN : array.values()[start + weight] * file.weight().scale(),
          delay < 0 ? Double.NaN : array.values()[start + delay] * file.delay().scale(),
          where);
    }
    if (weight >= 0) {
      into.weigh();
    }
  }

  private long neuron(int at, String where) {
    double value = array.values()[at];
    if (value != Math.rint(value)) {
      throw Fault.input(where + ": " + value + " isn't a neuron's number.");
    }
    return (long) value;
  }
}
