package dev.glia.platform.report.page;

import dev.glia.platform.store.ModelDescription;
import dev.glia.platform.store.ModelDescription.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Models: their equations typeset, their parameters with units. */
public final class ModelsPart {
  private static final Pattern MINUS = Pattern.compile("(?<!\\w)-(?=[\\d.∞])");

  private ModelsPart() {}

  public static void write(Html html, List<ModelDescription> models) {
    html.open("div", "class", "models");
    for (ModelDescription model : models) {
      html.open("article", "class", "model");
      html.open("h3").leaf("code", model.reference());
      html.leaf("span", " " + model.kind(), "class", "kind").close();
      html.open("p").text(model.summary());
      if (!model.citation().isBlank()) {
        html.text(" (");
        Citation.write(html, model.citation());
        html.text(")");
      }
      html.close();
      equations(html, model);
      if (!model.parameters().isEmpty()) {
        parameters(html, "Parameters of " + model.reference(), model.parameters());
      }
      html.closeLine();
    }
    html.closeLine();
  }

  private static void equations(Html html, ModelDescription model) {
    Optional<String> math = MathMl.checked(model.mathml());
    if (math.isEmpty() && model.text().isBlank()) {
      return;
    }
    html.open(
        "div",
        "class",
        "scroll equations",
        "role",
        "region",
        "aria-label",
        "Equations of " + model.reference(),
        "tabindex",
        "0");
    if (math.isPresent()) {
      html.trusted(math.get());
    } else {
      html.leaf("pre", model.text());
    }
    html.close();
  }

  /** Ranges that bound nothing are left blank. */
  private static String range(String range) {
    String shown = minus(range.replace("inf", "∞"));
    return shown.equals("(−∞, ∞)") ? "" : shown;
  }

  /** Hyphens before numbers as minus signs. */
  private static String minus(String text) {
    return MINUS.matcher(text).replaceAll("−");
  }

  /** A table of parameters; columns that none of them fills are left out. */
  public static void parameters(Html html, String caption, List<Parameter> parameters) {
    boolean ranges = parameters.stream().anyMatch(p -> !range(p.range()).isBlank());
    boolean abouts = parameters.stream().anyMatch(p -> !p.about().isBlank());
    List<Table.Column> columns =
        new ArrayList<>(List.of(Table.words("Name"), Table.words("Value")));
    if (ranges) {
      columns.add(Table.words("Range"));
    }
    if (abouts) {
      columns.add(Table.words("Meaning"));
    }
    Table table = Table.begin(html, caption, Table.Kind.PLAIN, columns);
    for (Parameter parameter : parameters) {
      html.open("tr");
      html.open("th", "scope", "row").leaf("code", parameter.name()).close();
      table.unbroken(minus(parameter.value()));
      if (ranges) {
        table.unbroken(range(parameter.range()));
      }
      if (abouts) {
        table.cell(parameter.about());
      }
      html.closeLine();
    }
    table.end();
  }
}
