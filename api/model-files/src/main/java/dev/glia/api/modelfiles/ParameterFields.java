package dev.glia.api.modelfiles;

import dev.glia.api.component.Fault;
import dev.glia.api.component.ParameterSchema;
import dev.glia.api.component.ParameterType;
import dev.glia.api.equations.EquationException;
import dev.glia.api.equations.Parameter;
import dev.glia.api.modelfiles.yaml.Mapping;
import dev.glia.api.modelfiles.yaml.Node;
import dev.glia.api.modelfiles.yaml.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code parameters} of a model. */
final class ParameterFields {
  private static final List<String> KEYS = List.of("default", "unit", "range", "about");

  /** Takes a declaration, as the builders do. */
  interface Declare {
    Object parameter(String name, String defaultValue, String range, String description);
  }

  /** A parameter as written; the value is its default, or its unit if it has none. */
  private record Written(Scalar value, boolean required, Optional<Scalar> range) {}

  private final Mapping model;
  private final Map<String, Written> written = new LinkedHashMap<>();

  ParameterFields(Mapping model) {
    this.model = model;
  }

  void declare(Declare to) {
    Optional<Node> section = model.find("parameters");
    if (section.isEmpty()) {
      return;
    }
    Mapping parameters = section.get().asMapping();
    for (Mapping.Entry entry : parameters.entries()) {
      declare(entry, to);
    }
  }

  private void declare(Mapping.Entry entry, Declare to) {
    if (entry.value() instanceof Scalar value && !value.isNull()) {
      written.put(entry.name(), new Written(value, false, Optional.empty()));
      to.parameter(entry.name(), value.text(), "", "");
      return;
    }
    Mapping map = entry.value().asMapping();
    map.refuseOthers(KEYS);
    Optional<Scalar> unit = map.find("unit").map(Node::asScalar);
    if (unit.isPresent() && map.has("default")) {
      throw unit.get().fault("a default has its unit already; keep one of the two");
    }
    if (unit.isEmpty() && !map.has("default")) {
      throw map.fault("'default' is missing; a parameter without one needs a 'unit'");
    }
    Scalar value = unit.orElseGet(() -> map.require("default").asScalar());
    Optional<Scalar> range = map.find("range").map(Node::asScalar);
    written.put(entry.name(), new Written(value, unit.isPresent(), range));
    String about = map.find("about").map(node -> node.asScalar().text().strip()).orElse("");
    to.parameter(entry.name(), value.text(), range.map(Scalar::text).orElse(""), about);
  }

  /** What components say of the checked parameters, in the order of the file. */
  List<ParameterSchema> schemas(List<Parameter> checked) {
    List<ParameterSchema> schemas = new ArrayList<>();
    for (Parameter parameter : checked) {
      Written as = written.get(parameter.name());
      schemas.add(
          new ParameterSchema(
              parameter.name(),
              ParameterType.QUANTITY,
              parameter.unit(),
              as.required() ? "" : as.value().text().strip(),
              parameter.range(),
              List.of(),
              parameter.description()));
    }
    return schemas;
  }

  /** What the equation language says of a parameter, at its place in the file. */
  Optional<Fault> fault(EquationException e) {
    String name = e.section().substring(e.section().lastIndexOf(' ') + 1);
    Written as = written.get(name);
    if (as == null) {
      return Optional.empty();
    }
    if (e.section().equals("range of " + name)) {
      return as.range().map(range -> range.faultAt(e.line(), e.column(), e.problem()));
    }
    return e.section().equals("parameter " + name)
        ? Optional.of(as.value().faultAt(e.line(), e.column(), e.problem()))
        : Optional.empty();
  }
}
