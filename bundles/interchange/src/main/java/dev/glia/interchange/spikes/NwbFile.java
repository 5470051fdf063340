package dev.glia.interchange.spikes;

import dev.glia.interchange.hdf5.Hdf5Data;
import dev.glia.interchange.hdf5.Hdf5File;
import dev.glia.interchange.hdf5.Hdf5Item;
import dev.glia.interchange.hdf5.Hdf5Item.Dataset;
import dev.glia.interchange.hdf5.Hdf5Item.Group;
import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;

/** An NWB 2 file with a table of units. */
final class NwbFile {
  private static final String VERSION = "2.7.0";
  private static final String CORE = "core";
  private static final String COMMON = "hdmf-common";

  private final UnitTable table;
  private final String description;
  private final String start;
  private final UUID identifier;

  NwbFile(UnitTable table, String description, OffsetDateTime start) {
    this.table = table;
    this.description = description;
    this.start = start.format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSxxx"));
    identifier = identifier(table);
  }

  /** The same for the same spikes. */
  private static UUID identifier(UnitTable table) {
    ByteBuffer content = ByteBuffer.allocate(8 * (table.times().length + table.size()));
    content.asDoubleBuffer().put(table.times());
    content.position(8 * table.times().length);
    content.asLongBuffer().put(table.ends());
    return UUID.nameUUIDFromBytes(content.array());
  }

  byte[] bytes() {
    Group root = new Group();
    typed(root, "NWBFile", CORE, "/");
    root.attribute("nwb_version", VERSION);
    root.dataset("identifier", Hdf5Data.text(identifier.toString()));
    root.dataset("session_description", Hdf5Data.text(description));
    root.dataset("session_start_time", Hdf5Data.text(start));
    root.dataset("timestamps_reference_time", Hdf5Data.text(start));
    root.dataset("file_create_date", Hdf5Data.texts(List.of(start), 1));
    root.group("acquisition");
    root.group("analysis");
    root.group("general");
    root.group("processing");
    Group stimulus = root.group("stimulus");
    stimulus.group("presentation");
    stimulus.group("templates");
    units(root.group("units"));
    return Hdf5File.bytes(root);
  }

  private void units(Group units) {
    int count = table.size();
    typed(units, "Units", CORE, "/units");
    units.attribute("description", "Recorded neurons of the network");
    units.attribute(
        "colnames",
        Hdf5Data.texts(List.of("population", "neuron", "spike_times", "obs_intervals"), 4));
    long[] ids = new long[count];
    long[] intervals = new long[count];
    double[] observed = new double[2 * count];
    for (int i = 0; i < count; i++) {
      ids[i] = i;
      intervals[i] = i + 1L;
      observed[2 * i + 1] = table.until();
    }
    typed(units.dataset("id", Hdf5Data.of(ids, count)), "ElementIdentifiers", COMMON, "/units/id");
    column(
        units,
        "population",
        "Population of the neuron",
        Hdf5Data.texts(table.populations(), count));
    column(
        units,
        "neuron",
        "Number of the neuron in its population, from 0",
        Hdf5Data.of(table.neurons(), count));
    Dataset times =
        column(
            units,
            "spike_times",
            "Times of the spikes in seconds",
            Hdf5Data.of(table.times(), table.times().length));
    times.attribute("resolution", Hdf5Data.of(new double[] {table.dt()}));
    index(units, "spike_times", times, table.ends());
    Dataset observation =
        column(
            units,
            "obs_intervals",
            "When the neuron was observed, in seconds",
            Hdf5Data.of(observed, count, 2));
    index(units, "obs_intervals", observation, intervals);
  }

  private Dataset column(Group units, String name, String about, Hdf5Data data) {
    Dataset column = units.dataset(name, data);
    typed(column, "VectorData", COMMON, "/units/" + name).attribute("description", about);
    return column;
  }

  private void index(Group units, String name, Dataset of, long[] ends) {
    Dataset index = units.dataset(name + "_index", Hdf5Data.unsigned(ends, ends.length));
    typed(index, "VectorIndex", COMMON, "/units/" + name + "_index")
        .attribute("description", "Index for VectorData '" + name + "'")
        .attribute("target", new Hdf5Data.Reference(of));
  }

  /** What every typed object of NWB carries. */
  private Hdf5Item typed(Hdf5Item item, String type, String namespace, String path) {
    UUID id =
        UUID.nameUUIDFromBytes(
            (identifier + path).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return item.attribute("namespace", namespace)
        .attribute("neurodata_type", type)
        .attribute("object_id", id.toString());
  }
}
