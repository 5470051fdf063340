package dev.glia.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.integration.fixture.AssembledContainer;
import dev.glia.integration.fixture.GliaProcess;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person is told when a plugin isn't there. */
class MissingPluginTest {
  @TempDir Path temp;

  @Test
  void saysWhichComponentIsMissingAndWhichBundleOffersIt() throws Exception {
    AssembledContainer container =
        AssembledContainer.ofThisBuild()
            .copyTo(temp.resolve("container"))
            .without("plugins", "glia-bundles-neurons-integrate-and-fire");

    GliaProcess.Result result = GliaProcess.in(temp).container(container).run("run", "hello");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains("hello.yaml:9")
        .contains("no neuron model 'lif'")
        .contains("bundle dev.glia.neurons.integrateandfire offers it but isn't installed");
    assertThat(temp.resolve("runs")).doesNotExist();
  }

  @Test
  void aContainerWithoutDriversSaysSo() throws Exception {
    AssembledContainer container =
        AssembledContainer.ofThisBuild()
            .copyTo(temp.resolve("container"))
            .without("plugins", "glia-hardware-drivers");

    GliaProcess.Result result = GliaProcess.in(temp).container(container).run("run", "hello");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("'cpu'").contains("bundle dev.glia.drivers.cpu offers it");
  }
}
