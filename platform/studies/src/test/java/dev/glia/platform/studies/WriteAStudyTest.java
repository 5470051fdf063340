package dev.glia.platform.studies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.component.Component;
import dev.glia.api.study.Profile;
import dev.glia.platform.store.ClaimResult;
import dev.glia.platform.store.Outcome;
import dev.glia.platform.store.RunStore;
import dev.glia.platform.store.StoredRun;
import dev.glia.platform.store.Verdict;
import dev.glia.platform.store.sqlite.SqliteRunStores;
import dev.glia.platform.testkit.TestCatalog;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows docs/write-a-study.md literally. */
class WriteAStudyTest {
  private static final Pattern FILE =
      Pattern.compile("```(?:yaml|java)\n(?:#|//) (\\S+)\n(.*?)```", Pattern.DOTALL);
  private static final int SHORT = 60;

  @TempDir Path root;

  @Test
  void studyOfThePageIsShortAndItsClaimPasses() throws Exception {
    Path classes = Files.createDirectories(root.resolve("classes/lab"));
    Matcher file = FILE.matcher(Files.readString(Path.of("../../docs/write-a-study.md")));
    long lines = 0;
    while (file.find()) {
      Files.writeString(classes.resolve(file.group(1)), file.group(2));
      lines += file.group(2).lines().count();
    }
    assertThat(lines).isBetween(40L, (long) SHORT + 15); // with the experiment
    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                classes.resolve("MoreInput.java").toString());
    assertThat(compiled).isZero();
    try (URLClassLoader loader =
            new URLClassLoader(new URL[] {root.resolve("classes").toUri().toURL()});
        RunStore store = new SqliteRunStores().open(root.resolve("runs"))) {
      Component study =
          (Component) loader.loadClass("lab.MoreInput").getConstructor().newInstance();
      StudyRunner runner =
          Lab.over(
              TestCatalog.of(study)
                  .withModels("poisson", "lif", "exponential")
                  .withClasses(
                      "dev.glia.topologies.FixedProbability", "dev.glia.drivers.cpu.CpuDriver"));

      StoredRun record =
          runner.run(
              StudyRequest.of("more-input", Profile.QUICK),
              StudyOptions.standard(),
              store,
              StudyListener.SILENT);

      assertThat(record.cells()).allSatisfy(cell -> assertThat(cell.message()).isEmpty());
      assertThat(record.outcome()).isEqualTo(Outcome.COMPLETED);
      assertThat(record.claims()).extracting(ClaimResult::verdict).containsExactly(Verdict.PASSED);
      assertThat(record.models())
          .extracting(model -> model.reference())
          .contains("lif@1.0.0", "poisson@1.0.0");
    }
  }
}
