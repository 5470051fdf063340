package dev.glia.platform.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Fault;
import dev.glia.api.topology.Topology;
import dev.glia.platform.catalog.Lease;
import dev.glia.platform.plugins.container.FailingTopology;
import dev.glia.platform.plugins.container.PluginJar;
import dev.glia.platform.plugins.container.Ring;
import dev.glia.platform.plugins.container.RingTopology;
import dev.glia.platform.plugins.container.Rings;
import dev.glia.platform.plugins.container.TestContainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleRevision;

class PluginInstallerTest {
  @TempDir Path directory;
  private TestContainer container;
  private PluginInstaller installer;

  @BeforeEach
  void boot() {
    container = TestContainer.boot(directory);
    installer = container.installer();
  }

  @AfterEach
  void stop() {
    container.close();
  }

  @Test
  void installedPluginIsOfferedAndListed() {
    PluginChange change = installer.install(Rings.plugin("rings", "1.0.0").in(directory));

    assertThat(change.message()).isEqualTo("installed rings 1.0.0: topology ring 1.0.0");
    assertThat(change.offers()).containsExactly("topology ring 1.0.0");
    assertThat(leasedVersion()).isEqualTo("1.0.0");
    assertThat(installer.plugins())
        .containsExactly(new Plugin("rings", "1.0.0", change.plugin().sha256(), "rings-1.0.0.jar"));
    assertThat(change.plugin().sha256()).matches("[0-9a-f]{64}");
  }

  @Test
  void installingTheSameAgainChangesNothing() {
    Path jar = Rings.plugin("rings", "1.0.0").in(directory);
    installer.install(jar);

    assertThat(installer.install(jar).message()).isEqualTo("rings 1.0.0 is installed already");
    assertThat(container.bundles("rings")).hasSize(1);
  }

  @Test
  void newVersionReplacesTheOldOneWhoseLeaseLasts() {
    installer.install(Rings.plugin("rings", "1.0.0").in(directory));
    Lease<Topology> running = container.catalog().lease(Topology.class, "ring", "");
    PluginChange change = installer.install(Rings.plugin("rings", "1.1.0").in(directory));

    assertThat(change.message())
        .isEqualTo(
            "installed rings 1.1.0: topology ring 1.1.0; rings 1.0.0 leaves when its lease is"
                + " closed");
    assertThat(Rings.use(running.component())).isEqualTo(3);
    assertThat(leasedVersion()).isEqualTo("1.1.0");
    assertThat(installer.plugins()).extracting(Plugin::version).containsExactly("1.1.0");
    assertThat(pluginFiles()).contains("rings-1.1.0.jar").doesNotContain("rings-1.0.0.jar");
    running.close();
  }

  @Test
  void lowerVersionReplacesAHigherOneInTheSameWay() {
    installer.install(Rings.plugin("rings", "1.1.0").in(directory));
    installer.install(Rings.plugin("rings", "1.0.0").in(directory));

    assertThat(leasedVersion()).isEqualTo("1.0.0");
    assertThat(installer.plugins()).extracting(Plugin::version).containsExactly("1.0.0");
  }

  @Test
  void sameVersionWithOtherContentIsRefused() {
    installer.install(Rings.plugin("rings", "1.0.0").in(directory));

    assertRefused(
        Rings.plugin("rings", "1.0.0").header("X-Other", "content"),
        "rings 1.0.0 is installed already, with other content: raise its version");
  }

  @Test
  void pluginThatFailsToStartLeavesTheOldOneAlone() {
    installer.install(Rings.plugin("rings", "1.0.0").in(directory));

    assertRefused(
        Rings.plugin("rings", "1.1.0").header("Bundle-Activator", "absent.Activator"),
        "nothing has changed: it doesn't start: java.lang.ClassNotFoundException:"
            + " absent.Activator");
  }

  @Test
  void pluginWhoseComponentFailsLeavesTheOldOneAlone() {
    installer.install(Rings.plugin("rings", "1.0.0").in(directory));

    assertRefused(
        PluginJar.of("rings")
            .version("1.1.0")
            .component(FailingTopology.class, ComponentKind.TOPOLOGY, "ring", "1.1.0"),
        "java.lang.IllegalStateException: this component is made to fail");
    assertRefused(
        Rings.plugin("rings", "1.1.0")
            .declare("absent.Type", ComponentKind.TOPOLOGY, "broken", "1.1.0"),
        "topology broken 1.1.0 can't be made");
  }

  @Test
  void pluginWithABrokenModelIsRefusedWithThePlace() {
    assertRefused(
        PluginJar.of("models").model("broken.yaml", "glia: 1\nkind: neuron\nid: [\n"),
        "!/OSGI-INF/glia/broken.yaml:");
  }

