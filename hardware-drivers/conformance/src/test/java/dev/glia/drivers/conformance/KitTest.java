package dev.glia.drivers.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;

import dev.glia.api.device.Deployment;
import dev.glia.api.device.HardwareDriver;
import dev.glia.api.network.Law;
import dev.glia.api.network.Network;
import dev.glia.api.network.Population;
import dev.glia.api.network.Projection;
import dev.glia.api.network.Values;
import dev.glia.drivers.reference.ReferenceDriver;
import dev.glia.v1.NetworkState;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Drivers with a mistake don't get past the kit: each mistake is found by the test that's meant to.
 */
class KitTest {
  private static HardwareDriver driver;
  private static List<Unsupported> unsupported = List.of();

  /** Run by this test only: a class file with a $ isn't looked for. */
  static class Subject extends DriverContract {
    @Override
    protected HardwareDriver driver() {
      return driver;
    }

    @Override
    protected List<Unsupported> unsupported() {
      return unsupported;
    }
  }

  /** What became of the tests of one group: failed or aborted ones, with the reason. */
  private static final class Outcome implements TestExecutionListener {
    final Map<String, String> failed = new HashMap<>();
    final Map<String, String> aborted = new HashMap<>();
    final Set<String> run = new TreeSet<>();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (test.isTest()) {
        String name = test.getDisplayName().replace("()", "");
        run.add(name);
        String why = result.getThrowable().map(Throwable::getMessage).orElse("");
        switch (result.getStatus()) {
          case FAILED -> failed.put(name, why);
          case ABORTED -> aborted.put(name, why);
          default -> {}
        }
      }
    }
  }

  private static Outcome run(HardwareDriver subject, List<Unsupported> listed, Class<?> group) {
    driver = subject;
    unsupported = listed;
    Outcome outcome = new Outcome();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectNestedClass(List.of(Subject.class), group))
                .build(),
            outcome);
    assertThat(outcome.run).as("tests of %s", group.getSimpleName()).hasSizeGreaterThan(0);
    return outcome;
  }

  private static Outcome run(UnaryOperator<Network> fault, Class<?> group) {
    return run(new FaultyDriver(fault, deployment -> deployment), List.of(), group);
  }

  private static Outcome run(Map<String, Object> answers, Class<?> group) {
    return run(
        new FaultyDriver(network -> network, deployment -> answering(deployment, answers)),
        List.of(),
        group);
  }

  @Test
  void eventsATickTooLateAreFound() {
    Outcome outcome = run(KitTest::lateByATick, DriverContract.Synapses.class);
    assertThat(outcome.failed)
        .containsKeys("jumpArrivesExactlyAfterTheDelay", "longDelaysOutlastManyBlocks")
        .doesNotContainKey("delaysAreRoundedToWholeTicks"); // its delays are prescribed, not drawn
  }

  private static Network lateByATick(Network network) {
    List<Projection> late =
        network.projections().stream()
            .map(
                p ->
                    new Projection(
                        p.name(),
                        p.source(),
                        p.target(),
                        p.receptor(),
                        p.connectivity(),
                        p.weight(),
                        p.delay() instanceof Law.Constant constant
                            ? new Law.Constant(constant.value() + network.dt())
                            : p.delay(),
                        p.learning()))
            .toList();
    return new Network(network.dt(), network.seed(), network.populations(), late, network.probes());
  }

  @Test
  void parametersThatAreOffByOnePerMilleAreFound() {
    assertThat(run(network -> slower(network, 1.001), DriverContract.Membrane.class).failed)
        .containsKeys("potentialDecaysExponentially", "firingRateFollowsTheClosedForm");
  }

  @Test
  void randomNetworksFindThemToo() {
    FaultyDriver off =
        new FaultyDriver(network -> slower(network, 1.001), deployment -> deployment);
    int found = 0;
    for (long shape = 0; shape < 10; shape++) {
      try {
        new RandomNetworks(off).compare(shape);
      } catch (AssertionError e) {
        found++;
      }
    }
    assertThat(found).as("of 10 networks, those that notice").isEqualTo(10);
  }

  static Network slower(Network network, double factor) {
    List<Population> populations =
        network.populations().stream()
            .map(
                p -> {
                  Map<String, Values> parameters = new HashMap<>(p.parameters());
                  parameters.computeIfPresent(
                      "tau_m", (name, tau) -> Values.shared(tau.at(0) * factor));
                  return new Population(
                      p.name(),
                      p.model(),
                      p.size(),
                      p.neuron(),
                      p.receptors(),
                      p.drives(),
                      p.program(),
                      parameters,
                      p.start());
                })
            .toList();
    return new Network(
        network.dt(), network.seed(), populations, network.projections(), network.probes());
  }

  @Test
  void otherRandomNumbersAreFound() {
    Outcome outcome =
        run(
            network ->
                new Network(
                    network.dt(),
                    network.seed() + 1,
                    network.populations(),
                    network.projections(),
                    network.probes()),
            DriverContract.Randomness.class);
    assertThat(outcome.failed.keySet()).containsExactly("drawsAreThoseOfTheCounterBasedGenerator");
  }

  @Test
  void learningWhileFrozenIsFound() {
    Map<String, Object> deaf = new HashMap<>();
    deaf.put("setLearning", null);
    assertThat(run(deaf, DriverContract.Plasticity.class).failed)
        .containsKeys(
            "frozenProjectionKeepsWeightsAndVariables", "scalingMakesTheSumOntoEachTargetTheTotal");
  }

  @Test
  void snapshotsThatLoseSpikesOnTheirWayAreFound() {
    FaultyDriver forgetful =
        new FaultyDriver(network -> network, deployment -> forgetting(deployment));
    assertThat(run(forgetful, List.of(), DriverContract.Snapshots.class).failed)
        .containsKeys(
            "spikesOnTheirWayArriveAfterARestore", "restoredDeploymentContinuesAsTheOriginal");
  }

  private static Deployment forgetting(Deployment good) {
    return proxy(
        (method, arguments) -> {
          Object result = method.invoke(good, arguments);
          if (result instanceof NetworkState state) {
            NetworkState.Builder without = state.toBuilder();
            without.getPopulationsBuilderList().forEach(p -> p.clearSpikes());
            return without.build();
          }
          return result;
        });
  }

  @Test
  void unsupportedTestsAreReportedWithTheirReason() {
    Unsupported delays =
        new Unsupported("Synapses.jumpArrivesExactlyAfterTheDelay", "the wire takes a tick");
    Outcome outcome =
        run(
            new FaultyDriver(KitTest::lateByATick, deployment -> deployment),
            List.of(delays),
            DriverContract.Synapses.class);
    assertThat(outcome.failed).doesNotContainKey("jumpArrivesExactlyAfterTheDelay");
    assertThat(outcome.aborted.get("jumpArrivesExactlyAfterTheDelay"))
        .isEqualTo("unsupported: the wire takes a tick");
  }

  @Test
  void unsupportedTestsThatPassAreFound() {
    Unsupported stale = new Unsupported("Coupling.allButOneDoesWhatTheListDoes", "too many wires");
    Outcome outcome = run(new ReferenceDriver(), List.of(stale), DriverContract.Coupling.class);
    assertThat(outcome.failed.get("allButOneDoesWhatTheListDoes"))
        .contains("can be taken off the list");
  }

  /** A deployment some of whose methods do nothing but answer. */
  private static Deployment answering(Deployment good, Map<String, Object> answers) {
    return proxy(
        (method, arguments) ->
            answers.containsKey(method.getName())
                ? answers.get(method.getName())
                : method.invoke(good, arguments));
  }

  private interface Behavior {
    Object call(Method method, Object[] arguments) throws Exception;
  }

  private static Deployment proxy(Behavior behavior) {
    return (Deployment)
        Proxy.newProxyInstance(
            KitTest.class.getClassLoader(),
            new Class<?>[] {Deployment.class},
            (self, method, arguments) -> {
              try {
                return behavior.call(method, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
