package dev.glia.api.device;

import dev.glia.api.device.NetworkTerm.Aspect;
import dev.glia.api.equations.Drive;
import dev.glia.api.equations.LearningProgram;
import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.equations.Parameter;
import dev.glia.api.equations.PopulationProgram;
import dev.glia.api.equations.Receptor;
import dev.glia.api.equations.Statement;
import dev.glia.api.equations.SynapseEquations;
import dev.glia.api.network.Law;
import dev.glia.api.network.Network;
import dev.glia.api.network.Population;
import dev.glia.api.network.Probe;
import dev.glia.api.network.Projection;
import dev.glia.api.network.Values;
import dev.glia.api.units.Quantity;
import dev.glia.api.units.Unit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Lists the terms of a network. */
final class NetworkTerms {
  private static final Unit MILLISECOND = Unit.parse("ms");

  private final Network network;
  private final Set<NetworkTerm> terms = new LinkedHashSet<>();
  private String where = "";

  NetworkTerms(Network network) {
    this.network = network;
  }

  List<NetworkTerm> list() {
    for (Population population : network.populations()) {
      where = "population " + population.name();
      population(population);
    }
    for (Projection projection : network.projections()) {
      where = "projection " + projection.name();
      projection(projection);
    }
    return List.copyOf(terms);
  }

  private void population(Population population) {
    NeuronEquations.Builder text = population.neuron().text();
    add(Aspect.SIZE, plural(population.size(), "neuron"));
    lines(text.equations()).forEach(line -> add(Aspect.EQUATION, line));
    addText(Aspect.START, text.start());
    addText(Aspect.EVERY_TICK, text.everyTick());
    addText(Aspect.SPIKE, text.spike());
    addText(Aspect.RESET, text.reset());
    addText(Aspect.REFRACTORY, text.refractory());
    for (Parameter parameter : population.program().parameters()) {
      Values given = population.parameters().get(parameter.name());
      Values values = given == null ? Values.shared(parameter.defaultValue()) : given;
      add(Aspect.PARAMETER, parameter.name() + " = " + range(values, parameter.unit()));
    }
    population.receptors().forEach(this::receptor);
    for (Drive drive : population.drives()) {
      add(
          Aspect.DRIVE,
          switch (drive) {
            case Drive.Poisson poisson -> "poisson " + poisson.name() + " on " + poisson.receptor();
            case Drive.Current current -> "current " + current.name() + " into " + current.input();
          });
    }
    network.probes().stream()
        .filter(probe -> probe.population().equals(population.name()))
        .forEach(probe -> add(Aspect.PROBE, probe(probe)));
  }

  private void receptor(Receptor receptor) {
    SynapseEquations.Builder text = receptor.synapse().text();
    String name = receptor.name() + " into " + receptor.into() + ": ";
    lines(text.equations()).forEach(line -> add(Aspect.RECEPTOR, name + line));
    if (!text.onSpike().isBlank()) {
      add(Aspect.RECEPTOR, name + "on spike " + oneLine(text.onSpike()));
    }
    if (!text.output().isBlank()) {
      add(Aspect.RECEPTOR, name + "output " + oneLine(text.output()));
    }
    if (!text.continuous().isBlank()) {
      add(Aspect.RECEPTOR, name + "continuous " + oneLine(text.continuous()));
    }
  }

  private static String probe(Probe probe) {
    String of = " of " + plural(probe.neurons(), "neuron");
    return switch (probe) {
      case Probe.Spikes spikes -> "spikes" + of;
      case Probe.Counts counts -> "counts" + of;
      case Probe.Trace trace ->
          trace.variable() + of + " every " + plural(trace.everyTicks(), "tick");
    };
  }

  private void projection(Projection projection) {
    add(
        Aspect.CONNECTIVITY,
        "%s, %d to %d neurons, about %s"
            .formatted(
                projection
                    .connectivity()
                    .pattern()
                    .name()
                    .toLowerCase(Locale.ROOT)
                    .replace('_', '-'),
                projection.connectivity().sources(),
                projection.connectivity().targets(),
                plural(projection.connectivity().expectedSynapses(), "synapse")));
    add(Aspect.WEIGHT, law(projection.weight(), weightUnit(projection)));
    add(Aspect.DELAY, law(projection.delay(), MILLISECOND));
    projection.learning().ifPresent(this::learning);
  }

