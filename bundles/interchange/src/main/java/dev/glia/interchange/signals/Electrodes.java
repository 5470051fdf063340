package dev.glia.interchange.signals;

import dev.glia.api.signal.SensorGeometry;
import dev.glia.api.signal.SensorType;
import dev.glia.interchange.hdf5.Hdf5Tree;
import dev.glia.interchange.hdf5.Hdf5Tree.Group;
import dev.glia.interchange.hdf5.Hdf5Tree.Numbers;
import dev.glia.interchange.hdf5.Hdf5Tree.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The electrodes of an NWB series: rows of the file's table of electrodes. */
record Electrodes(List<String> names, SensorGeometry geometry) {
  private static final double MICRO = 1e-6;

  static Electrodes of(Group root, Group series, int channels) {
    Group table = table(root);
    int[] rows = rows(series, channels);
    List<String> names = new ArrayList<>();
    double[][] positions = new double[channels][];
    boolean placed = false;
    for (int c = 0; c < channels; c++) {
      String label = text(table, "label", rows[c]);
      names.add(label.isEmpty() ? "channel " + (c + 1) : label);
      positions[c] = place(table, rows[c]);
      placed |= !Double.isNaN(positions[c][0]);
    }
    SensorGeometry geometry =
        placed
            ? new SensorGeometry(
                names,
                positions,
                new double[channels][3],
                Collections.nCopies(channels, SensorType.INTRACRANIAL))
            : SensorGeometry.NONE;
    return new Electrodes(names, geometry);
  }

  private static Group table(Group root) {
    Hdf5Tree at = root;
    for (String name : List.of("general", "extracellular_ephys", "electrodes")) {
      at = at instanceof Group group ? group.members().get(name) : null;
    }
    return at instanceof Group group
        ? group
        : new Group("", java.util.Map.of(), java.util.Map.of());
  }

  private static int[] rows(Group series, int channels) {
    int[] rows = new int[channels];
    boolean said =
        series.members().get("electrodes") instanceof Numbers numbers
            && numbers.values().length == channels;
    for (int c = 0; c < channels; c++) {
      rows[c] = said ? (int) ((Numbers) series.members().get("electrodes")).values()[c] : -1;
    }
    return rows;
  }

  private static String text(Group table, String column, int row) {
    return table.members().get(column) instanceof Texts texts
            && row >= 0
            && row < texts.texts().size()
        ? texts.texts().get(row)
        : "";
  }

  /** NWB: x to the back, y down, z to the right, micrometers. */
  private static double[] place(Group table, int row) {
    double[] place = {Double.NaN, Double.NaN, Double.NaN};
    double[] theirs = new double[3];
    String[] axes = {"x", "y", "z"};
    for (int i = 0; i < 3; i++) {
      if (!(table.members().get(axes[i]) instanceof Numbers numbers)
          || row < 0
          || row >= numbers.values().length
          || !Double.isFinite(numbers.values()[row])) {
        return place;
      }
      theirs[i] = numbers.values()[row] * MICRO;
    }
    return new double[] {theirs[2], -theirs[0], -theirs[1]};
  }
}
