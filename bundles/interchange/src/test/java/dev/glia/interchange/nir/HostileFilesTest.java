package dev.glia.interchange.nir;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.component.Fault;
import dev.glia.interchange.hdf5.Hdf5Data;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever a file holds: it's imported, or one message names it; nothing else is thrown, and it
 * doesn't take long. {@code -Dglia.fuzz=1000000} for more.
 */
@Timeout(value = 6, unit = TimeUnit.HOURS) // of a million
class HostileFilesTest {
  private static final int INPUTS = Integer.getInteger("glia.fuzz", 3000);
  private static final long PATIENCE = 10_000_000_000L; // a loaded machine's pauses included

  /** Files of both kinds that are about: those of our writer, and one of an old HDF5 library. */
  private static List<byte[]> seeds() throws Exception {
    List<byte[]> seeds = new ArrayList<>();
    seeds.add(Graphs.norse().bytes());
    seeds.add(NestedGraph.file(false));
    seeds.add(
        new Graphs()
            .node("in", "Input", "shape", new int[] {2, 6, 6})
            .node(
                "conv",
                "Conv2d",
                "weight",
                Hdf5Data.of(new float[2 * 3 * 3 * 3], 3, 2, 3, 3),
                "stride",
                new int[] {1, 1},
                "padding",
                new int[] {1, 1},
                "dilation",
                new int[] {1, 1},
                "groups",
                1,
                "bias",
                new float[] {1, 2, 3},
                "input_shape",
                new int[] {6, 6})
            .node("if", "IF", "r", new float[] {1}, "v_threshold", new float[] {1})
            .node(
                "pool",
                "AvgPool2d",
                "kernel_size",
                new int[] {2, 2},
                "stride",
                new int[] {2, 2},
                "padding",
                new int[] {0, 0})
            .node("flat", "Flatten", "start_dim", 0, "end_dim", -1)
            .node("late", "Delay", "delay", new float[] {0.001f})
            .node(
                "li",
                "CubaLI",
                "tau_syn",
                new float[] {1},
                "tau_mem",
                new float[] {1},
                "r",
                new float[] {1},
                "v_leak",
                new float[] {0})
            .node("out", "Output", "shape", new int[] {27})
            .edges(
                "in", "conv", "conv", "if", "if", "pool", "pool", "flat", "flat", "late", "late",
                "li", "li", "out")
            .bytes());
    String data = System.getProperty("glia.data", System.getenv("GLIA_DATA"));
    Path real = Path.of(data == null ? "" : data, "nir", "lif_norse.nir");
    if (Files.exists(real)) {
      seeds.add(Files.readAllBytes(real));
    }
    return seeds;
  }

  @Test
  void anyBytesAreImportedOrRefusedByName() throws Exception {
    List<byte[]> seeds = seeds();
    SplittableRandom random = new SplittableRandom(20261124);
    int imported = 0;
    int refused = 0;
    for (int i = 0; i < INPUTS; i++) {
      byte[] bytes = mutated(seeds.get(random.nextInt(seeds.size())), random);
      long start = System.nanoTime();
      try {
        assertThat(Graphs.imported(bytes, Map.of()).yaml()).contains("glia: 1");
        imported++;
      } catch (Fault fault) {
        assertThat(fault.getMessage()).as("input %d", i).startsWith("x.nir: ");
        assertThat(fault.kind()).isEqualTo(Fault.Kind.INPUT);
        refused++;
      }
      assertThat(System.nanoTime() - start).as("input %d", i).isLessThan(PATIENCE);
    }
    assertThat(imported).as("of " + INPUTS).isPositive();
    assertThat(refused).isGreaterThan(INPUTS / 10);
  }

  private static byte[] mutated(byte[] seed, SplittableRandom random) {
    byte[] bytes = seed.clone();
    switch (random.nextInt(5)) {
      case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      case 1 -> flip(bytes, 1 + random.nextInt(3), random);
      case 2 -> flip(bytes, 1 + random.nextInt(100), random);
      case 3 -> {
        // A part of it somewhere else: addresses that lead to the wrong thing.
        int length = 8 * (1 + random.nextInt(8));
        int from = random.nextInt(bytes.length - length);
        int to = random.nextInt(bytes.length - length);
        System.arraycopy(seed, from, bytes, to, length);
      }
      default -> {
        // A number of the file's own replaced by one that's large, negative, or another address.
        long[] values = {-1, 1L << 31, (1L << 31) - 1, 1L << 40, random.nextInt(bytes.length), 0};
        long value = values[random.nextInt(values.length)];
        int at = 8 * random.nextInt(bytes.length / 8 - 1);
        for (int i = 0; i < 8; i++) {
          bytes[at + i] = (byte) (value >>> (8 * i));
        }
      }
    }
    return bytes;
  }

  private static void flip(byte[] bytes, int count, SplittableRandom random) {
    for (int i = 0; i < count; i++) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
  }

  @Test
  void graphsWithAnyFieldsAreImportedOrRefusedByName() {
    SplittableRandom random = new SplittableRandom(7);
    String[] types = {
      "Input",
      "Output",
      "Affine",
      "Linear",
      "Scale",
      "LIF",
      "LI",
      "IF",
      "I",
      "CubaLIF",
      "CubaLI",
      "Delay",
      "Threshold",
      "Flatten",
      "Conv1d",
      "Conv2d",
      "SumPool2d",
      "AvgPool2d",
      "Foo"
    };
    String[] fields = {
      "shape",
      "weight",
      "bias",
      "scale",
      "tau",
      "r",
      "v_leak",
      "v_threshold",
      "tau_syn",
      "tau_mem",
      "delay",
      "threshold",
      "start_dim",
      "end_dim",
      "stride",
      "padding",
      "dilation",
      "groups",
      "kernel_size",
      "input_shape",
      "v_reset",
      "w_in"
    };
    int imported = 0;
    for (int i = 0; i < INPUTS; i++) {
      Graphs graph = new Graphs();
      int nodes = 1 + random.nextInt(4);
      for (int node = 0; node < nodes; node++) {
        List<Object> values = new ArrayList<>();
        for (String field : fields) {
          if (random.nextInt(6) > 0) {
            values.add(field);
            values.add(any(random));
          }
        }
        graph.node("n" + node, types[random.nextInt(types.length)], values.toArray());
      }
      for (int edge = random.nextInt(5); edge > 0; edge--) {
        graph.edges("n" + random.nextInt(nodes), "n" + random.nextInt(nodes + (edge == 4 ? 1 : 0)));
      }
      try {
        assertThat(Graphs.imported(graph.bytes(), Map.of()).yaml()).contains("populations:");
        imported++;
      } catch (Fault fault) {
        assertThat(fault.getMessage()).as("graph %d", i).startsWith("x.nir: ");
      }
    }
    assertThat(imported).isPositive();
  }

  /** Numbers of some shape: mostly small ones, some that can't be. */
  private static Object any(SplittableRandom random) {
    int dimensions = random.nextInt(10) < 6 ? 1 : random.nextInt(5);
    int[] shape = new int[dimensions];
    int count = 1;
    for (int i = 0; i < dimensions; i++) {
      shape[i] = random.nextInt(20) == 0 ? 0 : 1 + random.nextInt(3);
      count *= shape[i];
    }
    double[] odd = {-1, 0, 1e9, 1e300, Double.NaN, Double.POSITIVE_INFINITY, 4e6, 0.5, 1 << 22};
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextInt(25) == 0 ? odd[random.nextInt(odd.length)] : 1 + random.nextInt(3);
    }
    return random.nextInt(40) == 0 ? "same" : Hdf5Data.of(values, shape);
  }
}
