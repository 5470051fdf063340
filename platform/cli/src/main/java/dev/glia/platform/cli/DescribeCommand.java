package dev.glia.platform.cli;

import dev.glia.api.component.Component;
import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Fault;
import dev.glia.api.component.ParameterSchema;
import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.equations.Solver;
import dev.glia.api.equations.Typesetter;
import dev.glia.api.learning.LearningRule;
import dev.glia.api.neuron.NeuronModel;
import dev.glia.api.synapse.SynapseModel;
import dev.glia.platform.catalog.Lease;
import dev.glia.platform.catalog.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows everything that a component says of itself. */
@Command(
    name = "describe",
    description = "Shows a component: equations, parameters, units, ranges, citation.")
final class DescribeCommand implements Callable<Integer> {
  private final Platform platform;

  @Parameters(paramLabel = "<component>", description = "An id: lif, pair-stdp; or lif@1.0.0")
  String reference;

  @Option(names = "--latex", description = "Equations as LaTeX.")
  boolean latex;

  @Option(names = "--json", description = "Print as JSON.")
  boolean json;

  DescribeCommand(Platform platform) {
    this.platform = platform;
  }

  /** A component as JSON shows it. */
  record View(
      String kind,
      String id,
      String version,
      String summary,
      String citation,
      String bundle,
      String equations,
      List<ParameterSchema> parameters,
      Map<String, Map<String, String>> aliases) {}

  @Override
  public Integer call() {
    List<Offer> offers = offers();
    List<View> views = new ArrayList<>();
    for (Offer offer : offers) {
      views.add(view(offer));
    }
    if (json) {
      Json.print(platform.terminal(), views.size() == 1 ? views.get(0) : views);
    } else {
      views.forEach(this::print);
    }
    return Exit.OK;
  }

  /** An id may be used by several kinds; of each, the newest version is shown. */
  private List<Offer> offers() {
    int at = reference.indexOf('@');
    String id = at < 0 ? reference : reference.substring(0, at);
    String version = at < 0 ? "" : reference.substring(at + 1);
    List<Offer> found = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (ComponentKind kind : ComponentKind.values()) {
      List<Offer> offers = platform.catalog().offers(kind);
      offers.forEach(offer -> ids.add(offer.descriptor().id()));
      offers.stream()
          .filter(o -> o.descriptor().id().equals(id))
          .filter(o -> version.isEmpty() || o.descriptor().version().equals(version))
          .findFirst()
          .ifPresent(found::add);
    }
    if (found.isEmpty()) {
      throw new Fault(Fault.Kind.MISSING, absent(id, ids));
    }
    return found;
  }

  private String absent(String id, List<String> ids) {
    String alike =
        ids.stream()
            .filter(other -> other.contains(id) || id.contains(other))
            .distinct()
            .reduce((a, b) -> a + ", " + b)
            .map(names -> "; there is: " + names)
            .orElse("; `glia list` shows all");
    return "no component '" + reference + "'" + alike;
  }

  private View view(Offer offer) {
    Descriptor of = offer.descriptor();
    return new View(
        of.kind().symbol(),
        of.id(),
        of.version(),
        of.summary(),
        of.citation(),
        offer.bundle() + "@" + offer.bundleVersion(),
        equations(of),
        of.parameters(),
        new TreeMap<>(of.aliases()));
  }

  private String equations(Descriptor of) {
    Typesetter as = latex ? Typesetter.LATEX : Typesetter.TEXT;
    return switch (of.kind()) {
      case NEURON -> {
        try (Lease<NeuronModel> lease = lease(NeuronModel.class, of)) {
          yield as.typeset(lease.component().equations()) + solution(lease.component());
        }
      }
      case SYNAPSE -> {
        try (Lease<SynapseModel> lease = lease(SynapseModel.class, of)) {
          yield as.typeset(lease.component().equations());
        }
      }
      case LEARNING -> {
        try (Lease<LearningRule> lease = lease(LearningRule.class, of)) {
          yield as.typeset(lease.component().equations());
        }
      }
      default -> "";
    };
  }

