package dev.glia.platform.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Fault;
import dev.glia.api.encoding.Encoder;
import dev.glia.api.neuron.NeuronModel;
import dev.glia.api.topology.Topology;
import dev.glia.platform.catalog.Catalog;
import dev.glia.platform.catalog.Lease;
import dev.glia.platform.catalog.Offer;
import dev.glia.platform.plugins.container.PluginJar;
import dev.glia.platform.plugins.container.Ring;
import dev.glia.platform.plugins.container.RingTopology;
import dev.glia.platform.plugins.container.Rings;
import dev.glia.platform.plugins.container.TestContainer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

class CatalogTest {
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
  void listsByIdThenNewestFirst() {
    container.start(
        Rings.plugin("a", "1.2.0")
            .component(RingTopology.class, ComponentKind.TOPOLOGY, "arc", "0.1.0")
            .in(directory));
    container.start(Rings.plugin("b", "1.10.0").in(directory));

    assertThat(catalog.offers(ComponentKind.TOPOLOGY))
        .extracting(offer -> offer.descriptor().reference() + " of " + offer.bundle())
        .containsExactly("arc@0.1.0 of a", "ring@1.10.0 of b", "ring@1.2.0 of a");
    assertThat(catalog.offers(ComponentKind.NEURON)).isEmpty();
  }

  @Test
  void whatWasThereBeforeTheCatalogIsListedToo() throws BundleException {
    Bundle own = container.bundles("dev.glia.platform.catalog").get(0);
    own.stop();
    container.start(Rings.plugin("a", "1.0.0").in(directory));
    own.start();

    assertThat(container.catalog().offers(ComponentKind.TOPOLOGY)).hasSize(1);
  }

  @Test
  void leaseTakesTheNewestInRange() {
    container.start(Rings.plugin("a", "1.0.0").in(directory));
    container.start(Rings.plugin("a", "1.1.0").in(directory));
    container.start(Rings.plugin("a", "2.0.0").in(directory));

    assertThat(leasedVersion("")).isEqualTo("2.0.0");
    assertThat(leasedVersion("[1,2)")).isEqualTo("1.1.0");
    assertThat(leasedVersion("[1.0,1.1)")).isEqualTo("1.0.0");
    assertThat(leasedVersion("1.0.5")).isEqualTo("2.0.0");
  }

  @Test
  void amongEqualVersionsTheNewerBundleIsTaken() {
    container.start(
        PluginJar.of("a")
            .version("5.0.0")
            .component(RingTopology.class, ComponentKind.TOPOLOGY, "ring", "1.0.0")
            .in(directory));
    container.start(
        PluginJar.of("a")
            .version("6.0.0")
            .component(RingTopology.class, ComponentKind.TOPOLOGY, "ring", "1.0.0")
            .in(directory));

    try (Lease<Topology> lease = catalog.lease(Topology.class, "ring", "")) {
      assertThat(lease.offer().bundleVersion()).isEqualTo("6.0.0");
    }
  }

  @Test
  void leasesAreCounted() {
    Bundle bundle = container.start(Rings.plugin("a", "1.0.0").in(directory));
    Lease<Topology> first = catalog.lease(Topology.class, "ring", "");
    Lease<Topology> second = catalog.lease(Topology.class, "ring", "");

    assertThat(onlyOffer().leases()).isEqualTo(2);
    assertThat(container.admission().leases(bundle)).isEqualTo(2);
    first.close();
    first.close();
    assertThat(onlyOffer().leases()).isEqualTo(1);
    second.close();
    assertThat(container.admission().leases(bundle)).isZero();
  }

  @Test
  void closedLeaseLetsItsComponentGo() {
    container.start(Rings.plugin("a", "1.0.0").in(directory));
    Lease<Topology> lease = catalog.lease(Topology.class, "ring", "");
    lease.close();

    assertThatThrownBy(lease::component)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the lease on ring@1.0.0 is closed");
  }

  @Test
  void leaseOutlivesTheRetirementOfItsBundle() throws Exception {
    Bundle bundle = container.start(Rings.plugin("a", "1.0.0").in(directory));
    Lease<Topology> lease = catalog.lease(Topology.class, "ring", "");
    var gone = container.admission().retire(bundle).toCompletableFuture();

    assertThat(catalog.offers(ComponentKind.TOPOLOGY)).isEmpty();
    assertThatThrownBy(() -> catalog.lease(Topology.class, "ring", ""))
        .hasMessageContaining("1.0.0 is being removed and takes no new users");
    assertThat(bundle.getState()).isEqualTo(Bundle.ACTIVE);
    assertThat(Rings.use(lease.component())).isEqualTo(3);
    assertThat(gone).isNotDone();

    lease.close();
    gone.get(10, TimeUnit.SECONDS);
    assertThat(bundle.getState()).isEqualTo(Bundle.UNINSTALLED);
  }

  @Test
  void retirementCanBeTakenBackWhileLeasesLast() {
    Bundle bundle = container.start(Rings.plugin("a", "1.0.0").in(directory));
    try (Lease<Topology> lease = catalog.lease(Topology.class, "ring", "")) {
      container.admission().retire(bundle);
      assertThat(container.admission().reinstate(bundle)).isTrue();
      assertThat(lease.component()).isNotNull();
    }
    assertThat(bundle.getState()).isEqualTo(Bundle.ACTIVE);
    assertThat(leasedVersion("")).isEqualTo("1.0.0");
  }