  @Test
  void missingPackageIsNamedWithTheRangeWantedAndTheVersionHere() {
    String here = versionOf("dev.glia.api.topology");
    assertRefused(
        PluginJar.of("rings").header("Import-Package", "dev.glia.api.topology;version=\"[2.0,3)\""),
        "it needs package dev.glia.api.topology [2.0.0,3.0.0), here is "
            + here
            + ": use a newer Glia");
    assertRefused(
        PluginJar.of("rings").header("Import-Package", "dev.glia.api.topology;version=\"[0.1,1)\""),
        "it needs package dev.glia.api.topology [0.1.0,1.0.0), here is "
            + here
            + ": rebuild it for this Glia");
    assertRefused(
        PluginJar.of("rings").header("Import-Package", "org.absent;version=\"1.2\""),
        "it needs package org.absent in 1.2.0 or newer, which no bundle here exports");
    assertRefused(
        PluginJar.of("rings")
            .header("Require-Capability", "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=99))\""),
        "it needs Java 99, here is " + Runtime.version().feature());
    assertRefused(
        PluginJar.of("rings").header("Require-Capability", "coffee;filter:=\"(strength>=3)\""),
        "it needs coffee (strength>=3), which nothing here provides");
  }

  @Test
  void whatIsNoPluginIsRefused() throws IOException {
    Path text = Files.writeString(directory.resolve("notes.jar"), "not a zip");
    Path whole = Rings.plugin("rings", "1.0.0").in(directory);
    byte[] bytes = Files.readAllBytes(whole);
    Path half = Files.write(directory.resolve("half.jar"), Arrays.copyOf(bytes, bytes.length / 2));

    assertRefused(text, "notes.jar isn't a readable jar, it may be truncated");
    assertRefused(half, "half.jar isn't a readable jar, it may be truncated");
    assertRefused(directory.resolve("absent.jar"), "doesn't exist");
    assertRefused(directory, "isn't a file");
    assertRefused(PluginJar.of("x").header("Bundle-ManifestVersion", "1"), "isn't a bundle");
    assertRefused(PluginJar.of("x/../y"), "'x/../y' is no Bundle-SymbolicName");
    assertRefused(PluginJar.of("x").version("one"), "'one' is no Bundle-Version");
    assertRefused(PluginJar.of("x").header("Fragment-Host", "y"), "is a fragment of y");
    assertRefused(
        PluginJar.of("dev.glia.platform.catalog").version("9.0.0"), "is part of Glia itself");
  }

