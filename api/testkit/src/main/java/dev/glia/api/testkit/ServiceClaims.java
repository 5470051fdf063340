package dev.glia.api.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.component.Component;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.ParameterSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** What a component in Java says of itself, held against how its bundle registers it. */
public final class ServiceClaims {
  private ServiceClaims() {}

  /**
   * Checks that the component is registered, under the interface of its kind, with the id and the
   * version that it describes; that its texts are there; that its defaults are values it accepts.
   */
  public static void check(Component component) throws IOException {
    Descriptor descriptor = component.descriptor();
    assertThat(registration(component.getClass()))
        .as("how the bundle registers %s", descriptor.reference())
        .contains("interface=\"" + descriptor.kind().service() + "\"")
        .contains("name=\"" + Component.ID + "\" type=\"String\" value=\"" + descriptor.id() + '"')
        .contains(
            "name=\"" + Component.VERSION + "\" type=\"String\" value=\"" + descriptor.version());
    assertThat(descriptor.summary()).isNotBlank().doesNotContain("\n").doesNotEndWith(".");
    for (ParameterSchema schema : descriptor.parameters()) {
      assertThat(schema.description()).as("what %s is", schema.name()).isNotBlank();
      if (!schema.isRequired()) {
        Settings.of(only(descriptor, schema));
      }
    }
  }

  private static Descriptor only(Descriptor descriptor, ParameterSchema schema) {
    return Descriptor.of(descriptor.kind(), descriptor.id(), descriptor.version(), "", "", schema);
  }

  private static String registration(Class<?> implementation) throws IOException {
    String resource = "/OSGI-INF/" + implementation.getName() + ".xml";
    try (InputStream in = implementation.getResourceAsStream(resource)) {
      assertThat(in).as("the component description %s", resource).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
