package dev.glia.interchange.nir;

import dev.glia.api.array.NpyArray;
import dev.glia.api.interchange.ImportedExperiment;
import dev.glia.interchange.nir.LoweredNetwork.Connection;
import dev.glia.interchange.nir.LoweredNetwork.Population;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Writes a network as an experiment: YAML, and NumPy files for what is too long for it. */
final class ExperimentText {
  private static final int MOST_LISTED = 200; // numbers or synapses that stand in the text
  private static final double DENSE = 0.25; // from which share of pairs a matrix is written

  private final String name;
  private final LoweredNetwork network;
  private final ImportOptions options;
  private final PopulationNames names;
  private final StringBuilder yaml = new StringBuilder();
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();

  private ExperimentText(String name, LoweredNetwork network, ImportOptions options) {
    this.name = name;
    this.network = network;
    this.options = options;
    names = new PopulationNames(network.populations().stream().map(Population::name).toList());
  }

  /**
   * The experiment.
   *
   * @param origin a line about where it comes from
   */
  static ImportedExperiment of(
      String name, String origin, LoweredNetwork network, ImportOptions options) {
    return new ExperimentText(name, network, options).write(origin);
  }

  private ImportedExperiment write(String origin) {
    line("# " + origin);
    line("# A spike is a pulse that lasts one dt: with another dt it's another network.");
    line("glia: 1");
    line("name: " + name);
    line("seed: 1");
    line(
        "time: {dt: %s, run: %s}",
        YamlNumbers.milliseconds(options.dt()), YamlNumbers.milliseconds(options.run()));
    line("populations:");
    network.populations().forEach(this::population);
    if (network.connections().stream().anyMatch(c -> !isConstantInput(c))) {
      line("projections:");
    }
    int number = 0;
    for (Connection connection : network.connections()) {
      number++;
      if (!isConstantInput(connection)) {
        projection(connection, number);
      }
    }
    currents();
    line("probes:");
    probes();
    if (options.dt() < 1 && network.populations().stream().anyMatch(ExperimentText::integrates)) {
      notes.add(
          "IF and I integrate over seconds, so a spike adds r*w*dt. If the file is of a tool that"
              + " counts in steps, import it with --set dt=\"1 s\".");
    }
    line("analyze: [firing-rates]");
    line("target: cpu");
    return new ImportedExperiment(yaml.toString(), files, notes);
  }

  private void line(String format, Object... values) {
    yaml.append(values.length == 0 ? format : String.format(java.util.Locale.ROOT, format, values))
        .append('\n');
  }

  private Population population(String node) {
    return network.populations().stream()
        .filter(population -> population.name().equals(node))
        .findFirst()
        .orElseThrow();
  }

  private void population(Population population) {
    StringJoiner fields = new StringJoiner(", ", "{", "}");
    fields.add("model: " + model(population));
    int[] shape = population.shape();
    fields.add("size: " + population.size());
    if (shape.length == 2 && shape[0] > 1 && shape[1] > 1) {
      fields.add("shape: [" + shape[1] + ", " + shape[0] + "]");
    }
    if (population.isInput() && options.input() == ImportOptions.Input.POISSON) {
      fields.add("rate: " + YamlNumbers.text(options.rate()) + " Hz");
    }
    population
        .parameters()
        .forEach(
            (parameter, values) -> {
              boolean times =
                  population.neuron().map(type -> type.times().contains(parameter)).orElse(false);
              fields.add(parameter + ": " + numbers(population, parameter, values, times));
            });
    double[] bias = bias(population);
    if (!SparseMap.isConstant(bias) || bias[0] != 0) {
      double[] shortest = SparseMap.isConstant(bias) ? new double[] {bias[0]} : bias;
      fields.add("bias: " + numbers(population, "bias", shortest, false));
    }
    line("  %s: %s", names.of(population.name()), fields);
  }

  /** Constant inputs of an Output node join its bias: it has no input for currents. */
  private double[] bias(Population population) {
    double[] bias = population.bias().clone();
    if (population.neuron().isEmpty() && !population.isInput()) {
      for (Connection connection : network.connections()) {
        if (connection.to().equals(population.name()) && isConstantInput(connection)) {
          addTo(bias, connection.map());
        }
      }
    }
    return bias;
  }

  private void addTo(double[] sums, SparseMap map) {
    for (int i = 0; i < map.size(); i++) {
      sums[map.targets()[i]] += map.weights()[i] * options.value();
    }
  }

  private static boolean integrates(Population population) {
    return population
        .neuron()
        .filter(type -> type == NeuronType.IF || type == NeuronType.I)
        .isPresent();
  }

  private String model(Population population) {
    if (population.isInput()) {
      return options.input() == ImportOptions.Input.POISSON ? "poisson" : "spike-source";
    }
    return population.neuron().map(type -> type.model(options.euler())).orElse("nir-output");
  }

