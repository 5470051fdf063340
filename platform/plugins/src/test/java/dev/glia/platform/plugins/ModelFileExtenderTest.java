package dev.glia.platform.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Fault;
import dev.glia.api.neuron.NeuronModel;
import dev.glia.platform.catalog.Catalog;
import dev.glia.platform.catalog.Lease;
import dev.glia.platform.plugins.container.LogCapture;
import dev.glia.platform.plugins.container.Models;
import dev.glia.platform.plugins.container.PluginJar;
import dev.glia.platform.plugins.container.TestContainer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

class ModelFileExtenderTest {
  @TempDir Path directory;
  private TestContainer container;
  private Catalog catalog;

  @BeforeEach
  void boot() {
    container = TestContainer.boot(directory);
    catalog = container.catalog();
  }

  @AfterEach
  void stop() {
    container.close();
  }

  @Test
  void modelFileOfABundleWithoutCodeIsOffered() {
    Bundle bundle =
        container.start(
            PluginJar.of("models").model("lif.yaml", Models.lif("lif", "1.2.0")).in(directory));

    assertThat(bundle.getRegisteredServices()[0].getProperty("glia.id")).isEqualTo("lif");
    assertThat(bundle.getRegisteredServices()[0].getProperty("glia.version")).isEqualTo("1.2.0");
    assertThat(catalog.offers(ComponentKind.NEURON))
        .extracting(offer -> offer.descriptor().reference() + " of " + offer.bundle())
        .containsExactly("lif@1.2.0 of models");
    try (Lease<NeuronModel> lease = catalog.lease(NeuronModel.class, "lif", "")) {
      assertThat(lease.component().equations().state()).hasSize(1);
      assertThat(lease.component().descriptor().parameters()).hasSize(5);
    }
  }

  @Test
  void headerThatIsWrittenUnusuallyIsFoundByReading() {
    String text =
        Models.lif("lif", "1.0.0")
            .replace("id: lif", "\"id\": 'lif'")
            .replace("version: 1.0.0", "version: \"1.0.0\" # quoted");
    container.start(PluginJar.of("models").model("lif.yaml", text).in(directory));

    assertThat(catalog.offers(ComponentKind.NEURON)).hasSize(1);
  }

  @Test
  void modelsGoWithTheirBundleAndComeBack() throws BundleException {
    Bundle bundle =
        container.start(
            PluginJar.of("models").model("lif.yaml", Models.lif("lif", "1.0.0")).in(directory));
    bundle.stop();
    assertThat(catalog.offers(ComponentKind.NEURON)).isEmpty();
    bundle.start();
    assertThat(catalog.offers(ComponentKind.NEURON)).hasSize(1);
  }

  @Test
  void modelIsReadableThoughItsBundleHasGone() throws BundleException {
    Bundle bundle =
        container.start(
            PluginJar.of("models").model("lif.yaml", Models.lif("lif", "1.0.0")).in(directory));
    try (Lease<NeuronModel> lease = catalog.lease(NeuronModel.class, "lif", "")) {
      bundle.uninstall();
      assertThat(lease.component().equations().state()).hasSize(1);
    }
  }

  @Test
  void brokenModelIsReportedOnceWithThePlaceAndStopsNoOther() {
    try (LogCapture log = LogCapture.of("dev.glia")) {
      container.start(
          PluginJar.of("models")
              .version("3.1.0")
              .model("a-broken.yaml", Models.broken("a-broken"))
              .model("b-unreadable.yaml", "glia: 1\nkind: [\n")
              .model("c-lif.yaml", Models.lif("lif", "1.0.0"))
              .in(directory));

      for (int i = 0; i < 3; i++) {
        assertThat(catalog.offers(ComponentKind.NEURON))
            .extracting(offer -> offer.descriptor().id())
            .containsExactly("lif");
      }
      assertThatThrownBy(() -> catalog.lease(NeuronModel.class, "a-broken", ""))
          .isInstanceOf(Fault.class)
          .hasMessageStartingWith("models@3.1.0 OSGI-INF/glia/a-broken.yaml:8:");
      assertThat(log.linesWith("models@3.1.0 OSGI-INF/glia/a-broken.yaml:8:")).hasSize(1);
      assertThat(log.linesWith("models@3.1.0 OSGI-INF/glia/b-unreadable.yaml:")).hasSize(1);
    }
  }

  @Test
  void onlyFilesOfTheFolderItselfAreModels() {
    container.start(
        PluginJar.of("models")
            .model("deeper/lif.yaml", Models.lif("lif", "1.0.0"))
            .model("lif.txt", Models.lif("lif", "1.0.0"))
            .in(directory));

    assertThat(catalog.offers(ComponentKind.NEURON)).isEmpty();
  }
}
