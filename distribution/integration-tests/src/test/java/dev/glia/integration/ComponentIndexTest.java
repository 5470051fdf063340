package dev.glia.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.component.ComponentKind;
import dev.glia.integration.fixture.AssembledContainer;
import dev.glia.integration.fixture.InProcessContainer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

/** The index that the build reads off the jars says what a booted container really offers. */
class ComponentIndexTest {

  @TempDir Path temp;

  @Test
  void indexAndRegisteredServicesAreTheSame() throws Exception {
    AssembledContainer container = AssembledContainer.ofThisBuild();
    List<String> indexed = Files.readAllLines(container.home().resolve("components.tsv"));

    try (InProcessContainer booted = InProcessContainer.of(container, temp)) {
      List<String> registered = new ArrayList<>();
      for (ComponentKind kind : ComponentKind.values()) {
        for (ServiceReference<?> service : references(booted, kind)) {
          Bundle bundle = service.getBundle();
          registered.add(
              "%s\t%s\t%s\t%s\t%s"
                  .formatted(
                      kind.symbol(),
                      service.getProperty("glia.id"),
                      service.getProperty("glia.version"),
                      bundle.getSymbolicName(),
                      bundle.getVersion()));
        }
      }
      assertThat(indexed).isNotEmpty().containsExactlyInAnyOrderElementsOf(registered);
    }
  }

  private static ServiceReference<?>[] references(InProcessContainer booted, ComponentKind kind)
      throws Exception {
    ServiceReference<?>[] found = booted.context().getAllServiceReferences(kind.service(), null);
    return found == null ? new ServiceReference<?>[0] : found;
  }
}