  @Test
  void withheldBundleIsNotLent() {
    container.start(Rings.plugin("a", "1.0.0").in(directory));
    Bundle fresh = container.install(Rings.plugin("a", "1.1.0").in(directory));
    container.admission().withhold(fresh);
    assertThat(fresh).satisfies(Bundle::start);

    assertThat(leasedVersion("")).isEqualTo("1.0.0");
    container.admission().admit(fresh);
    assertThat(leasedVersion("")).isEqualTo("1.1.0");
  }

  @Test
  void leaseSurvivesABundleThatIsStoppedByForce() throws BundleException {
    Bundle bundle = container.start(Rings.plugin("a", "1.0.0").in(directory));
    Lease<Topology> lease = catalog.lease(Topology.class, "ring", "");
    bundle.stop();

    assertThat(catalog.offers(ComponentKind.TOPOLOGY)).isEmpty();
    assertThat(Rings.use(lease.component())).isEqualTo(3);
    bundle.start();
    try (Lease<Topology> again = catalog.lease(Topology.class, "ring", "")) {
      assertThat(again.component()).isNotSameAs(lease.component());
    }
    lease.close();
    assertThat(container.admission().leases(bundle)).isZero();
  }

  @Test
  void leaseSurvivesABundleThatIsUninstalledByForce() throws BundleException {
    Bundle bundle = container.start(Rings.plugin("a", "1.0.0").in(directory));
    Lease<Topology> lease = catalog.lease(Topology.class, "ring", "");
    Rings.use(lease.component());
    bundle.uninstall();

    assertThat(Rings.use(lease.component())).isEqualTo(3);
    lease.close();
  }

  @Test
  void componentThatCannotBeMadeIsLeftOutOfListings() {
    container.start(
        Rings.plugin("a", "1.0.0")
            .declare("absent.Type", ComponentKind.TOPOLOGY, "broken", "1.0.0")
            .in(directory));

    assertThat(catalog.offers(ComponentKind.TOPOLOGY))
        .extracting(offer -> offer.descriptor().id())
        .containsExactly("ring");
    assertThatThrownBy(() -> catalog.lease(Topology.class, "broken", ""))
        .isInstanceOf(Fault.class)
        .hasMessage(
            "topology 'broken' 1.0.0 of bundle a 1.0.0 couldn't be started: the log says why");
  }

  @Test
  void missingComponentIsExplained() {
    container.start(Rings.plugin("a", "1.2.0").in(directory));

    assertMissing("rnig", "", "no topology 'rnig': did you mean 'ring'?");
    assertMissing("small-world", "", "no topology 'small-world': there are ring");
    assertMissing(
        "ring", "[2,3)", "no topology 'ring' in version range [2.0.0,3.0.0): there is 1.2.0");
    assertThatThrownBy(() -> catalog.lease(NeuronModel.class, "ring", ""))
        .hasMessage("no neuron model 'ring': 'ring' is a topology");
    assertThatThrownBy(() -> catalog.lease(Encoder.class, "poisson", ""))
        .hasMessage("no encoder 'poisson': no installed bundle offers encoders");
    assertThatThrownBy(() -> catalog.lease(Topology.class, "ring", "[1"))
        .hasMessageStartingWith("not a version range: '[1'");
    assertThatThrownBy(() -> catalog.lease(dev.glia.api.component.Component.class, "ring", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void missingComponentNamesTheBundleThatWouldOfferIt() throws Exception {
    container.start(Rings.plugin("a", "1.0.0").in(directory));
    Files.createDirectories(directory.resolve("home"));
    Files.writeString(
        directory.resolve("home/components.tsv"),
        """
        neuron\tlif\t1.0.0\tdev.glia.neurons.integrateandfire\t1.1.0
        topology\tring\t2.0.0\trings\t2.0.0
        a line that says nothing
        topology\tall-to-all\tnot.a.version\trings\t2.0.0
        """);

    assertThatThrownBy(() -> catalog.lease(NeuronModel.class, "lif", ""))
        .hasMessage(
            "no neuron model 'lif': bundle dev.glia.neurons.integrateandfire offers it but isn't"
                + " installed");
    assertThatThrownBy(() -> catalog.lease(NeuronModel.class, "lfi", ""))
        .hasMessage("no neuron model 'lfi': did you mean 'lif'?");
  }

  private void assertMissing(String id, String range, String message) {
    assertThatThrownBy(() -> catalog.lease(Topology.class, id, range))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.kind()).isEqualTo(Fault.Kind.MISSING))
        .hasMessage(message);
  }

  private Offer onlyOffer() {
    assertThat(catalog.offers(ComponentKind.TOPOLOGY)).hasSize(1);
    return catalog.offers(ComponentKind.TOPOLOGY).get(0);
  }

  private String leasedVersion(String range) {
    try (Lease<Topology> lease = catalog.lease(Topology.class, "ring", range)) {
      assertThat(lease.component().getClass()).isNotEqualTo(RingTopology.class);
      assertThat(lease.component().connect(layer(), layer(), null, 0)).isNotInstanceOf(Ring.class);
      return lease.offer().descriptor().version();
    }
  }

  private static dev.glia.api.topology.Layer layer() {
    return dev.glia.api.topology.Layer.of("cells", 10);
  }
}
