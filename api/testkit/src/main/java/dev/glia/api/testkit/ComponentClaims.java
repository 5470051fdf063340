package dev.glia.api.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.component.Descriptor;
import dev.glia.api.component.ParameterSchema;
import dev.glia.api.equations.Parameter;
import java.util.List;

/** What a model says of itself, held against its equations. */
final class ComponentClaims {
  private ComponentClaims() {}

  static void check(Descriptor descriptor, List<Parameter> parameters) {
    assertThat(descriptor.summary())
        .as("the summary of %s, one line without a full stop", descriptor.id())
        .isNotBlank()
        .doesNotContain("\n")
        .doesNotEndWith(".");
    assertThat(descriptor.parameters().stream().map(ParameterSchema::name))
        .as("described parameters of %s", descriptor.id())
        .containsExactlyInAnyOrderElementsOf(parameters.stream().map(Parameter::name).toList());
    for (Parameter parameter : parameters) {
      assertThat(parameter.description()).as("what %s is", parameter.name()).isNotBlank();
      if (!parameter.isRequired()) {
        assertThat(parameter.range().contains(parameter.defaultValue()))
            .as("whether the default of %s is in its range", parameter.name())
            .isTrue();
      }
    }
    for (ParameterSchema schema : descriptor.parameters()) {
      Parameter parameter =
          parameters.stream().filter(p -> p.name().equals(schema.name())).findFirst().orElseThrow();
      assertThat(schema.description()).as("description of %s", schema.name()).isNotBlank();
      assertThat(schema.unit().dimension())
          .as("dimension of %s", schema.name())
          .isEqualTo(parameter.unit().dimension());
      assertThat(schema.isRequired())
          .as("whether %s must be given", schema.name())
          .isEqualTo(parameter.isRequired());
    }
  }
}
