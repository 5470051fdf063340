package dev.glia.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.integration.fixture.AssembledContainer;
import dev.glia.integration.fixture.GliaProcess;
import dev.glia.integration.fixture.GliaProcess.Result;
import dev.glia.integration.fixture.GliaProcess.Running;
import dev.glia.platform.testkit.TestBundle;
import dev.glia.platform.testkit.standin.StandInCommand;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start script of the container, with a stand-in for the command line. */
class StartScriptTest {

  @TempDir Path temp;

  private AssembledContainer container;
  private GliaProcess glia;

  @BeforeEach
  void standIn() throws Exception {
    container = AssembledContainer.ofThisBuild().copyTo(temp.resolve("container"));
    for (String room : new String[] {"libraries", "api", "platform", "plugins"}) {
      container.without(room, "");
    }
    container.with(
        "platform",
        TestBundle.named("stand.in")
            .activator(StandInCommand.class)
            .writeTo(temp.resolve("stand-in.jar")));
    glia = GliaProcess.in(temp).container(container);
  }

  @Test
  void passesArgumentsAndExitCode() throws Exception {
    Result result = glia.run("one", "two words", "*");

    assertThat(result.out()).startsWith("arguments one|two words|*\n");
    assertThat(result.exitCode()).isEqualTo(3);
  }

  @Test
  void saysNothingOfItsOwnOnStandardError() throws Exception {
    assertThat(glia.run("quiet").err()).isEmpty();
  }

  @Test
  void standardErrorComesInOrderWithStandardOutput() throws Exception {
    assertThat(shell("\"$0\" fail > both 2>&1; cat both"))
        .containsSubsequence("arguments fail\n", "glia: internal fault: ", "stopped\n")
        .doesNotContain("incubator");
  }

  @Test
  void whatTheJvmSaysBeforeMainIsNotLost() throws Exception {
    assertThat(shell("GLIA_JAVA_OPTIONS=-XX:NoSuchOption \"$0\" 2>&1 | cat"))
        .contains("NoSuchOption");
  }

  @Test
  void startsThroughALinkFromAnotherDirectory() throws Exception {
    Path links = Files.createDirectories(temp.resolve("links/deeper"));
    Path link = Files.createSymbolicLink(links.resolve("glia"), container.startScript());
    Path relative = Files.createSymbolicLink(temp.resolve("links/again"), Path.of("deeper/glia"));

    for (Path path : new Path[] {link, relative}) {
      try (Running running = glia.start(path.toString(), new String[] {"a"})) {
        assertThat(running.await().out()).startsWith("arguments a\n");
      }
    }
  }

  @Test
  void interruptionReachesTheCommandAndGives130() throws Exception {
    try (Running running = glia.start("wait")) {
      running.awaitOut("waiting");
      running.interrupt();
      Result result = running.await();

      assertThat(result.exitCode()).isEqualTo(130);
      assertThat(result.out()).endsWith("cleaned up\nstopped\n");
    }
  }

  @Test
  void killedProcessLeavesACacheThatTheNextOneSweeps() throws Exception {
    try (Running running = glia.start("wait")) {
      running.awaitOut("waiting");
      running.kill();
      running.await();
    }
    Path cache = glia.gliaHome().resolve("cache");
    assertThat(cache).isNotEmptyDirectory();

    glia.run();

    assertThat(cache).isEmptyDirectory();
  }

  @Test
  void unsuitableJavaIsOneClearMessage() throws Exception {
    Result result = glia.environment("GLIA_JAVA_HOME", temp.toString()).run();

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .isEqualTo("glia: GLIA_JAVA_HOME (" + temp + ") is not a JDK 25 or newer.\n");
  }

  @Test
  void startCacheIsMadeOnceAndUsed() throws Exception {
    glia.environment("GLIA_AOT", "on");
    Path cache = container.home().resolve("cache");

    Result first = glia.run("first");
    assertThat(first.err()).isEmpty();
    try (Stream<Path> files = Files.list(cache)) {
      assertThat(files.map(Path::toString).filter(name -> name.endsWith(".aot"))).hasSize(1);
    }
    assertThat(Files.readString(cache.resolve("training.log"))).contains("arguments run|hello");

    Files.delete(cache.resolve("training.log"));
    assertThat(glia.run("second").exitCode()).isEqualTo(1);
    assertThat(cache.resolve("training.log")).doesNotExist();
  }

  /** What a shell prints that runs {@code commands}, with the start script as $0. */
  private String shell(String commands) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", commands, container.startScript().toString())
            .directory(temp.toFile());
    builder.environment().put("GLIA_HOME", temp.resolve("glia-home").toString());
    builder.environment().put("GLIA_AOT", "off");
    Process shell = builder.start();
    try (BufferedReader out = shell.inputReader()) {
      return out.lines().collect(Collectors.joining("\n", "", "\n"));
    }
  }
}
