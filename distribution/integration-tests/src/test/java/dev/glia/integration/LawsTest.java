package dev.glia.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.integration.fixture.AssembledContainer;
import dev.glia.platform.testkit.TestBundle;
import dev.glia.platform.testkit.standin.StandInCommand;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The laws hold in the container that ships, and each would notice its breach. */
class LawsTest {

  @TempDir Path temp;

  private AssembledContainer copy;

  @BeforeEach
  void copyTheContainer() throws Exception {
    copy = AssembledContainer.ofThisBuild().copyTo(temp.resolve("container"));
  }

  @Test
  void shippedContainerKeepsTheLaws() throws Exception {
    assertThat(Laws.violations(AssembledContainer.ofThisBuild())).isEmpty();
  }

  @Test
  void pluginMustNotImportThePlatform() throws Exception {
    copy.with(
        "platform", jar("dev.glia.platform.inner", "Export-Package", "dev.glia.inner;version=1"));
    copy.with("plugins", jar("a.plugin", "Import-Package", "dev.glia.inner"));

    assertThat(Laws.violations(copy))
        .containsExactly(
            "The plugin a.plugin imports dev.glia.inner, which is neither API nor a library.");
  }

  @Test
  void pluginMustNotImportAnotherPlugin() throws Exception {
    copy.with(
        "plugins",
        TestBundle.named("a.plugin")
            .header("Export-Package", "a.inside;version=1")
            .header("Service-Component", "OSGI-INF/a.xml")
            .writeTo(temp.resolve("a.plugin.jar")));
    copy.with("plugins", jar("b.plugin", "Import-Package", "a.inside"));

    assertThat(Laws.violations(copy))
        .containsExactly(
            "The plugin b.plugin imports a.inside, which is neither API nor a library.");
  }

  @Test
  void pluginsMayShareABundleThatOffersNoComponent() throws Exception {
    copy.with("plugins", jar("a.library", "Export-Package", "a.shared;version=1"));
    copy.with("plugins", jar("b.plugin", "Import-Package", "a.shared"));

    assertThat(Laws.violations(copy)).isEmpty();
  }

  @Test
  void platformMustNotImportAPlugin() throws Exception {
    copy.with("plugins", jar("a.plugin", "Export-Package", "a.inside;version=1"));
    copy.with("platform", jar("dev.glia.platform.nosy", "Import-Package", "a.inside"));

    assertThat(Laws.violations(copy))
        .containsExactly(
            "The platform bundle dev.glia.platform.nosy imports a.inside,"
                + " which is neither API nor a library.");
  }

  @Test
  void platformMustNotNameAPluginInAString() throws Exception {
    copy.with("plugins", jar("dev.glia.platform.testkit.standin", "X-Nothing", "x"));
    copy.with(
        "platform",
        TestBundle.named("dev.glia.platform.nosy")
            .with(StandInCommand.class)
            .writeTo(temp.resolve("nosy.jar")));

    assertThat(Laws.violations(copy))
        .containsExactly(
            "The platform bundle dev.glia.platform.nosy names the plugin"
                + " dev.glia.platform.testkit.standin in its code.");
  }

  @Test
  void onlyDriversMayImportTheVectorApi() throws Exception {
    copy.with("plugins", jar("dev.glia.drivers.good", "Import-Package", "jdk.incubator.vector"));
    copy.with("plugins", jar("dev.glia.learning.bad", "Import-Package", "jdk.incubator.vector"));

    assertThat(Laws.violations(copy))
        .containsExactly("dev.glia.learning.bad imports jdk.incubator.vector and is no driver.");
  }

  @Test
  void exportedPackageNeedsAVersion() throws Exception {
    copy.with("api", jar("dev.glia.api.loose", "Export-Package", "dev.glia.api.loose"));

    assertThat(Laws.violations(copy))
        .containsExactly("dev.glia.api.loose exports dev.glia.api.loose without a version.");
  }

  private Path jar(String symbolicName, String header, String value) throws Exception {
    return TestBundle.named(symbolicName)
        .header(header, value)
        .writeTo(temp.resolve(symbolicName + ".jar"));
  }
}
