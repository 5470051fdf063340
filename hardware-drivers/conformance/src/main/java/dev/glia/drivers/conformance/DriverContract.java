package dev.glia.drivers.conformance;

import dev.glia.api.device.HardwareDriver;
import dev.glia.api.network.Network;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Reporter;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Nested;

/**
 * What a driver owes its users that takes any equations: the {@link DeviceContract}, and closed
 * forms. Its test class extends this one and says which driver is meant; each group of tests is a
 * class of its own, named after what it measures.
 *
 * <p>Results are compared within the precision that the driver's {@link
 * dev.glia.api.device.NumberFormat} declares. What it can't do is listed by {@link #unsupported()},
 * each with its reason; the comparison of random networks is called {@code
 * Random.randomNetworkSpikesAsTheReferenceDoes}, and isn't run if it's listed.
 */
public abstract class DriverContract extends DeviceContract {
  private static final String RANDOM_NETWORKS = "Random.randomNetworkSpikesAsTheReferenceDoes";

  @Override
  protected List<Specimen> specimens() {
    return List.of(
        new Specimen(
            "taught pairs", Examples.taughtPairs(), 300, Examples.teaching(300), Agreement.exact()),
        Specimen.of("everything at once", Examples.everythingAtOnce(7), 400)
            .agreeing(
                Agreement.within(
                    0.1, 1, "rounding decides crossings that come near to the threshold")));
  }

  @Override
  protected Network refused() {
    return Examples.impossible();
  }

  @Override
  Set<String> tests() {
    Set<String> tests = super.tests();
    tests.add(RANDOM_NETWORKS);
    return tests;
  }

  /** Small networks of any shape: see {@link RandomNetworks} for what "the same" means. */
  @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
  void randomNetworkSpikesAsTheReferenceDoes(@ForAll long shape, Reporter reporter) {
    for (Unsupported entry : unsupported()) {
      if (entry.test().equals(RANDOM_NETWORKS)) {
        reporter.publishValue("unsupported", entry.reason());
        return;
      }
    }
    boolean whole = new RandomNetworks(driver()).compare(shape);
    Statistics.label("compared to the end")
        .collect(whole)
        .coverage(coverage -> coverage.check(true).percentage(share -> share > 90));
  }

  @Nested
  class Service extends ServiceTests {
    @Override
    HardwareDriver driver() {
      return DriverContract.this.driver();
    }
  }

  @Nested
  class Probing extends ProbingTests {
    @Override
    HardwareDriver driver() {
      return DriverContract.this.driver();
    }
  }

  @Nested
  class Membrane extends MembraneTests {
    @Override
    HardwareDriver driver() {
      return DriverContract.this.driver();
    }
  }

  @Nested
  class Synapses extends SynapsesTests {
    @Override
    HardwareDriver driver() {
      return DriverContract.this.driver();
    }
  }

  @Nested
  class Reset extends ResetTests {
    @Override
    HardwareDriver driver() {
      return DriverContract.this.driver();
    }
  }

  @Nested
  class Coupling extends CouplingTests {
    @Override
    HardwareDriver driver() {
      return DriverContract.this.driver();
    }
  }

  @Nested
  class Randomness extends RandomnessTests {
    @Override
    HardwareDriver driver() {
      return DriverContract.this.driver();
    }
  }

  @Nested
  class Plasticity extends PlasticityTests {
    @Override
    HardwareDriver driver() {
      return DriverContract.this.driver();
    }
  }

  @Nested
  class Snapshots extends SnapshotsTests {
    @Override
    HardwareDriver driver() {
      return DriverContract.this.driver();
    }
  }

  @Nested
  class Determinism extends DeterminismTests {
    @Override
    HardwareDriver driver() {
      return DriverContract.this.driver();
    }
  }

  @Nested
  class Acceptance extends AcceptanceTests {
    @Override
    HardwareDriver driver() {
      return DriverContract.this.driver();
    }
  }
}
