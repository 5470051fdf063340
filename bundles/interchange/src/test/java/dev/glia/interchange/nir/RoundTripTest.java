package dev.glia.interchange.nir;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.component.Parameters;
import dev.glia.api.interchange.ExportedNetwork;
import dev.glia.api.interchange.ImportedExperiment;
import dev.glia.interchange.Lab;
import dev.glia.interchange.hdf5.Hdf5Data;
import dev.glia.interchange.nir.LoweredNetwork.Connection;
import dev.glia.interchange.nir.LoweredNetwork.Population;
import dev.glia.platform.runner.ExperimentReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is imported and exported again is the same network. */
class RoundTripTest {
  private static final double DT = 1e-4;
  private static final int GRAPHS = Integer.getInteger("glia.graphs", 60);

  @TempDir Path folder;

  @Test
  void randomGraphsComeBackAsTheyWere() throws IOException {
    int synapses = 0;
    for (int seed = 0; seed < GRAPHS; seed++) {
      byte[] file = new RandomGraph(seed).file();
      LoweredNetwork network = Graphs.lower(file);
      ImportedExperiment first = Graphs.imported(file, Map.of());
      byte[] exported = export(Graphs.write(first, folder.resolve("a" + seed)));
      LoweredNetwork again = Graphs.lower(exported);
      assertThat(described(again)).as("graph %d", seed).isEqualTo(described(network));

      ImportedExperiment second = Graphs.imported(exported, Map.of());
      byte[] exportedAgain = export(Graphs.write(second, folder.resolve("b" + seed)));
      assertThat(described(Graphs.lower(exportedAgain))).isEqualTo(described(again));
      synapses += network.connections().stream().mapToInt(c -> c.map().size()).sum();
    }
    assertThat(synapses).isGreaterThan(10 * GRAPHS);
  }

  static byte[] export(Path experiment) {
    ExportedNetwork exported =
        Lab.runner()
            .examine(
                ExperimentReader.read(experiment, List.of()),
                network -> new Nir().write(network, Parameters.NONE));
    return exported.content();
  }

  /** All that matters of a network, as text: numbers as float32, delays in ticks. */
  static String described(LoweredNetwork network) {
    Map<String, String> lines = new TreeMap<>();
    PopulationNames names =
        new PopulationNames(network.populations().stream().map(Population::name).toList());
    for (Population population : network.populations()) {
      StringBuilder line = new StringBuilder();
      line.append(population.neuron()).append(population.isInput()).append(population.size());
      new TreeMap<>(population.parameters())
          .forEach((name, values) -> line.append(name).append(floats(values, population.size())));
      line.append("bias").append(floats(population.bias(), population.size()));
      lines.put(names.of(population.name()), line.toString());
    }
    Map<String, String> synapses = new TreeMap<>();
    for (Connection connection : network.connections()) {
      SparseMap map = connection.map();
      for (int source = 0; source < map.sources(); source++) {
        for (int i = map.starts()[source]; i < map.starts()[source + 1]; i++) {
          String key =
              String.format(
                  Locale.ROOT,
                  "%s %s %d %d %d",
                  names.of(connection.from()),
                  names.of(connection.to()),
                  source,
                  map.targets()[i],
                  Math.round(map.delays()[i] / DT));
          assertThat(synapses).doesNotContainKey(key);
          synapses.put(key, String.valueOf((float) map.weights()[i]));
        }
      }
    }
    return lines + "\n" + synapses;
  }

  private static String floats(double[] values, int size) {
    float[] floats = new float[size];
    for (int i = 0; i < size; i++) {
      floats[i] = (float) values[values.length == 1 ? 0 : i];
    }
    return Arrays.toString(floats);
  }

  /** Inputs, neurons of all types, and chains of linear nodes between them. */
  private static final class RandomGraph {
    private final SplittableRandom random;
    private final Graphs graph = new Graphs();
    private final List<String> sources = new ArrayList<>();
    private final List<String> targets = new ArrayList<>();
    private final Map<String, Integer> sizes = new TreeMap<>();
    private final List<String> analog = new ArrayList<>();
    private int linear;