  private <T extends Component> Lease<T> lease(Class<T> type, Descriptor of) {
    return platform.catalog().lease(type, of.id(), "[" + of.version() + "," + of.version() + "]");
  }

  /** How it is solved, reset and held: what other simulators do differently, said in words. */
  private static String solution(NeuronModel model) {
    NeuronEquations equations = model.equations();
    StringBuilder text = new StringBuilder();
    text.append("\nsolved ")
        .append(
            equations.solver() == Solver.EXACT ? "exactly" : "by " + equations.solver().symbol());
    text.append(
        switch (equations.resetKind()) {
          case NONE -> "; nothing is reset";
          case TO_VALUE -> "; reset to a value";
          case BY_SUBTRACTION -> "; reset by subtraction";
        });
    if (equations.resetKind() != NeuronEquations.ResetKind.NONE) {
      text.append(
          equations.text().resetOrder() == NeuronEquations.ResetOrder.AFTER_THRESHOLD
              ? " in the tick of the spike"
              : " before the next tick");
    }
    if (!equations.text().refractory().isBlank()) {
      text.append("\nheld for ")
          .append(equations.text().refractory())
          .append(" in whole ticks, as NEST does (Brian2 holds one tick less: give it one dt")
          .append(" more);\njumps meanwhile are ")
          .append(
              equations.text().whileRefractory() == NeuronEquations.JumpWhileRefractory.DROP
                  ? "dropped, as in Brian2"
                  : "kept");
    }
    return text.toString();
  }

  private void print(View view) {
    Terminal terminal = platform.terminal();
    terminal
        .out()
        .println(
            terminal.bold(view.id() + "@" + view.version())
                + "  "
                + view.kind()
                + "  "
                + terminal.faint(view.bundle()));
    terminal.out().println(view.summary());
    if (!view.citation().isEmpty()) {
      terminal.out().println(view.citation());
    }
    if (!view.equations().isEmpty()) {
      terminal.out().println();
      view.equations().lines().forEach(line -> terminal.out().println("  " + line));
    }
    if (!view.parameters().isEmpty()) {
      terminal.out().println();
      parameters(view.parameters());
    }
    if (!view.aliases().isEmpty()) {
      terminal.out().println();
      aliases(view.aliases());
    }
    terminal.out().println();
  }

  private void parameters(List<ParameterSchema> parameters) {
    TextTable table = new TextTable("parameter", "default", "range", "");
    for (ParameterSchema parameter : parameters) {
      table.row(
          parameter.name(),
          parameter.isRequired() ? "(must be given)" : parameter.defaultText(),
          range(parameter),
          parameter.description());
    }
    table.print(platform.terminal());
  }

  private static String range(ParameterSchema parameter) {
    if (!parameter.choices().isEmpty()) {
      return String.join(" | ", parameter.choices());
    }
    double scale = parameter.unit().scale();
    String low = bound(parameter.range().low() / scale);
    String high = bound(parameter.range().high() / scale);
    if (low.equals("-∞") && high.equals("∞")) {
      return "";
    }
    String unit = parameter.unit().symbol().equals("1") ? "" : " " + parameter.unit().symbol();
    return (parameter.range().lowOpen() ? "(" : "[")
        + low
        + ", "
        + high
        + (parameter.range().highOpen() ? ")" : "]")
        + unit;
  }

  private static String bound(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "-∞";
    }
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.6g", value);
  }

  private void aliases(Map<String, Map<String, String>> aliases) {
    TextTable table = new TextTable("elsewhere", "names");
    aliases.forEach(
        (tool, names) -> {
          List<String> pairs = new ArrayList<>();
          new TreeMap<>(names).forEach((ours, theirs) -> pairs.add(ours + " = " + theirs));
          table.row(tool, String.join(", ", pairs));
        });
    table.print(platform.terminal());
  }
}
