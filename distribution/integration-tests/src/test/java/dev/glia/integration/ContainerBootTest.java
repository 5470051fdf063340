package dev.glia.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.integration.fixture.AssembledContainer;
import dev.glia.integration.fixture.InProcessContainer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.framework.Bundle;

/** The container boots, whole and with any one plugin taken away. */
class ContainerBootTest {

  @TempDir Path temp;

  @Test
  void everyBundleOfTheContainerStarts() throws Exception {
    AssembledContainer container = AssembledContainer.ofThisBuild();

    try (InProcessContainer booted = InProcessContainer.of(container, temp)) {
      assertThat(notActive(booted)).isEmpty();
      assertThat(booted.context().getBundles())
          .hasSizeGreaterThan(container.jars("plugins").size() + container.jars("platform").size());
    }
  }

  static Stream<String> plugins() {
    return AssembledContainer.ofThisBuild().jars("plugins").stream()
        .map(jar -> jar.getFileName().toString());
  }

  @ParameterizedTest
  @MethodSource("plugins")
  void bootsWithoutPlugin(String jar) throws Exception {
    AssembledContainer copy = AssembledContainer.ofThisBuild().copyTo(temp.resolve("container"));
    Files.delete(copy.room("plugins").resolve(jar));

    try (InProcessContainer booted = InProcessContainer.of(copy, temp)) {
      assertThat(notActive(booted)).isEmpty();
    }
  }

  @Test
  void eclipseCollectionsFindsItsFactoriesInsideTheFramework() throws Exception {
    try (InProcessContainer booted =
        InProcessContainer.of(AssembledContainer.ofThisBuild(), temp)) {
      Bundle bundle =
          Arrays.stream(booted.context().getBundles())
              .filter(b -> b.getSymbolicName().equals("dev.glia.libraries.eclipsecollections"))
              .findFirst()
              .orElseThrow();
      Class<?> lists = bundle.loadClass("org.eclipse.collections.api.factory.primitive.IntLists");
      Object mutable = lists.getField("mutable").get(null);
      Object list =
          bundle
              .loadClass("org.eclipse.collections.api.factory.list.primitive.MutableIntListFactory")
              .getMethod("with", int[].class)
              .invoke(mutable, (Object) new int[] {1, 2, 3});

      assertThat(list).hasToString("[1, 2, 3]");
    }
  }

  private static List<String> notActive(InProcessContainer booted) {
    return Arrays.stream(booted.context().getBundles())
        .filter(bundle -> bundle.getState() != Bundle.ACTIVE)
        .map(Bundle::toString)
        .toList();
  }
}
