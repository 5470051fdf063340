package dev.glia.drivers.conformance;

import static dev.glia.api.testkit.SpikeTrainsAssert.assertThatSpikes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.glia.api.device.Ability;
import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Device;
import dev.glia.api.device.DeviceException;
import dev.glia.api.device.Gauge;
import dev.glia.api.network.Probe;
import dev.glia.api.testkit.Trial;
import dev.glia.v1.DeviceHealth;
import dev.glia.v1.DeviceHealth.Condition;
import dev.glia.v1.Telemetry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Who has a device, how it says it is, and what it has measured. */
abstract class PossessionTests extends DeviceTests {
  private static final Set<Gauge> CUMULATIVE = EnumSet.complementOf(EnumSet.of(Gauge.TEMPERATURE));

  private static Condition condition(Device device) {
    long begin = System.nanoTime();
    DeviceHealth health = device.health();
    assertThat(System.nanoTime() - begin)
        .as("ns that health took")
        .isLessThan(TimeUnit.SECONDS.toNanos(2));
    assertThat(health.getDevice()).isEqualTo(device.id());
    assertThat(health.getCondition())
        .isNotIn(Condition.CONDITION_UNSPECIFIED, Condition.UNRECOGNIZED);
    if (health.getCondition() != Condition.CONDITION_READY) {
      assertThat(health.getReason()).as("why it is %s", health.getCondition()).isNotBlank();
    }
    return health.getCondition();
  }

  @Test
  void devicesKeepTheirIds() {
    List<String> ids = driver().devices().stream().map(Device::id).toList();
    assertThat(ids).doesNotHaveDuplicates().contains(device().id());
    assertThat(driver().devices()).extracting(Device::id).containsExactlyElementsOf(ids);
    assertThat(ids).allSatisfy(id -> assertThat(id).isNotBlank());
  }

  @Test
  void aDeviceThatIsNotSharedTakesOneNetworkAtATime() {
    Device device = device();
    assertThat(condition(device)).isIn(Condition.CONDITION_READY, Condition.CONDITION_DEGRADED);
    if (device.isShared()) {
      bothRunOnTheirOwn();
      return;
    }
    try (Trial first = deploy(any())) {
      assertThat(condition(device())).isEqualTo(Condition.CONDITION_BUSY);
      assertThat(driver().devices())
          .as("devices in use are listed")
          .extracting(Device::id)
          .contains(device.id());
      assertThatExceptionOfType(DeviceException.class)
          .isThrownBy(() -> device.deploy(any().network(), DeployOptions.DEFAULT))
          .withMessageContaining(device.id());
      first.run(any().ticks());
      assertThat(first.deployment().now()).isEqualTo(any().ticks());
    }
    assertThat(condition(device())).isEqualTo(Condition.CONDITION_READY);
    deploy(any()).close();
  }

  private void bothRunOnTheirOwn() {
    Specimen specimen = any();
    try (Trial alone = deploy(specimen).run(specimen.ticks());
        Trial first = deploy(specimen);
        Trial second = deploy(specimen)) {
      int half = specimen.ticks() / 2;
      first.run(half);
      second.run(specimen.ticks());
      first.run(specimen.ticks() - half);
      for (Probe probe : specimen.network().probes()) {
        if (format().deterministic() && probe instanceof Probe.Spikes) {
          for (Trial trial : List.of(first, second)) {
            assertThatSpikes(trial.spikes(probe.population()))
                .isSameAsSpikes(alone.spikes(probe.population()));
          }
        }
      }
    }
  }

  @Test
  void measurementsHaveTheNamesAndUnitsThatTheyHaveEverywhere() {
    Map<Gauge, Double> before = readings(device());
    try (Trial trial = deploy(any()).run(any().ticks())) {
      Map<Gauge, Double> during = readings(device());
      for (Gauge gauge : CUMULATIVE) {
        if (before.containsKey(gauge)) {
          assertThat(during).as("still measured: %s", gauge).containsKey(gauge);
          assertThat(during.get(gauge))
              .as("%s never goes down", gauge.symbol())
              .isGreaterThanOrEqualTo(before.get(gauge));
        }
      }
      if (can(Ability.COUNTS_ENERGY)) {
        assertThat(during.get(Gauge.ENERGY))
            .as("J after a run")
            .isNotNull()
            .isGreaterThan(before.getOrDefault(Gauge.ENERGY, 0.0));
      } else {
        assertThat(during).doesNotContainKey(Gauge.ENERGY);
      }
      assertThat(trial.deployment().now()).isPositive();
    }
  }

  private static Map<Gauge, Double> readings(Device device) {
    Telemetry telemetry = device.telemetry();
    assertThat(telemetry.getDevice()).isEqualTo(device.id());
    assertThat(Math.abs(System.currentTimeMillis() - telemetry.getAt()))
        .as("ms since it was measured")
        .isLessThan(60_000);
    Map<Gauge, Double> known = new HashMap<>();
    for (Telemetry.Reading reading : telemetry.getReadingsList()) {
      assertThat(reading.getName()).isNotBlank();
      assertThat(reading.getUnit()).as("unit of %s", reading.getName()).isNotBlank();
      assertThat(reading.getValue()).as(reading.getName()).isFinite();
      Arrays.stream(Gauge.values())
          .filter(gauge -> gauge.symbol().equals(reading.getName()))
          .forEach(
              gauge -> {
                assertThat(reading.getUnit()).as("unit of %s", gauge).isEqualTo(gauge.unit());
                assertThat(known.put(gauge, reading.getValue())).as("%s once", gauge).isNull();
              });
    }
    return known;
  }

  /** Somebody may look at a device while it works. */
  @Test
  void lookingAtItDoesNotDisturbIt() throws Exception {
    Specimen specimen = any();
    Trial undisturbed = deploy(specimen);
    try (undisturbed) {
      undisturbed.run(specimen.ticks());
    }
    CountDownLatch done = new CountDownLatch(1);
    List<Throwable> failures = new ArrayList<>();
    try (Trial trial = deploy(specimen)) {
      Thread looker =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      while (!done.await(1, TimeUnit.MILLISECONDS)) {
                        condition(device());
                        readings(device());
                        driver().devices();
                      }
                    } catch (Throwable e) {
                      failures.add(e);
                    }
                  });
      trial.run(specimen.ticks());
      done.countDown();
      looker.join();
      assertThat(failures).isEmpty();
      for (Probe probe : specimen.network().probes()) {
        if (format().deterministic() && probe instanceof Probe.Spikes) {
          assertThatSpikes(trial.spikes(probe.population()))
              .isSameAsSpikes(undisturbed.spikes(probe.population()));
        }
      }
    }
  }
}
