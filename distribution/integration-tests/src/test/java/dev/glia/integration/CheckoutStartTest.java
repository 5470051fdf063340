package dev.glia.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./glia} of a checkout: when it builds, and what it says. Maven is a stand-in here. */
class CheckoutStartTest {

  private static final String SOURCE = "api/equations/src/main/java/Equations.java";

  /** Prints what Maven prints, and makes a container whose command prints its arguments. */
  private static final String MAVEN =
      """
      #!/bin/sh
      echo called >> "$MAVEN_CALLS"
      echo "Downloaded from here: a.jar"
      echo "[INFO] Building Glia API: equations 1.2.0-SNAPSHOT                 [1/2]"
      echo "[INFO] Building Glia container 1.2.0-SNAPSHOT                      [2/2]"
      if grep -q broken api/equations/src/main/java/Equations.java; then
        echo "[ERROR] Equations.java:[1,1] cannot find symbol"
        exit 1
      fi
      mkdir -p api/equations/target distribution/container/target/glia-1/bin
      printf '#!/bin/sh\\necho "started $*"\\nexit 7\\n' > distribution/container/target/glia-1/bin/glia
      chmod +x distribution/container/target/glia-1/bin/glia
      """;

  @TempDir Path temp;

  private Path checkout;
  private Path tools;

  private record Result(int exitCode, String out, String err) {}

  @BeforeEach
  void layOutCheckout() throws IOException {
    Path original = Path.of(System.getProperty("glia.checkout"));
    checkout = temp.resolve("check out");
    copy(original, "glia");
    copy(original, "distribution/container/src/main/bin/find-java.sh");
    write(checkout.resolve(SOURCE), "fine");
    write(checkout.resolve("pom.xml"), "<project/>");
    for (String room : List.of("platform", "bundles", "hardware-drivers")) {
      Files.createDirectories(checkout.resolve(room));
    }
    tools = temp.resolve("tools");
    write(tools.resolve("mvn"), MAVEN).toFile().setExecutable(true);
  }

  @Test
  void firstStartBuildsWithProgressAndThenStarts() throws Exception {
    Result result = glia("run", "hello");

    assertThat(result.exitCode()).isEqualTo(7);
    assertThat(result.out()).isEqualTo("started run hello\n");
    assertThat(result.err())
        .containsSubsequence("building", "  1/2 Glia API: equations\n", "  2/2 Glia container\n");
    assertThat(checkout.resolve("distribution/container/target/build.log"))
        .content()
        .contains("Downloaded from here: a.jar");
  }

  @Test
  void secondStartDoesNotBuild() throws Exception {
    glia();

    Result result = glia("list");

    assertThat(result.out()).isEqualTo("started list\n");
    assertThat(result.err()).isEmpty();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void newerSourceIsBuilt() throws Exception {
    glia();
    touch(SOURCE);

    assertThat(glia().err()).contains("building");
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void removedSourceIsNoticed() throws Exception {
    Path second = write(checkout.resolve(SOURCE).resolveSibling("Units.java"), "fine");
    glia();
    Files.delete(second);
    touch(checkout.relativize(second.getParent()).toString());

    glia();

    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void newerSourceIsNotBuiltIfThatIsSwitchedOff() throws Exception {
    glia();
    touch(SOURCE);

    assertThat(start("GLIA_BUILD=off ./glia").out()).isEqualTo("started \n");
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void newerTestsAndBuildOutputsAreNoReasonToBuild() throws Exception {
    write(checkout.resolve("api/equations/src/test/java/ATest.java"), "");
    write(checkout.resolve("api/equations/target/A.class"), "");
    glia();
    touch("api/equations/src/test/java/ATest.java");
    touch("api/equations/target/A.class");

    glia();

    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void failedBuildShowsItsErrorsAndIsTriedAgain() throws Exception {
    write(checkout.resolve(SOURCE), "broken");

    Result result = glia();

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .contains("the build failed", "build.log", "[ERROR] Equations.java:[1,1] cannot find");

    write(checkout.resolve(SOURCE), "fine");
    assertThat(glia().exitCode()).isEqualTo(7);
  }

  @Test
  void missingMavenIsOneClearMessage() throws Exception {
    Result result = start("PATH=/nowhere ./glia");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .isEqualTo(
            "glia: the first start builds Glia and needs Maven 3.8 or newer (mvn) on the PATH.\n");
  }

  @Test
  void startsThroughALinkFromAnotherDirectory() throws Exception {
    Files.createSymbolicLink(temp.resolve("link"), checkout.resolve("glia"));

    assertThat(start("cd / && '" + temp.resolve("link") + "' a").out()).isEqualTo("started a\n");
  }

  private Result glia(String... arguments) throws Exception {
    return start("./glia " + String.join(" ", arguments));
  }

  private Result start(String commands) throws Exception {
    Path out = temp.resolve("out");
    Path err = temp.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", "-c", commands)
            .directory(checkout.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("PATH", tools + ":" + System.getenv("PATH"));
    builder.environment().put("MAVEN_CALLS", temp.resolve("calls").toString());
    builder.environment().put("GLIA_JAVA_HOME", System.getProperty("java.home"));
    int code = builder.start().waitFor();
    return new Result(code, Files.readString(out), Files.readString(err));
  }

  private int builds() throws IOException {
    return Files.readAllLines(temp.resolve("calls")).size();
  }

  /** Later than any build of this test, whatever the file system's clock resolves. */
  private void touch(String file) throws IOException {
    Files.setLastModifiedTime(checkout.resolve(file), FileTime.from(Instant.now().plusSeconds(60)));
  }

  private void copy(Path original, String file) throws IOException {
    Path target = checkout.resolve(file);
    Files.createDirectories(target.getParent());
    Files.copy(original.resolve(file), target);
  }

  private static Path write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
