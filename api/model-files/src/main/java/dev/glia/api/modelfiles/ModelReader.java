package dev.glia.api.modelfiles;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.equations.EquationException;
import dev.glia.api.equations.LearningEquations;
import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.equations.NeuronEquations.JumpWhileRefractory;
import dev.glia.api.equations.NeuronEquations.ResetOrder;
import dev.glia.api.equations.Parameter;
import dev.glia.api.equations.Solver;
import dev.glia.api.equations.SynapseEquations;
import dev.glia.api.modelfiles.yaml.Mapping;
import dev.glia.api.modelfiles.yaml.Scalar;
import dev.glia.api.modelfiles.yaml.Spelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Reads the mapping of one model. */
final class ModelReader {
  private static final String FORMAT = "1";
  private static final String INLINE_VERSION = "0.0.0";
  private static final List<String> KINDS = List.of("neuron", "synapse", "learning");
  private static final List<String> COMMON =
      List.of("glia", "kind", "id", "version", "summary", "cite", "parameters", "aliases");
  private static final List<String> NEURON =
      List.of(
          "equations",
          "start",
          "spike",
          "reset",
          "reset order",
          "refractory",
          "while refractory",
          "solve",
          "every tick");
  private static final List<String> SYNAPSE =
      List.of("equations", "on spike", "output", "continuous", "weight");
  private static final List<String> LEARNING =
      List.of("equations", "on pre", "on post", "every tick", "on presentation");

  private final Mapping model;
  private final Fields fields;
  private final ParameterFields parameters;

  ModelReader(Mapping model) {
    this.model = model;
    this.fields = new Fields(model);
    this.parameters = new ParameterFields(model);
  }

  ModelFile file() {
    // Before anything else: a later format may have other keys.
    Scalar format = fields.require("glia");
    if (!format.text().equals(FORMAT)) {
      throw format.fault(
          "format " + format.text() + " isn't known, only " + FORMAT + "; is Glia up to date?");
    }
    return read(fields.require("kind"), fields.id(), fields.version());
  }

  ModelFile inline(String id) {
    return read(
        fields.require("kind"),
        model.has("id") ? fields.id() : fields.idGivenOutside(id),
        model.has("version") ? fields.version() : INLINE_VERSION);
  }

  private ModelFile read(Scalar kind, String id, String version) {
    return switch (fields.choice(kind, KINDS)) {
      case "neuron" -> neuron(id, version);
      case "synapse" -> synapse(id, version);
      default -> learning(id, version);
    };
  }

  private ModelFile neuron(String id, String version) {
    fields.refuseOthers(COMMON, NEURON);
    NeuronEquations.Builder builder = NeuronEquations.of(fields.text("equations"));
    fields.ifPresent("start", builder::start);
    fields.ifPresent("every tick", builder::everyTick);
    fields.ifPresent("spike", builder::spike);
    fields.ifPresent("reset", builder::reset);
    fields.ifPresent("refractory", builder::refractory);
    fields
        .choice("reset order", symbols(ResetOrder.values()))
        .ifPresent(i -> builder.resetOrder(ResetOrder.values()[i]));
    fields
        .choice("while refractory", symbols(JumpWhileRefractory.values()))
        .ifPresent(i -> builder.whileRefractory(JumpWhileRefractory.values()[i]));
    fields
        .choice("solve", symbols(Solver.values()))
        .ifPresent(i -> builder.solve(Solver.values()[i]));
    parameters.declare(builder::parameter);
    NeuronEquations equations = checked(builder::build);
    List<String> names = new ArrayList<>();
    equations.state().forEach(variable -> names.add(variable.name()));
    equations.inputs().forEach(input -> names.add(input.name()));
    return new ModelFile.Neuron(
        descriptor(ComponentKind.NEURON, id, version, equations.parameters(), names), equations);
  }

  private ModelFile synapse(String id, String version) {
    fields.refuseOthers(COMMON, SYNAPSE);
    SynapseEquations.Builder builder = SynapseEquations.of(fields.text("equations"));
    fields.ifPresent("on spike", builder::onSpike);
    fields.ifPresent("output", builder::output);
    fields.ifPresent("continuous", builder::continuous);
    fields.ifPresent("weight", builder::weight);
    parameters.declare(builder::parameter);
    SynapseEquations equations = checked(builder::build);
    return new ModelFile.Synapse(
        descriptor(
            ComponentKind.SYNAPSE, id, version, equations.parameters(), List.of("weight", "delay")),
        equations);
  }

  private ModelFile learning(String id, String version) {
    List<String> events = events();
    fields.refuseOthers(COMMON, LEARNING, events);
    LearningEquations.Builder builder = LearningEquations.of(fields.text("equations"));
    fields.ifPresent("every tick", builder::everyTick);
    for (String event : events) {
      switch (event) {
        case "on pre" -> fields.ifPresent(event, builder::onPre);
        case "on post" -> fields.ifPresent(event, builder::onPost);
        default ->
            fields.ifPresent(
                event, statements -> builder.on(event.substring("on ".length()), statements));
      }
    }
    parameters.declare(builder::parameter);
    LearningEquations equations = checked(builder::build);
    List<String> names = new ArrayList<>(equations.modulators());
    names.add("w");
    return new ModelFile.Learning(
        descriptor(ComponentKind.LEARNING, id, version, equations.parameters(), names), equations);
  }

  /** Keys that name an event; those that look like a misspelt one of ours aren't among them. */
  private List<String> events() {
    return model.names().stream()
        .filter(name -> name.matches("on [a-z][a-z0-9-]*"))
        .filter(name -> LEARNING.contains(name) || Spelling.nearest(name, LEARNING).isEmpty())
        .toList();
  }

  private <T> T checked(Supplier<T> build) {
    try {
      return build.get();
    } catch (EquationException e) {
      throw parameters.fault(e).orElseGet(() -> fields.fault(e));
    }
  }

  private Descriptor descriptor(
      ComponentKind kind, String id, String version, List<Parameter> checked, List<String> names) {
    List<String> known = new ArrayList<>(List.of("model"));
    checked.forEach(parameter -> known.add(parameter.name()));
    known.addAll(names);
    return new Descriptor(
        kind,
        id,
        version,
        fields.line("summary"),
        fields.line("cite"),
        parameters.schemas(checked),
        new AliasFields(model).read(id, known));
  }

  private static List<String> symbols(Enum<?>[] values) {
    return Arrays.stream(values)
        .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .toList();
  }
}
