package dev.glia.drivers.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.device.Device;
import dev.glia.api.device.HardwareDriver;
import dev.glia.api.network.Network;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What every driver and its devices owe their users, whatever networks they can take. A driver's
 * test class extends it, and supplies the driver, networks that fit and one that doesn't, and the
 * plug. A driver that takes any equations extends {@link DriverContract} instead, which also holds
 * it to closed forms.
 *
 * <p>What a driver doesn't declare among its {@link dev.glia.api.device.Ability abilities} isn't
 * asked of it; it must refuse it. The device is used by one test at a time.
 */
@ExtendWith(UnsupportedTests.class)
public abstract class DeviceContract {
  /** The driver; the same object may be returned each time. */
  protected abstract HardwareDriver driver();

  /** Networks that it can take, all small; the first is used where any will do. */
  protected abstract List<Specimen> specimens();

  /** A network that it can't take, for a reason that its mapping can see. */
  protected abstract Network refused();

  /** The device that is tested; the first that the driver finds. */
  protected Device device() {
    return driver().devices().getFirst();
  }

  /** The device's plug; absent only for shared devices, which are the machine that we run on. */
  protected Optional<Plug> plug() {
    return Optional.empty();
  }

  /**
   * Tests that the driver can't pass, as {@code Coupling.gapJunctionPullsTwoPotentialsTogether};
   * they're run all the same, and must still fail.
   */
  protected List<Unsupported> unsupported() {
    return List.of();
  }

  @Test
  void everyUnsupportedTestExists() {
    assertThat(tests()).containsAll(unsupported().stream().map(Unsupported::test).toList());
  }

  /** Names of all tests that may be listed as unsupported. */
  Set<String> tests() {
    Set<String> tests = new TreeSet<>();
    for (Class<?> each = getClass(); each != Object.class; each = each.getSuperclass()) {
      for (Class<?> group : each.getDeclaredClasses()) {
        if (group.isAnnotationPresent(Nested.class)) {
          Arrays.stream(group.getSuperclass().getDeclaredMethods())
              .filter(method -> method.isAnnotationPresent(Test.class))
              .forEach(method -> tests.add(group.getSimpleName() + "." + method.getName()));
        }
      }
    }
    return tests;
  }

  @Nested
  class Declaration extends DeclarationTests {
    @Override
    DeviceContract contract() {
      return DeviceContract.this;
    }
  }

  @Nested
  class Numerics extends NumericsTests {
    @Override
    DeviceContract contract() {
      return DeviceContract.this;
    }
  }

  @Nested
  class Repetition extends RepetitionTests {
    @Override
    DeviceContract contract() {
      return DeviceContract.this;
    }
  }

  @Nested
  class States extends StatesTests {
    @Override
    DeviceContract contract() {
      return DeviceContract.this;
    }
  }

  @Nested
  class Hostility extends HostilityTests {
    @Override
    DeviceContract contract() {
      return DeviceContract.this;
    }
  }

  @Nested
  class Possession extends PossessionTests {
    @Override
    DeviceContract contract() {
      return DeviceContract.this;
    }
  }

  @Nested
  class Unplugging extends UnpluggingTests {
    @Override
    DeviceContract contract() {
      return DeviceContract.this;
    }
  }
}
