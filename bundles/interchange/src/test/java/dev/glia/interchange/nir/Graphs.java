package dev.glia.interchange.nir;

import dev.glia.api.interchange.ImportedExperiment;
import dev.glia.interchange.Lab;
import dev.glia.interchange.hdf5.Hdf5Data;
import dev.glia.interchange.hdf5.Hdf5Reader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Graphs that tests write, and what becomes of them. */
final class Graphs {
  private final GraphWriter writer = new GraphWriter();

  Graphs node(String name, String type, Object... fields) {
    Map<String, Hdf5Data> data = new LinkedHashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      data.put((String) fields[i], data(fields[i + 1]));
    }
    writer.node(name, type, data);
    return this;
  }

  private static Hdf5Data data(Object value) {
    return switch (value) {
      case float[] row -> Hdf5Data.of(row, row.length);
      case float[][] matrix -> {
        float[] flat = new float[matrix.length * matrix[0].length];
        for (int i = 0; i < matrix.length; i++) {
          System.arraycopy(matrix[i], 0, flat, i * matrix[0].length, matrix[0].length);
        }
        yield Hdf5Data.of(flat, matrix.length, matrix[0].length);
      }
      case int[] whole -> {
        long[] longs = java.util.Arrays.stream(whole).asLongStream().toArray();
        yield Hdf5Data.of(longs, longs.length);
      }
      case Integer one -> Hdf5Data.of(new long[] {one});
      case String text -> Hdf5Data.text(text);
      case Hdf5Data data -> data;
      default -> throw new IllegalArgumentException(String.valueOf(value));
    };
  }

  Graphs edges(String... ends) {
    for (int i = 0; i < ends.length; i += 2) {
      writer.edge(ends[i], ends[i + 1]);
    }
    return this;
  }

  byte[] bytes() {
    return GraphWriter.bytes(writer);
  }

  /** One input, an Affine without effect, a neuron, an output: as Norse exported it. */
  static Graphs norse() {
    return new Graphs()
        .node("input", "Input", "shape", new int[] {1})
        .node("0", "Affine", "weight", new float[][] {{1}}, "bias", new float[] {0})
        .node(
            "1",
            "LIF",
            "r",
            new float[] {1},
            "tau",
            new float[] {0.0025f},
            "v_leak",
            new float[] {0},
            "v_threshold",
            new float[] {0.1f})
        .node("output", "Output", "shape", new int[] {1})
        .edges("input", "0", "0", "1", "1", "output");
  }

  LoweredNetwork lower() {
    return lower(bytes());
  }

  static LoweredNetwork lower(byte[] file) {
    return Lowering.lower(GraphReader.read(Hdf5Reader.read(file, "x.nir"), "x.nir"), "x.nir");
  }

  static ImportedExperiment imported(byte[] file, Map<String, String> options) {
    Nir nir = new Nir();
    return Nir.read(
        Hdf5Reader.read(file, "x.nir"), "x.nir", "x", Lab.parameters(nir.descriptor(), options));
  }

  /** Writes an experiment as the command does; its file. */
  static Path write(ImportedExperiment experiment, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, byte[]> file : experiment.files().entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
    return Files.writeString(folder.resolve("x.yaml"), experiment.yaml());
  }
}
