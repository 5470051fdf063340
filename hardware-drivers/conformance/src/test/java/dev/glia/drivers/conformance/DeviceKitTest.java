package dev.glia.drivers.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedMethod;

import dev.glia.api.device.Ability;
import dev.glia.api.device.Capabilities;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.Device;
import dev.glia.api.device.DeviceLostException;
import dev.glia.api.device.Fit;
import dev.glia.api.device.HardwareDriver;
import dev.glia.api.device.Mapping;
import dev.glia.api.device.OutputBlock;
import dev.glia.v1.DeviceHealth;
import dev.glia.v1.DeviceHealth.Condition;
import dev.glia.v1.NetworkState;
import dev.glia.v1.Telemetry;
import example.tally.TallyConformanceTest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * A driver of one's own with a mistake doesn't get past the kit: the test that's meant finds it.
 */
class DeviceKitTest {
  /** What a method does instead; {@code good} is what it should do it to. */
  private interface Fault {
    Object call(Object good, Method method, Object[] arguments) throws Exception;
  }

  private static final Fault NONE = (good, method, arguments) -> method.invoke(good, arguments);

  private static Fault driverFault = NONE;
  private static Fault deviceFault = NONE;
  private static Fault deploymentFault = NONE;

  /** The example of docs/write-a-driver.md, with a mistake in it. */
  static class Subject extends TallyConformanceTest {
    @Override
    protected HardwareDriver driver() {
      return proxy(HardwareDriver.class, super.driver(), driverFault);
    }
  }

  @AfterEach
  void mend() {
    driverFault = deviceFault = deploymentFault = NONE;
  }