  @Test
  void failedWriteOfTheListUndoesTheInstallation() throws IOException {
    installer.install(Rings.plugin("rings", "1.0.0").in(directory));
    Path list = container.user().resolve("plugins/plugins.tsv");
    byte[] before = Files.readAllBytes(list);
    // A directory in the way of the new list.
    Files.createDirectories(container.user().resolve("plugins/plugins.tsv.new/in-the-way"));
    Path jar = Rings.plugin("rings", "1.1.0").in(directory);

    assertThatThrownBy(() -> installer.install(jar))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.kind()).isEqualTo(Fault.Kind.EXTERNAL))
        .hasMessageContaining("plugins.tsv can't be written");
    assertThat(leasedVersion()).isEqualTo("1.0.0");
    assertThat(list).hasBinaryContent(before);
    assertThat(container.bundles("rings")).hasSize(1);
  }

  @Test
  void removedPluginIsGoneOnceItsLeaseIsClosed() throws Exception {
    installer.install(Rings.plugin("rings", "1.0.0").in(directory));
    Bundle bundle = container.bundles("rings").get(0);
    Lease<Topology> lease = container.catalog().lease(Topology.class, "ring", "");
    PluginChange change = installer.remove("rings", "");

    assertThat(change.message())
        .isEqualTo("removed rings 1.0.0; rings 1.0.0 leaves when its lease is closed");
    assertThat(installer.plugins()).isEmpty();
    assertThat(pluginFiles()).noneMatch(file -> file.endsWith(".jar"));
    assertThat(Rings.use(lease.component())).isEqualTo(3);
    var gone = container.admission().retire(bundle).toCompletableFuture();
    lease.close();
    gone.get(10, java.util.concurrent.TimeUnit.SECONDS);
    assertThat(container.bundles("rings")).isEmpty();
  }

  @Test
  void pluginThatIsLeavingCanBeInstalledAgain() {
    Path jar = Rings.plugin("rings", "1.0.0").in(directory);
    installer.install(jar);
    Bundle bundle = container.bundles("rings").get(0);
    try (Lease<Topology> lease = container.catalog().lease(Topology.class, "ring", "")) {
      installer.remove("rings", "1.0.0");
      installer.install(jar);
      assertThat(lease.component()).isNotNull();
    }

    assertThat(leasedVersion()).isEqualTo("1.0.0");
    assertThat(container.bundles("rings")).containsExactly(bundle);
    assertThat(installer.plugins()).hasSize(1);
  }

  @Test
  void removalOfWhatIsNotAPluginIsExplained() {
    installer.install(Rings.plugin("rings", "1.0.0").in(directory));

    assertThatThrownBy(() -> installer.remove("ring", ""))
        .hasMessage("no plugin 'ring': did you mean 'rings'?");
    assertThatThrownBy(() -> installer.remove("rings", "2.0.0"))
        .hasMessage("plugin rings is installed as 1.0.0, not 2.0.0");
    assertThatThrownBy(() -> installer.remove("dev.glia.platform.catalog", ""))
        .hasMessage(
            "dev.glia.platform.catalog is part of the container, only plugins can be removed");
  }

  @Test
  void removedPluginGivesWayToTheContainersOwnBundle() throws IOException {
    Path shipped = Files.createDirectories(directory.resolve("home/bundles/plugins"));
    Path own =
        Files.move(Rings.plugin("rings", "1.0.0").in(directory), shipped.resolve("rings.jar"));
    container.start(own);
    installer.install(Rings.plugin("rings", "1.1.0").in(directory));
    assertThat(leasedVersion()).isEqualTo("1.1.0");

    assertThat(installer.remove("rings", "").message())
        .isEqualTo("removed rings 1.1.0; the container's own 1.0.0 is back");
    assertThat(leasedVersion()).isEqualTo("1.0.0");
  }

  @Test
  void pluginThatReplacedTheContainersOwnBundleDoesSoAfterARestart() throws IOException {
    Path own = Rings.plugin("rings", "1.1.0").in(directory);
    container.start(own);
    installer.install(Rings.plugin("rings", "1.0.0").in(directory));
    container.close();
    container = TestContainer.boot(directory);
    container.start(own);
    assertThat(leasedVersion()).isEqualTo("1.1.0");
    container.startListedPlugins();

    assertThat(leasedVersion()).isEqualTo("1.0.0");
  }

  @Test
  void pluginsAreThereAfterARestart() {
    installer.install(Rings.plugin("rings", "1.0.0").in(directory));
    installer.install(
        PluginJar.of("arcs")
            .component(RingTopology.class, ComponentKind.TOPOLOGY, "arc", "1.0.0")
            .with(Ring.class)
            .in(directory));
    installer.remove("arcs", "");
    container.close();
    container = TestContainer.boot(directory);
    installer = container.installer();
    container.startListedPlugins();

    assertThat(leasedVersion()).isEqualTo("1.0.0");
    assertThat(container.catalog().offers(ComponentKind.TOPOLOGY)).hasSize(1);
    installer.install(Rings.plugin("rings", "1.1.0").in(directory));
    assertThat(leasedVersion()).isEqualTo("1.1.0");
    installer.remove("rings", "");
    assertThat(installer.plugins()).isEmpty();
  }

  @Test
  void secondContainerOfTheUserTakesTheSamePlugin() {
    Path jar = Rings.plugin("rings", "1.0.0").in(directory);
    installer.install(jar);
    try (TestContainer second = TestContainer.boot(directory, container.user())) {
      second.installer().install(jar);

      assertThat(second.bundles("rings")).hasSize(1);
      assertThat(second.installer().plugins()).hasSize(1);
      installer.remove("rings", "");
      assertThat(second.installer().remove("rings", "").message()).isEqualTo("removed rings 1.0.0");
      assertThat(second.catalog().offers(ComponentKind.TOPOLOGY)).isEmpty();
    }
  }

  /** Refused, and everything is as it was. */
  private String versionOf(String exported) {
    return Stream.of(container.context().getBundles())
        .flatMap(
            bundle -> bundle.adapt(BundleRevision.class).getDeclaredCapabilities(null).stream())
        .filter(
            capability -> exported.equals(capability.getAttributes().get("osgi.wiring.package")))
        .map(capability -> capability.getAttributes().get("version").toString())
        .findFirst()
        .orElseThrow();
  }

  private void assertRefused(PluginJar plugin, String message) {
    assertRefused(plugin.in(directory), message);
  }

  private void assertRefused(Path jar, String message) {
    List<Bundle> before = List.of(container.context().getBundles());
    List<Plugin> listed = installer.plugins();
    List<String> files = pluginFiles();

    assertThatThrownBy(() -> installer.install(jar))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.kind()).isEqualTo(Fault.Kind.INPUT))
        .hasMessageContaining(message);
    assertThat(container.context().getBundles()).containsExactlyElementsOf(before);
    assertThat(installer.plugins()).isEqualTo(listed);
    assertThat(pluginFiles()).isEqualTo(files);
    if (!listed.isEmpty()) {
      assertThat(leasedVersion()).isEqualTo(listed.get(0).version());
    }
  }

  private List<String> pluginFiles() {
    String[] files = container.user().resolve("plugins").toFile().list();
    return files == null ? List.of() : Arrays.stream(files).sorted().toList();
  }

  private String leasedVersion() {
    try (Lease<Topology> lease = container.catalog().lease(Topology.class, "ring", "")) {
      assertThat(Rings.use(lease.component())).isEqualTo(3);
      return lease.offer().descriptor().version();
    }
  }
}
