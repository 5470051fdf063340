package dev.glia.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.launcher.standin.FailingActivator;
import dev.glia.platform.testkit.TestBundle;
import dev.glia.platform.testkit.standin.StandInCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Boots small containers, each in a JVM of its own, as users do. */
@Timeout(60)
class LauncherTest {

  @TempDir Path temp;

  private Path home;
  private Path userHome;

  private record Result(int exitCode, String out, String err) {}

  @BeforeEach
  void layOutContainer() throws IOException {
    home = temp.resolve("container");
    userHome = temp.resolve("user");
    TestBundle.named("stand.in")
        .activator(StandInCommand.class)
        .writeTo(home.resolve("bundles/platform/stand-in.jar"));
  }

  @Test
  void argumentsReachTheCommandAndItsExitCodeComesBack() throws Exception {
    Result result = glia("one", "two words", "");

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.out()).contains("arguments one|two words|\n", "stopped\n");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void nothingOfTheProcessIsLeftInTheCache() throws Exception {
    glia();

    try (Stream<Path> left = Files.list(userHome.resolve("cache"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void roomsStartInOrder() throws Exception {
    TestBundle.named("a.plugin").writeTo(home.resolve("bundles/plugins/a.jar"));
    TestBundle.named("a.library").writeTo(home.resolve("bundles/libraries/z.jar"));

    assertThat(glia("bundles").out())
        .containsSubsequence("a.library 1.0.0 active", "stand.in", "a.plugin 1.0.0 active");
  }

  @Test
  void badPluginsAreReportedAndTheOthersStart() throws Exception {
    Files.createDirectories(home.resolve("bundles/plugins"));
    Files.writeString(home.resolve("bundles/plugins/1-torn.jar"), "not a jar");
    TestBundle.named("a.lonely")
        .header("Import-Package", "org.absent;version=\"[1.2,2)\"")
        .writeTo(home.resolve("bundles/plugins/2-lonely.jar"));
    TestBundle.named("a.failing")
        .activator(FailingActivator.class)
        .writeTo(home.resolve("bundles/plugins/3-failing.jar"));
    TestBundle.named("a.good").writeTo(home.resolve("bundles/plugins/4-good.jar"));

    Result result = glia("bundles");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).contains("a.good 1.0.0 active", "a.lonely 1.0.0 not active");
    assertThat(result.err().lines())
        .satisfiesExactly(
            torn -> assertThat(torn).startsWith("plugin 1-torn.jar failed: "),
            lonely ->
                assertThat(lonely)
                    .isEqualTo(
                        "plugin 2-lonely.jar failed: it needs the package org.absent [1.2.0,2.0.0),"
                            + " which no bundle exports"),
            failing ->
                assertThat(failing)
                    .startsWith("plugin 3-failing.jar failed: ")
                    .contains("no such device"));
  }

  @Test
  void missingCommandIsExplainedByWhatDidNotStart() throws Exception {
    TestBundle.named("stand.in")
        .header("Import-Package", "org.absent")
        .writeTo(home.resolve("bundles/platform/stand-in.jar"));

    Result result = glia();

    assertThat(result.exitCode()).isEqualTo(Launcher.INTERNAL_FAULT);
    assertThat(result.err())
        .contains("platform bundle stand-in.jar failed: it needs the package org.absent,")
        .contains("glia: no bundle offers the command line");
  }

  @Test
  void faultOfTheCommandIsAnInternalFaultAndTheContainerStops() throws Exception {
    Result result = glia("fail");

    assertThat(result.exitCode()).isEqualTo(Launcher.INTERNAL_FAULT);
    assertThat(result.out()).contains("stopped");
    assertThat(result.err()).contains("glia: internal fault: ", "failed on request");
  }

  @Test
  void interruptedCommandCleansUpBeforeTheProcessEnds() throws Exception {
    Process process = start("wait");
    try (BufferedReader out = process.inputReader()) {
      String line = out.readLine();
      while (!line.equals("waiting")) {
        line = out.readLine();
      }
      interrupt(process);
      assertThat(out.lines()).containsExactly("cleaned up", "stopped");
    }
    assertThat(process.waitFor()).isEqualTo(Interruption.EXIT_CODE);
    try (Stream<Path> left = Files.list(userHome.resolve("cache"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void installedPluginsAreLoadedByTheList() throws Exception {
    Path jar = TestBundle.named("my.lif").writeTo(userHome.resolve("plugins/my.lif-1.0.0.jar"));
    TestBundle.named("by.hand").writeTo(userHome.resolve("plugins/by.hand.jar"));
    list("# a comment", "", entry("my.lif", UserPlugins.sha256(jar), "my.lif-1.0.0.jar"));

    Result result = glia("bundles");

    assertThat(result.out()).contains("my.lif 1.0.0 active").doesNotContain("by.hand");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void listedPluginsThatCannotBeTrustedAreReportedAndLeftOut() throws Exception {
    Path jar = TestBundle.named("my.lif").writeTo(userHome.resolve("plugins/lif.jar"));
    Path outside = TestBundle.named("my.outside").writeTo(userHome.resolve("outside.jar"));
    TestBundle.named("shipped").writeTo(home.resolve("bundles/plugins/shipped.jar"));
    Path again = TestBundle.named("shipped").writeTo(userHome.resolve("plugins/shipped.jar"));
    list(
        entry("my.lif", "0".repeat(64), jar.getFileName().toString()),
        entry("my.gone", "0".repeat(64), "gone.jar"),
        entry("my.outside", UserPlugins.sha256(outside), "../outside.jar"),
        entry("shipped", UserPlugins.sha256(again), "shipped.jar"),
        "two fields\tonly");

    Result result = glia("bundles");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).doesNotContain("my.").containsOnlyOnce("shipped 1.0.0");
    assertThat(result.err().lines())
        .satisfiesExactlyInAnyOrder(
            line -> assertThat(line).startsWith("plugin my.lif 1.0.0 failed: its file was changed"),
            line ->
                assertThat(line).startsWith("plugin my.gone 1.0.0 failed: its file gone.jar is"),
            line -> assertThat(line).contains("my.outside 1.0.0 failed: ", "outside of the plugin"),
            line -> assertThat(line).contains("shipped 1.0.0 failed: ", "with the container"),
            line ->
                assertThat(line).contains("two fields failed: 4 fields wanted, 2 found", ":5)"));
  }

  private void list(String... lines) throws IOException {
    Files.write(userHome.resolve("plugins").resolve(UserPlugins.FILE), List.of(lines));
  }

  private static String entry(String symbolicName, String sha256, String file) {
    return String.join("\t", symbolicName, "1.0.0", sha256, file);
  }

  private Result glia(String... arguments) throws Exception {
    Path out = temp.resolve("out.txt");
    Path err = temp.resolve("err.txt");
    Process process =
        builder(arguments).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    int code = process.waitFor();
    return new Result(code, Files.readString(out), Files.readString(err));
  }

  private Process start(String... arguments) throws IOException {
    return builder(arguments).redirectErrorStream(true).start();
  }

  private ProcessBuilder builder(String... arguments) {
    List<String> command = new ArrayList<>();
    if (System.getProperty("os.name").equals("Linux")) {
      // A build in the background ignores SIGINT, and a JVM would inherit that.
      command.addAll(List.of("env", "--default-signal=INT"));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("-Dglia.home=" + home);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Launcher.class.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("GLIA_HOME", userHome.toString());
    return builder;
  }

  /** What Ctrl-C sends. */
  private static void interrupt(Process process) throws Exception {
    Process kill = new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
    assertThat(kill.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }
}
