package dev.glia.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {

  private static final Path CHECKOUT = Path.of(System.getProperty("glia.checkout"));

  @Test
  void continuousIntegrationRunsTheTestCommandOfTheReadme() throws Exception {
    String command = Files.readAllLines(CHECKOUT.resolve(".ci/run")).getLast();

    assertThat(Files.readString(CHECKOUT.resolve("README.md"))).contains("\n" + command + " ");
    assertThat(command).startsWith("mvn ");
  }
}
