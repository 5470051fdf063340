package dev.glia.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.integration.fixture.AssembledContainer;
import dev.glia.integration.fixture.GliaProcess;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gradient-trained networks in the container. */
class TensorTest {
  @TempDir Path temp;

  /** Native libraries can't be loaded twice in a process; a second load would fail the study. */
  @Test
  void aNewVersionOfTheTensorBundleTakesOverInARunningContainer() throws Exception {
    Path newer = tensorBundle("1.1.1");
    GliaProcess.Result result =
        GliaProcess.in(temp)
            .input(
                """
                reproduce dcls-delays --profile smoke
                install %s
                bundles
                reproduce dcls-delays --profile smoke --force
                exit
                """
                    .formatted(newer))
            .run("shell");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).containsPattern("dev\\.glia\\.tensor +1\\.1\\.1 +active");
    List<String> learned =
        result.out().lines().filter(line -> line.contains("learned-beat-fixed")).toList();
    assertThat(learned).as(result.out() + result.err()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(learned.get(0)).isEqualTo(learned.get(1)).doesNotContain("not measured");
  }

  private Path tensorBundle(String version) throws Exception {
    Path shipped;
    try (Stream<Path> jars = Files.list(AssembledContainer.ofThisBuild().room("plugins"))) {
      shipped =
          jars.filter(jar -> jar.getFileName().toString().startsWith("glia-bundles-tensor"))
              .findFirst()
              .orElseThrow();
    }
    Path newer = temp.resolve("tensor-" + version + ".jar");
    try (JarFile jar = new JarFile(shipped.toFile())) {
      Manifest manifest = jar.getManifest();
      manifest.getMainAttributes().putValue("Bundle-Version", version);
      try (OutputStream file = Files.newOutputStream(newer);
          JarOutputStream out = new JarOutputStream(file, manifest)) {
        for (JarEntry entry : jar.stream().filter(e -> !e.isDirectory()).toList()) {
          if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
            out.putNextEntry(new JarEntry(entry.getName()));
            try (InputStream in = jar.getInputStream(entry)) {
              in.transferTo(out);
            }
            out.closeEntry();
          }
        }
      }
    }
    return newer;
  }
}