  private Unit weightUnit(Projection projection) {
    return network.populations().stream()
        .filter(population -> population.name().equals(projection.target()))
        .findFirst()
        .flatMap(target -> weightUnit(target.program(), projection.receptor()))
        .orElse(Unit.ONE);
  }

  private static Optional<Unit> weightUnit(PopulationProgram program, String receptor) {
    return Stream.concat(
            program.arrivals().stream()
                .filter(a -> a.receptor().equals(receptor))
                .map(PopulationProgram.Arrival::weightUnit),
            program.couplings().stream()
                .filter(c -> c.receptor().equals(receptor))
                .map(PopulationProgram.Coupling::weightUnit))
        .findFirst();
  }

  private void learning(Projection.Plasticity learning) {
    LearningProgram program = learning.program();
    statements("source, every tick", program.integratePre());
    statements("target, every tick", program.integratePost());
    statements("synapse, every tick", program.integrateSynapse());
    statements("on pre", program.onPre());
    statements("on post", program.onPost());
    statements("every tick", program.everyTick());
    program.onEvent().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(event -> statements("on " + event.getKey(), event.getValue()));
    for (Parameter parameter : program.parameters()) {
      double value = learning.parameters().getOrDefault(parameter.name(), parameter.defaultValue());
      add(Aspect.PARAMETER, parameter.name() + " = " + new Quantity(value, parameter.unit()));
    }
    for (String modulator : program.modulators()) {
      Projection.Modulator from = learning.modulators().get(modulator);
      String source = from == null ? "nothing" : from.population() + "." + from.variable();
      add(Aspect.MODULATOR, modulator + " from " + source);
    }
  }

  private void statements(String when, List<Statement> statements) {
    for (Statement statement : statements) {
      String name =
          switch (statement) {
            case Statement.Let let -> let.name();
            case Statement.Assign assign -> assign.target();
          };
      add(Aspect.LEARNING, when + ": " + name + " = " + statement.value().text());
    }
  }

  private static String law(Law law, Unit unit) {
    return switch (law) {
      case Law.Constant constant -> quantity(constant.value(), unit);
      case Law.Uniform uniform ->
          "uniform " + quantity(uniform.low(), unit) + " to " + quantity(uniform.high(), unit);
      case Law.Normal normal ->
          "normal " + quantity(normal.mean(), unit) + " ± " + quantity(normal.deviation(), unit);
    };
  }

  private static String range(Values values, Unit unit) {
    if (values.isShared()) {
      return quantity(values.at(0), unit);
    }
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values.toArray()) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return quantity(low, unit) + " to " + quantity(high, unit);
  }

  private static String quantity(double value, Unit unit) {
    return new Quantity(value, unit).toString();
  }

  /** Equations, one each: comments are left out, and a line goes on inside parentheses. */
  private static List<String> lines(String equations) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int open = 0;
    for (String written : equations.split("\n")) {
      String text = written.replaceFirst("#.*", "").strip();
      line.append(line.isEmpty() || text.isEmpty() ? "" : " ").append(text);
      open += count(text, '(') - count(text, ')');
      if (open <= 0 && !line.isEmpty()) {
        lines.add(line.toString());
        line.setLength(0);
      }
    }
    return lines;
  }

  private static int count(String text, char wanted) {
    return (int) text.chars().filter(c -> c == wanted).count();
  }

  private void addText(Aspect aspect, String text) {
    if (!text.isBlank()) {
      add(aspect, oneLine(text));
    }
  }

  private static String oneLine(String statements) {
    return statements.strip().replaceAll("\\s*\n\\s*", "; ");
  }

  private void add(Aspect aspect, String text) {
    terms.add(new NetworkTerm(where, aspect, text));
  }

  private static String plural(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
