package dev.glia.platform.plugins.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.api.component.Fault;
import dev.glia.api.topology.Topology;
import dev.glia.platform.catalog.Lease;
import dev.glia.platform.plugins.ContainerClient;
import dev.glia.platform.plugins.container.Rings;
import dev.glia.platform.plugins.container.TestContainer;
import dev.glia.v1.BundleInfo;
import dev.glia.v1.ControlReply;
import dev.glia.v1.ControlRequest;
import dev.glia.v1.InstallPlugin;
import dev.glia.v1.ListBundles;
import dev.glia.v1.RemovePlugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlSocketTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir Path directory;

  @Test
  void pluginIsInstalledListedAndRemovedOverTheSocket() {
    try (TestContainer container = TestContainer.boot(directory)) {
      ControlConnection connection = ControlConnection.to(Listening.await(container));
      Path jar = Rings.plugin("rings", "1.0.0").in(directory);

      assertThat(connection.ask(install(jar), SOON).getMessage())
          .isEqualTo("installed rings 1.0.0: topology ring 1.0.0");
      try (Lease<Topology> lease = container.catalog().lease(Topology.class, "ring", "")) {
        assertThat(Rings.use(lease.component())).isEqualTo(3);
        BundleInfo info = find(connection, "rings");
        assertThat(info.getState()).isEqualTo("active");
        assertThat(info.getLeases()).isEqualTo(1);
        assertThat(info.getOffers(0).getKind()).isEqualTo("topology");
        assertThat(info.getOffers(0).getId()).isEqualTo("ring");
        assertThat(connection.ask(remove("rings"), SOON).getMessage())
            .startsWith("removed rings 1.0.0; rings 1.0.0 leaves when");
        assertThat(find(connection, "rings").getState()).isEqualTo("leaving");
      }
    }
  }

  @Test
  void refusalArrivesInTheContainersWords() {
    try (TestContainer container = TestContainer.boot(directory)) {
      ControlConnection connection = ControlConnection.to(Listening.await(container));

      assertThatThrownBy(() -> connection.ask(install(directory.resolve("absent.jar")), SOON))
          .isInstanceOf(Fault.class)
          .hasMessageEndingWith("absent.jar doesn't exist");
      assertThatThrownBy(() -> connection.ask(install(Path.of("relative.jar")), SOON))
          .hasMessage("the jar must be given with its full path");
      assertThatThrownBy(() -> connection.ask(ControlRequest.newBuilder(), SOON))
          .hasMessage("the request asks for nothing that this version knows");
    }
  }

  @Test
  void wrongTokenIsRefused() {
    try (TestContainer container = TestContainer.boot(directory)) {
      ContainerDescription real = Listening.await(container);
      ContainerDescription guess =
          new ContainerDescription(
              real.file(), real.pid(), real.host(), real.started(), real.socket(), "guess");

      assertThatThrownBy(
              () ->
                  ControlConnection.to(guess)
                      .ask(
                          ControlRequest.newBuilder()
                              .setListBundles(ListBundles.getDefaultInstance()),
                          SOON))
          .hasMessage("the token is wrong");
    }
  }

  @Test
  void onlyTheUserCanReadFolderSocketAndToken() throws IOException {
    Path run = Files.createDirectories(directory.resolve("user/run"));
    Files.setPosixFilePermissions(run, PosixFilePermissions.fromString("rwxrwxrwx"));
    try (TestContainer container = TestContainer.boot(directory)) {
      ContainerDescription description = Listening.await(container);

      assertThat(permissions(run)).isEqualTo("rwx------");
      assertThat(permissions(description.socket())).isEqualTo("rw-------");
      assertThat(permissions(description.file())).isEqualTo("rw-------");
      assertThat(description.token()).matches("[0-9a-f]{64}");
    }
  }

  @Test
  void stoppedContainerLeavesNothingBehind() {
    TestContainer container = TestContainer.boot(directory);
    Listening.await(container);
    container.close();

    assertThat(container.user().resolve("run")).isEmptyDirectory();
  }

  @Test
  void remainsOfDeadContainersAreDeleted() throws IOException {
    Path run = Files.createDirectories(directory.resolve("user/run"));
    long dead = deadProcess();
    Files.writeString(run.resolve(dead + ".sock"), "");
    Files.writeString(run.resolve(dead + ".container"), describe(dead, HostName.get(), run));
    Files.writeString(run.resolve("77.container"), describe(dead, "another machine", run));
    Files.writeString(run.resolve("78.container"), "neither key nor value");

    assertThat(ContainerClient.running(directory.resolve("user"))).isEmpty();
    assertThat(run.toFile().list()).containsExactlyInAnyOrder("77.container", "78.container");
  }

  @Test
  void numberThatWentToAnotherProcessIsNotTakenForTheContainer() throws IOException {
    Path run = Files.createDirectories(directory.resolve("user/run"));
    long self = ProcessHandle.current().pid();
    Path file = run.resolve(self + ".container");
    // It says that it started in 1970; this process is younger.
    Files.writeString(file, describe(self, HostName.get(), run));

    assertThat(new RunFolder(directory.resolve("user")).living()).isEmpty();
    assertThat(file).doesNotExist();
  }

  @Test
  void containerDoesNotTakeItselfForAnother() {
    try (TestContainer container = TestContainer.boot(directory)) {
      Listening.await(container);

      assertThat(new RunFolder(container.user()).living()).hasSize(1);
      assertThat(ContainerClient.running(container.user())).isEmpty();
    }
  }

  @Test
  void pathThatIsTooLongForASocketGetsAShortOne() {
    Path user = directory.resolve("a".repeat(120));
    ContainerDescription description;
    try (TestContainer container = TestContainer.boot(directory, user)) {
      description = Listening.await(container);

      assertThat(description.socket().toString().length()).isLessThan(101);
      assertThat(description.file()).hasParent(user.resolve("run"));
      assertThat(find(ControlConnection.to(description), "dev.glia.platform.plugins").getState())
          .isEqualTo("active");
    }
    assertThat(description.socket()).doesNotExist();
    assertThat(description.socket().getParent()).doesNotExist();
  }

  @Test
  void containerWorksWithoutASocketWhereItCannotListen() throws IOException {
    Path user = Files.createDirectories(directory.resolve("user"));
    Files.writeString(user.resolve("run"), "a file where the folder should be");
    try (TestContainer container = TestContainer.boot(directory)) {
      container.installer().install(Rings.plugin("rings", "1.0.0").in(directory));

      assertThat(container.bundles("rings")).hasSize(1);
    }
  }

  private static BundleInfo find(ControlConnection connection, String symbolicName) {
    ControlReply reply =
        connection.ask(
            ControlRequest.newBuilder().setListBundles(ListBundles.getDefaultInstance()), SOON);
    List<BundleInfo> found =
        reply.getBundlesList().stream()
            .filter(bundle -> bundle.getSymbolicName().equals(symbolicName))
            .toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static ControlRequest.Builder install(Path jar) {
    return ControlRequest.newBuilder()
        .setInstall(InstallPlugin.newBuilder().setJar(jar.toString()));
  }

  private static ControlRequest.Builder remove(String symbolicName) {
    return ControlRequest.newBuilder()
        .setRemove(RemovePlugin.newBuilder().setSymbolicName(symbolicName));
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private static long deadProcess() throws IOException {
    Process process = new ProcessBuilder("true").start();
    process.onExit().join();
    return process.pid();
  }

  private static String describe(long pid, String host, Path run) {
    return new ContainerDescription(run, pid, host, 0, run.resolve(pid + ".sock"), "secret").text();
  }
}
