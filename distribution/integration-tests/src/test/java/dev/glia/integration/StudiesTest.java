package dev.glia.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.integration.fixture.GliaProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** A study from the command line: run, kept, shown, run again. */
class StudiesTest {
  @TempDir Path temp;

  @Test
  void studiesAreListedWithTheirProfiles() throws Exception {
    GliaProcess.Result result = GliaProcess.in(temp).run("studies");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).contains("symmetric-stdp").contains("2018").contains("quick 5 cells");
  }

  @Test
  void anUnknownStudyIsNamed() throws Exception {
    GliaProcess.Result result = GliaProcess.in(temp).run("reproduce", "asymmetric-stdp");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("asymmetric-stdp");
  }

  @Test
  @EnabledIfEnvironmentVariable(
      named = "GLIA_DATA",
      matches = ".+",
      disabledReason = "needs MNIST: set GLIA_DATA to a folder with mnist/")
  void smokeProfileRunsIsKeptAndGivesTheSameNumbersAgain() throws Exception {
    GliaProcess glia = GliaProcess.in(temp);

    GliaProcess.Result first = glia.run("reproduce", "symmetric-stdp", "--profile", "smoke");
    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.out()).contains("passed").contains("even-window").contains("not measured");

    GliaProcess.Result cached = glia.run("reproduce", "symmetric-stdp", "--profile", "smoke");
    assertThat(cached.err()).contains("kept from before");

    GliaProcess.Result again = glia.run("rerun", "latest");
    assertThat(again.exitCode()).as(again.out() + again.err()).isZero();
    assertThat(again.out()).contains("all numbers are equal");

    assertThat(glia.run("runs", "--where", "window_uneven < 1e-6").out())
        .contains("symmetric-stdp-");
    assertThat(glia.run("show", "latest").out()).contains("accuracy");
    assertThat(glia.run("export", "latest", "--to", "exported").exitCode()).isZero();
    assertThat(temp.resolve("exported/cells.csv")).isNotEmptyFile();
    assertThat(glia.run("gc", "--dry-run").exitCode()).isZero();
    assertReportsStandAlone(glia.gliaHome().resolve("store/reports"));
  }

  private static void assertReportsStandAlone(Path reports) throws Exception {
    assertThat(reports.resolve("index.html")).isNotEmptyFile();
    List<Path> pages;
    try (Stream<Path> files = Files.list(reports)) {
      pages = files.filter(file -> file.toString().endsWith(".html")).toList();
    }
    assertThat(pages).hasSizeGreaterThan(1);
    for (Path page : pages) {
      assertThat(Files.readString(page))
          .contains("<h1")
          .doesNotContain("<script src")
          .doesNotContain("<link rel=\"stylesheet\"");
    }
  }
}
