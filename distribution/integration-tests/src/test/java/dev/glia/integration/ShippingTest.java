package dev.glia.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.integration.fixture.AssembledContainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A module that is built is shipped: distribution/container/pom.xml forgets none, nor keeps any.
 */
class ShippingTest {

  private static final Path CHECKOUT = Path.of(System.getProperty("glia.checkout")).normalize();

  /** Which folder's modules fill which rooms. */
  private static final Map<String, List<String>> FOLDERS =
      Map.of(
          "api", List.of("api"),
          "platform", List.of("platform"),
          "plugins", List.of("bundles", "hardware-drivers"));

  /** Kits for tests are built for plugin authors, who get them from Maven. */
  private static final List<String> NOT_SHIPPED =
      List.of("api/testkit", "platform/testkit", "hardware-drivers/conformance");

  @ParameterizedTest
  @ValueSource(strings = {"api", "platform", "plugins"})
  void everyModuleIsShipped(String room) throws Exception {
    TreeSet<String> modules = new TreeSet<>();
    for (String folder : FOLDERS.get(room)) {
      modules.addAll(artifacts(folder));
    }
    TreeSet<String> shipped = new TreeSet<>();
    for (Path jar : AssembledContainer.ofThisBuild().jars(room)) {
      shipped.add(jar.getFileName().toString().replaceFirst("-[0-9]+\\..*", ""));
    }
    assertThat(shipped).isNotEmpty().isEqualTo(modules);
  }

  /** The artifact names of the modules with code below a folder; they follow from the path. */
  private static List<String> artifacts(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(CHECKOUT.resolve(folder), 4)) {
      return files
          .filter(file -> file.endsWith("pom.xml") && !isAggregator(file))
          .map(file -> CHECKOUT.relativize(file.getParent()).toString())
          .filter(path -> !NOT_SHIPPED.contains(path) && !path.contains("target"))
          .map(path -> "glia-" + path.replace('/', '-'))
          .toList();
    }
  }

  private static boolean isAggregator(Path pom) {
    try {
      return Files.readString(pom).contains("<packaging>pom</packaging>");
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
