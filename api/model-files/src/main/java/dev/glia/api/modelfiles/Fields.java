package dev.glia.api.modelfiles;

import dev.glia.api.component.Fault;
import dev.glia.api.equations.EquationException;
import dev.glia.api.modelfiles.yaml.Mapping;
import dev.glia.api.modelfiles.yaml.Scalar;
import dev.glia.api.modelfiles.yaml.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * The fields of a model that hold text: each with its place, and so with the place of its errors.
 */
final class Fields {
  private static final String ID = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
  private static final String ID_EXAMPLE = "lower-case words joined by hyphens, as pair-stdp";
  private static final String VERSION = "\\d{1,9}\\.\\d{1,9}\\.\\d{1,9}";
  private static final int LONGEST_LINE = 200;

  private final Mapping model;

  Fields(Mapping model) {
    this.model = model;
  }

  @SafeVarargs
  final void refuseOthers(List<String>... known) {
    List<String> all = new ArrayList<>();
    for (List<String> some : known) {
      all.addAll(some);
    }
    model.refuseOthers(all);
  }

  Scalar require(String name) {
    return model.require(name).asScalar();
  }

  /** The text of a field; empty if it's missing. */
  String text(String name) {
    return model.find(name).map(node -> node.asScalar().text()).orElse("");
  }

  void ifPresent(String name, Consumer<String> use) {
    model.find(name).ifPresent(node -> use.accept(node.asScalar().text()));
  }

  /** A field that is shown in tables. */
  String line(String name) {
    String text = text(name).strip();
    if (text.length() > LONGEST_LINE || text.contains("\n")) {
      throw require(name).fault("one line of at most " + LONGEST_LINE + " characters, please");
    }
    return text;
  }

  String id() {
    return matching(require("id"), ID, ID_EXAMPLE);
  }

  String idGivenOutside(String id) {
    if (id.length() > LONGEST_LINE || !id.matches(ID)) {
      throw model.fault("a model is called by " + ID_EXAMPLE);
    }
    return id;
  }

  String version() {
    return matching(require("version"), VERSION, "three numbers, as 1.0.0");
  }

  private static String matching(Scalar field, String pattern, String example) {
    if (field.text().length() > LONGEST_LINE || !field.text().matches(pattern)) {
      throw field.fault("expected " + example + ", found " + field.form());
    }
    return field.text();
  }

  String choice(Scalar field, List<String> words) {
    if (!words.contains(field.text())) {
      throw field.fault("unknown word; " + Spelling.advice(field.text(), words));
    }
    return field.text();
  }

  /** The index of the word that a field holds; empty if the field is missing. */
  OptionalInt choice(String name, List<String> words) {
    return model
        .find(name)
        .map(node -> OptionalInt.of(words.indexOf(choice(node.asScalar(), words))))
        .orElseGet(OptionalInt::empty);
  }

  /** What the equation language says of a section, at its place in the file. */
  Fault fault(EquationException e) {
    return section(e.section())
        .map(field -> field.faultAt(e.line(), e.column(), e.problem()))
        .orElseGet(() -> model.fault(e.section() + ": " + e.problem()));
  }

  private Optional<Scalar> section(String name) {
    Optional<Scalar> field = scalar(name);
    return field.isPresent() ? field : scalar("on " + name);
  }

  private Optional<Scalar> scalar(String name) {
    return model.find(name).filter(Scalar.class::isInstance).map(Scalar.class::cast);
  }
}
