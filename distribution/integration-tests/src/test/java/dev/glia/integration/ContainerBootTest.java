package dev.glia.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.integration.fixture.AssembledContainer;
import dev.glia.integration.fixture.BundleManifest;
import dev.glia.integration.fixture.InProcessContainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    Set<String> lacking = dependents(copy, copy.room("plugins").resolve(jar));
    Files.delete(copy.room("plugins").resolve(jar));

    try (InProcessContainer booted = InProcessContainer.of(copy, temp)) {
      assertThat(notActive(booted)).as("what doesn't import packages of it").isSubsetOf(lacking);
    }
  }

  /** Plugins that can't be without this one, a library: they import its packages, or theirs. */
  private static Set<String> dependents(AssembledContainer container, Path library)
      throws IOException {
    Set<String> packages = new HashSet<>(BundleManifest.of(library).exports().keySet());
    Set<String> dependents = new HashSet<>();
    boolean found = !packages.isEmpty();
    while (found) {
      found = false;
      for (Path jar : container.jars("plugins")) {
        BundleManifest manifest = BundleManifest.of(jar);
        if (!jar.equals(library)
            && !Collections.disjoint(manifest.imports(), packages)
            && dependents.add(manifest.symbolicName())) {
          packages.addAll(manifest.exports().keySet());
          found = true;
        }
      }
    }
    return dependents;
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
        .map(Bundle::getSymbolicName)
        .toList();
  }
}