  private String numbers(Population of, String parameter, double[] values, boolean times) {
    if (values.length <= MOST_LISTED) {
      return YamlNumbers.list(values, times);
    }
    String file =
        file(names.of(of.name()) + "." + parameter, NpyArray.bytes(values, values.length));
    return "{file: " + file + (times ? ", unit: s}" : "}");
  }

  private String file(String what, byte[] content) {
    String file = name + "." + what + ".npy";
    files.put(file, content);
    return file;
  }

  private boolean isConstantInput(Connection connection) {
    return options.input() == ImportOptions.Input.CONSTANT
        && population(connection.from()).isInput();
  }

  private void projection(Connection connection, int number) {
    SparseMap map = connection.map();
    boolean constantDelay = SparseMap.isConstant(map.delays());
    boolean spikes = population(connection.from()).spikes();
    StringJoiner fields = new StringJoiner(", ", "{", "}");
    fields.add("from: " + names.of(connection.from()));
    fields.add("to: " + names.of(connection.to()));
    boolean pairs = map.isOneToOne() && map.sources() == population(connection.to()).size();
    if (pairs && constantDelay && SparseMap.isConstant(map.weights())) {
      fields.add("topology: one-to-one");
      fields.add("weight: " + YamlNumbers.text(map.weights()[0]));
    } else {
      fields.add("topology: {explicit: {synapses: " + synapses(connection, number) + "}}");
    }
    fields.add(spikes ? "synapse: delta, into: arrived" : "synapse: nir-analog, into: i_in");
    if (constantDelay) {
      fields.add("delay: " + YamlNumbers.milliseconds(map.delays()[0]));
    }
    line("  - %s", fields);
  }

  private String synapses(Connection connection, int number) {
    SparseMap map = connection.map();
    boolean delays = !SparseMap.isConstant(map.delays());
    if (map.size() <= MOST_LISTED) {
      return list(map, delays);
    }
    int targets = population(connection.to()).size();
    String what = names.of(connection.from()) + "-to-" + names.of(connection.to()) + "-" + number;
    double pairs = (double) map.sources() * targets;
    if (!delays && map.size() > DENSE * pairs) {
      return "{file: " + file(what, matrix(map, targets)) + "}";
    }
    return "{file: "
        + file(what, rows(map, delays))
        + ", columns: [from, to, weight"
        + (delays ? ", delay], delay: s}" : "]}");
  }

  private static String list(SparseMap map, boolean delays) {
    StringJoiner list = new StringJoiner(", ", "[", "]");
    for (int source = 0; source < map.sources(); source++) {
      for (int i = map.starts()[source]; i < map.starts()[source + 1]; i++) {
        list.add(
            "["
                + source
                + ", "
                + map.targets()[i]
                + ", "
                + YamlNumbers.text(map.weights()[i])
                + (delays ? ", " + YamlNumbers.milliseconds(map.delays()[i]) : "")
                + "]");
      }
    }
    return list.toString();
  }

  private static byte[] matrix(SparseMap map, int targets) {
    float[] matrix = new float[Math.multiplyExact(map.sources(), targets)];
    for (int source = 0; source < map.sources(); source++) {
      for (int i = map.starts()[source]; i < map.starts()[source + 1]; i++) {
        matrix[source * targets + map.targets()[i]] = (float) map.weights()[i];
      }
    }
    return NpyArray.bytes(matrix, map.sources(), targets);
  }

  private static byte[] rows(SparseMap map, boolean delays) {
    int columns = delays ? 4 : 3;
    double[] rows = new double[Math.multiplyExact(map.size(), columns)];
    int at = 0;
    for (int source = 0; source < map.sources(); source++) {
      for (int i = map.starts()[source]; i < map.starts()[source + 1]; i++) {
        rows[at++] = source;
        rows[at++] = map.targets()[i];
        rows[at++] = map.weights()[i];
        if (delays) {
          rows[at++] = map.delays()[i];
        }
      }
    }
    return NpyArray.bytes(rows, map.size(), columns);
  }

  private void currents() {
    Map<String, double[]> sums = new LinkedHashMap<>();
    for (Connection connection : network.connections()) {
      if (isConstantInput(connection) && population(connection.to()).neuron().isPresent()) {
        double[] sum =
            sums.computeIfAbsent(connection.to(), to -> new double[population(to).size()]);
        addTo(sum, connection.map());
      }
    }
    if (sums.isEmpty()) {
      return;
    }
    line("inputs:");
    sums.forEach(
        (to, sum) -> {
          double[] shortest = SparseMap.isConstant(sum) ? new double[] {sum[0]} : sum;
          line(
              "  - {to: %s, current: %s, into: i_in}",
              names.of(to), numbers(population(to), "input", shortest, false));
        });
  }

  private void probes() {
    for (Population population : network.populations()) {
      boolean shown = network.outputs().contains(population.name());
      if (population.spikes()) {
        line("  - {of: %s, record: spikes}", names.of(population.name()));
      } else if (shown) {
        line(
            "  - {of: %s, record: %s}",
            names.of(population.name()), population.neuron().isPresent() ? "v" : "y");
      }
    }
  }
}
