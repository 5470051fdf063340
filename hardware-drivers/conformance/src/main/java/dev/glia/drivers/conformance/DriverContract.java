package dev.glia.drivers.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.device.HardwareDriver;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Reporter;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What every hardware driver owes its users. A driver's test class extends it and says which driver
 * is meant; each group of tests is a class of its own, named after what it measures.
 *
 * <p>Results are compared within the precision that the driver's {@link
 * dev.glia.api.device.NumberFormat} declares. What a driver can't do is listed by {@link
 * #unsupported()}, each with its reason.
 */
@ExtendWith(UnsupportedTests.class)
public abstract class DriverContract {
  private static final String RANDOM_NETWORKS = "Random.randomNetworkSpikesAsTheReferenceDoes";

  /** The driver; the same object may be returned each time. Its first device is used. */
  protected abstract HardwareDriver driver();

  /**
   * Tests that the driver can't pass, as {@code Coupling.gapJunctionPullsTwoPotentialsTogether};
   * they're run all the same, and must still fail. The comparison of random networks is called
   * {@code Random.randomNetworkSpikesAsTheReferenceDoes}, and isn't run if it's listed.
   */
  protected List<Unsupported> unsupported() {
    return List.of();
  }

  @Test
  void everyUnsupportedTestExists() {
    Set<String> tests =
        Arrays.stream(DriverContract.class.getDeclaredClasses())
            .filter(group -> group.isAnnotationPresent(Nested.class))
            .flatMap(
                group ->
                    Arrays.stream(group.getSuperclass().getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(Test.class))
                        .map(method -> group.getSimpleName() + "." + method.getName()))
            .collect(Collectors.toSet());
    tests.add(RANDOM_NETWORKS);
    assertThat(tests).containsAll(unsupported().stream().map(Unsupported::test).toList());
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