    RandomGraph(long seed) {
      random = new SplittableRandom(seed);
    }

    byte[] file() {
      for (int i = 0; i < 1 + random.nextInt(2); i++) {
        int size = 1 + random.nextInt(5);
        graph.node("in" + i, "Input", "shape", new int[] {size});
        sizes.put("in" + i, size);
        sources.add("in" + i);
      }
      int neurons = 1 + random.nextInt(4);
      for (int i = 0; i < neurons; i++) {
        neuron("n" + i);
      }
      for (String target : List.copyOf(targets)) {
        for (int k = 0; k < 1 + random.nextInt(2); k++) {
          chain(sources.get(random.nextInt(sources.size())), target);
        }
      }
      String last = targets.get(targets.size() - 1);
      if (random.nextInt(3) == 0 && !analog.contains(last)) {
        int size = 1 + random.nextInt(3);
        graph.node("out", "Output", "shape", new int[] {size});
        sizes.put("out", size);
        chain(last, "out");
      } else {
        graph.node("out", "Output", "shape", new int[] {sizes.get(last)}).edges(last, "out");
      }
      return graph.bytes();
    }

    private void neuron(String name) {
      NeuronType type = NeuronType.values()[random.nextInt(NeuronType.values().length)];
      int size = 1 + random.nextInt(5);
      List<Object> fields = new ArrayList<>();
      for (String time : type.times()) {
        fields.addAll(List.of(time, numbers(size, 0.001f, 0.02f)));
      }
      for (String number : type.numbers()) {
        if (!(number.equals("v_reset") && random.nextBoolean())) {
          fields.addAll(List.of(number, numbers(size, -1, 2)));
        }
      }
      graph.node(name, type.symbol(), fields.toArray());
      sizes.put(name, size);
      sources.add(name);
      targets.add(name);
      if (!type.spikes()) {
        analog.add(name);
      }
    }

    private float[] numbers(int size, float low, float high) {
      float[] numbers = new float[size];
      float same = low + (high - low) * (float) random.nextDouble();
      boolean shared = random.nextBoolean();
      for (int i = 0; i < size; i++) {
        numbers[i] = shared ? same : low + (high - low) * (float) random.nextDouble();
      }
      return numbers;
    }

    private void chain(String from, String to) {
      String at = from;
      int size = sizes.get(from);
      if (random.nextInt(3) == 0) {
        at = follow(at, "Scale", "scale", numbers(size, 0.5f, 2));
      }
      if (random.nextInt(3) == 0 && !analog.contains(from)) {
        float[] delays = new float[size];
        for (int i = 0; i < size; i++) {
          delays[i] = (float) (DT * random.nextInt(4));
        }
        at = follow(at, "Delay", "delay", delays);
      }
      int wanted = sizes.get(to);
      boolean direct =
          size == wanted && random.nextInt(4) == 0 && !(at.equals(from) && to.equals("out"));
      if (!direct) {
        float[] weight = new float[wanted * size];
        for (int i = 0; i < weight.length; i++) {
          weight[i] = random.nextInt(4) == 0 ? 0 : (float) random.nextDouble() * 2 - 1;
        }
        Hdf5Data matrix = Hdf5Data.of(weight, wanted, size);
        at =
            random.nextBoolean()
                ? follow(at, "Linear", "weight", matrix)
                : follow(at, "Affine", "weight", matrix, "bias", numbers(wanted, -0.5f, 0.5f));
      }
      if (random.nextInt(4) == 0) {
        at = follow(at, "Flatten", "start_dim", 0, "end_dim", -1);
      }
      graph.edges(at, to);
    }

    private String follow(String before, String type, Object... fields) {
      String name = "x" + linear++;
      graph.node(name, type, fields);
      graph.edges(before, name);
      return name;
    }
  }
}