  /** What drivers find and devices deploy is faulty in its turn. */
  private static <T> T proxy(Class<T> type, Object good, Fault fault) {
    return type.cast(
        Proxy.newProxyInstance(
            DeviceKitTest.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              try {
                return wrapped(fault.call(good, method, arguments));
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  private static Object wrapped(Object result) {
    if (result instanceof List<?> list && !list.isEmpty() && list.getFirst() instanceof Device) {
      return list.stream().map(each -> proxy(Device.class, each, deviceFault)).toList();
    }
    return result instanceof Deployment deployment
        ? proxy(Deployment.class, deployment, deploymentFault)
        : result;
  }

  private static Fault on(String name, Fault instead) {
    return (good, method, arguments) ->
        (method.getName().equals(name) ? instead : NONE).call(good, method, arguments);
  }

  /** Whether a test of the contract fails. */
  private static boolean finds(Class<?> group, String test) {
    List<TestExecutionResult.Status> ended = new ArrayList<>();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectNestedMethod(List.of(Subject.class), group, test))
                .build(),
            new TestExecutionListener() {
              @Override
              public void executionFinished(TestIdentifier each, TestExecutionResult result) {
                if (each.isTest()) {
                  ended.add(result.getStatus());
                }
              }
            });
    assertThat(ended).as(test).hasSize(1);
    return ended.contains(TestExecutionResult.Status.FAILED);
  }

  @Test
  void theExampleItselfPasses() {
    assertThat(finds(DeviceContract.Possession.class, "lookingAtItDoesNotDisturbIt")).isFalse();
  }

  @Test
  void aMappingThatHidesItsRoundingIsFound() {
    driverFault =
        on(
            "map",
            (good, method, arguments) ->
                new Mapping(
                    ((Mapping) method.invoke(good, arguments))
                        .entries().stream()
                            .map(
                                e ->
                                    e.verdict() == Mapping.Verdict.QUANTIZED
                                        ? Mapping.Entry.exact(e.term(), "")
                                        : e)
                            .toList()));
    assertThat(finds(DeviceContract.Declaration.class, "weightsAreOffAsFarAsTheMappingSays"))
        .isTrue();
  }

  @Test
  void aMappingThatForgetsATermIsFound() {
    driverFault =
        on(
            "map",
            (good, method, arguments) ->
                new Mapping(
                    ((Mapping) method.invoke(good, arguments))
                        .entries().stream().skip(1).toList()));
    assertThat(finds(DeviceContract.Declaration.class, "mapsEveryTermOfANetwork")).isTrue();
  }

  @Test
  void aFitThatDisagreesWithTheMappingIsFound() {
    driverFault = on("fit", (good, method, arguments) -> Fit.PERFECT);
    assertThat(
            finds(
                DeviceContract.Declaration.class,
                "refusesWhatItCannotTakeWithASentenceAndStaysUsable"))
        .isTrue();
  }

  @Test
  void abilitiesThatAreNotThereAreFound() {
    driverFault =
        on(
            "capabilities",
            (good, method, arguments) -> {
              Capabilities can = (Capabilities) method.invoke(good, arguments);
              Set<Ability> more = EnumSet.copyOf(can.abilities());
              more.add(Ability.COUNTS_ENERGY);
              more.remove(Ability.WRITES_WEIGHTS);
              return new Capabilities(
                  can.neurons(), can.synapses(), can.learning(), can.formats(), can.limits(), more);
            });
    assertThat(
            finds(
                DeviceContract.Possession.class,
                "measurementsHaveTheNamesAndUnitsThatTheyHaveEverywhere"))
        .isTrue();
    assertThat(finds(DeviceContract.Hostility.class, "whatItCantDoItRefusesAndChangesNothing"))
        .isTrue();
  }

  @Test
  void spikesThatAreLostAreFound() {
    deploymentFault =
        on(
            "advance",
            (good, method, arguments) -> {
              method.invoke(good, arguments);
              ((OutputBlock) arguments[2]).clear();
              return null;
            });
    assertThat(finds(DeviceContract.Numerics.class, "specimensBehaveAsOnTheReference")).isTrue();
  }

  @Test
  void aLostDeviceThatGoesOnIsFound() {
    deploymentFault =
        on(
            "advance",
            (good, method, arguments) -> {
              try {
                return method.invoke(good, arguments);
              } catch (InvocationTargetException e) {
                if (e.getCause() instanceof DeviceLostException) {
                  return null; // as if nothing had happened
                }
                throw e;
              }
            });
    assertThat(
            finds(
                DeviceContract.Unplugging.class, "aPulledPlugEndsTheDeploymentAtTheLastWholeTick"))
        .isTrue();
  }

  @Test
  void aPlugThatIsNotNoticedInTheListIsFound() {
    AtomicReference<Object> found = new AtomicReference<>();
    driverFault =
        on(
            "devices",
            (good, method, arguments) -> {
              Object now = method.invoke(good, arguments);
              found.compareAndSet(null, now);
              return found.get();
            });
    deviceFault =
        on(
            "health",
            (good, method, arguments) ->
                DeviceHealth.newBuilder()
                    .setDevice(((Device) good).id())
                    .setCondition(Condition.CONDITION_READY)
                    .build());
    assertThat(
            finds(
                DeviceContract.Unplugging.class, "aPulledPlugEndsTheDeploymentAtTheLastWholeTick"))
        .isTrue();
    assertThat(
            finds(DeviceContract.Possession.class, "aDeviceThatIsNotSharedTakesOneNetworkAtATime"))
        .isTrue();
  }

  @Test
  void aUnitOfOnesOwnIsFound() {
    deviceFault =
        on(
            "telemetry",
            (good, method, arguments) -> {
              Telemetry.Builder telemetry =
                  ((Telemetry) method.invoke(good, arguments)).toBuilder();
              telemetry.getReadingsBuilder(0).setUnit("spikes");
              return telemetry.build();
            });
    assertThat(
            finds(
                DeviceContract.Possession.class,
                "measurementsHaveTheNamesAndUnitsThatTheyHaveEverywhere"))
        .isTrue();
  }

  @Test
  void statesThatAreTakenUncheckedAreFound() {
    deploymentFault =
        on(
            "restore",
            (good, method, arguments) -> {
              try {
                return method.invoke(good, arguments);
              } catch (InvocationTargetException e) {
                return null;
              }
            });
    assertThat(finds(DeviceContract.States.class, "statesThatDontFitAreRefusedAndChangeNothing"))
        .isTrue();
  }

  @Test
  void statesThatForgetWhatIsOnItsWayAreFound() {
    deploymentFault =
        on(
            "snapshot",
            (good, method, arguments) -> {
              NetworkState.Builder state =
                  ((NetworkState) method.invoke(good, arguments)).toBuilder();
              state.getPopulationsBuilderList().forEach(p -> p.clearSpikes());
              return state.build();
            });
    assertThat(finds(DeviceContract.States.class, "aStateThatWasTakenGoesOnInAnotherDeployment"))
        .isTrue();
  }

  @Test
  void workAfterTheEndIsFound() {
    deploymentFault = on("close", (good, method, arguments) -> null);
    assertThat(finds(DeviceContract.Hostility.class, "nothingWorksAfterCloseButClosingAgain"))
        .isTrue();
  }
}
