package dev.glia.platform.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.api.component.Fault;
import dev.glia.api.neuron.NeuronModel;
import dev.glia.platform.catalog.Lease;
import dev.glia.platform.plugins.container.Models;
import dev.glia.platform.plugins.container.TestContainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginPackerTest {
  @TempDir Path directory;

  @Test
  void packedModelIsInstalledIntoARunningContainerAndLeased() throws IOException {
    Path jar = directory.resolve("mine.jar");
    PackedPlugin packed = PluginPacker.pack(List.of(model("mine", "1.0.0")), jar);
    try (TestContainer container = TestContainer.boot(directory)) {
      PluginChange change = container.installer().install(jar);

      assertThat(change.message()).isEqualTo("installed glia.model.mine 1.0.0: neuron mine 1.0.0");
      assertThat(change.plugin().sha256()).isEqualTo(packed.sha256());
      try (Lease<NeuronModel> running =
          container.catalog().lease(NeuronModel.class, "mine", "[1,2)")) {
        PluginPacker.pack(List.of(model("mine", "1.1.0")), jar);
        container.installer().install(jar);
        assertThat(running.component().equations().state()).hasSize(1);
        assertThat(running.offer().descriptor().version()).isEqualTo("1.0.0");
        try (Lease<NeuronModel> next = container.catalog().lease(NeuronModel.class, "mine", "")) {
          assertThat(next.offer().descriptor().version()).isEqualTo("1.1.0");
        }
      }
    }
  }

  @Test
  void manifestSaysWhatTheBundleNeeds() throws IOException {
    PackedPlugin packed =
        PluginPacker.pack(List.of(model("mine", "1.2.3")), directory.resolve("x.jar"));

    assertThat(packed.symbolicName()).isEqualTo("glia.model.mine");
    assertThat(packed.version()).isEqualTo("1.2.3");
    assertThat(packed.models()).extracting(Object::toString).hasSize(1);
    try (JarFile jar = new JarFile(packed.jar().toFile())) {
      Manifest manifest = jar.getManifest();
      assertThat(manifest.getMainAttributes().getValue("Bundle-SymbolicName"))
          .isEqualTo("glia.model.mine");
      assertThat(manifest.getMainAttributes().getValue("Bundle-Version")).isEqualTo("1.2.3");
      assertThat(manifest.getMainAttributes().getValue("Require-Capability"))
          .isEqualTo(
              "osgi.extender;filter:=\"(&(osgi.extender=glia.models)(version>=1.0.0)"
                  + "(!(version>=2.0.0)))\"");
      assertThat(jar.getEntry("OSGI-INF/glia/mine.yaml")).isNotNull();
    }
  }

  @Test
  void sameModelsMakeTheSameBytes() throws IOException {
    Path a = model("a", "1.0.0");
    Path b = model("b", "2.0.0");
    PackedPlugin first = PluginPacker.pack(List.of(a, b), directory.resolve("pair.jar"));
    byte[] bytes = Files.readAllBytes(first.jar());
    Path moved = Files.move(a, directory.resolve("renamed.yaml"));
    PackedPlugin second = PluginPacker.pack(List.of(b, moved), directory.resolve("pair.jar"));

    assertThat(second.jar()).hasBinaryContent(bytes);
    assertThat(second.symbolicName()).isEqualTo("glia.models.pair");
    assertThat(second.version()).isEqualTo("2.0.0");
    assertThat(second.sha256()).isEqualTo(first.sha256());
  }

  @Test
  void brokenModelIsRefusedAndNothingWritten() throws IOException {
    Path jar = directory.resolve("x.jar");
    Path broken = Files.writeString(directory.resolve("broken.yaml"), Models.broken("broken"));

    assertThatThrownBy(() -> PluginPacker.pack(List.of(model("a", "1.0.0"), broken), jar))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("broken.yaml:8:");
    assertThat(jar).doesNotExist();
    assertThatThrownBy(() -> PluginPacker.pack(List.of(directory.resolve("absent.yaml")), jar))
        .hasMessageEndingWith("absent.yaml doesn't exist");
    assertThatThrownBy(() -> PluginPacker.pack(List.of(), jar))
        .hasMessage("no model file given to pack");
  }

  @Test
  void twinsAreRefused() throws IOException {
    Path one = Files.writeString(directory.resolve("one.yaml"), Models.lif("lif", "1.0.0"));
    Path two = Files.writeString(directory.resolve("two.yaml"), Models.lif("lif", "1.0.0"));

    assertThatThrownBy(() -> PluginPacker.pack(List.of(one, two), directory.resolve("x.jar")))
        .hasMessage(one + " and " + two + " are both neuron lif@1.0.0");
  }

  private Path model(String id, String version) throws IOException {
    return Files.writeString(directory.resolve(id + ".yaml"), Models.lif(id, version));
  }
}
