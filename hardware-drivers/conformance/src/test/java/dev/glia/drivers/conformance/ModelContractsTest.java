package dev.glia.drivers.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.glia.api.device.HardwareDriver;
import dev.glia.api.learning.LearningRule;
import dev.glia.api.modelfiles.ModelFile;
import dev.glia.api.neuron.NeuronModel;
import dev.glia.api.testkit.LearningRuleContract;
import dev.glia.api.testkit.NeuronModelContract;
import dev.glia.drivers.reference.ReferenceDriver;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The contracts that models run: a good model passes, a bad one fails where it should. */
class ModelContractsTest {
  private static final String GOOD =
      """
      glia: 1
      kind: neuron
      id: leaky
      version: 1.0.0
      summary: Leaky cell
      equations: |
        dv/dt = (r*i - v)/tau_m : mV
        i : nA (input)
      spike: v > v_threshold
      reset: v = 0 mV
      parameters:
        tau_m: {default: 20 ms, range: "(0, inf)", about: time constant}
        r: {default: 100 MOhm, range: "(0, inf)", about: resistance}
        v_threshold: {default: 10 mV, about: threshold}
      """;

  /** Unnamed purpose of a parameter, spikes all by itself, and explodes. */
  private static final String BAD =
      """
      glia: 1
      kind: neuron
      id: wild
      version: 1.0.0
      summary: Wild cell.
      equations: |
        dv/dt = (v*v/v_0 + r*i)/tau : mV
        i : nA (input)
      start: v = v_0
      spike: v > v_0
      solve: rk2
      parameters:
        tau: {default: 1 ms, range: "(0, inf)"}
        r: {default: 100 MOhm, range: "(0, inf)", about: resistance}
        v_0: {default: 10 mV, about: threshold}
      """;

  private static final String RULE =
      """
      glia: 1
      kind: learning
      id: hebb
      version: 1.0.0
      summary: Pairs of spikes potentiate
      equations: |
        dx/dt = -x/tau : 1 (pre)
      on pre: x += 1
      on post: w += a*x
      parameters:
        tau: {default: 20 ms, range: "(0, inf)", about: time constant}
        a: {default: 0.01 weight, about: change of a pair at once}
      """;

  /** Says that it's bounded, and decays all by itself. */
  private static final String LOOSE =
      RULE.replace("id: hebb", "id: loose")
          .replace("on post: w += a*x", "on post: w += 100*a*x\nevery tick: w -= 0.0001*w")
          .replace(
              "  a: {", "  w_max: {default: 1 weight, about: largest weight it never has}\n  a: {");

  static class Loose extends LearningRuleContract {
    @Override
    protected LearningRule rule() {
      return (ModelFile.Learning) ModelFile.read("loose.yaml", LOOSE);
    }

    @Override
    protected HardwareDriver driver() {
      return new ReferenceDriver();
    }
  }

  /** A good model on a driver that leaks too slowly. */
  static class Misrun extends Good {
    @Override
    protected Optional<HardwareDriver> compared() {
      return Optional.of(new FaultyDriver(network -> KitTest.slower(network, 1.01), d -> d));
    }
  }

  static class Good extends NeuronModelContract {
    @Override
    protected NeuronModel model() {
      return (ModelFile.Neuron) ModelFile.read("leaky.yaml", GOOD);
    }

    @Override
    protected HardwareDriver driver() {
      return new ReferenceDriver();
    }
  }

  static class Bad extends NeuronModelContract {
    @Override
    protected NeuronModel model() {
      return (ModelFile.Neuron) ModelFile.read("wild.yaml", BAD);
    }

    @Override
    protected HardwareDriver driver() {
      return new ReferenceDriver();
    }
  }

  static class Rule extends LearningRuleContract {
    @Override
    protected LearningRule rule() {
      return (ModelFile.Learning) ModelFile.read("hebb.yaml", RULE);
    }

    @Override
    protected HardwareDriver driver() {
      return new ReferenceDriver();
    }
  }

  @Test
  void aGoodModelPasses() {
    assertThat(failures(Good.class)).isEmpty();
  }

  @Test
  void aWildModelFails() {
    assertThat(failures(Bad.class))
        .contains(
            "describesItself()",
            "isSilentWithoutInputOrSaysWhyNot()",
            "staysFiniteUnderStrongInput()")
        .doesNotContain("hasTheSameEquationsAtEveryCall()");
  }

  @Test
  void aRulePasses() {
    assertThat(failures(Rule.class)).isEmpty();
  }

  @Test
  void aLooseRuleFails() {
    assertThat(failures(Loose.class))
        .containsExactlyInAnyOrder(
            "keepsWeightsWithinItsBounds()", "changesNothingWithoutSpikes()");
  }

  @Test
  void aDriverThatDoesSomethingElseIsFound() {
    assertThat(failures(Misrun.class)).containsExactly("agreesWithAnotherDriver()");
  }

  private static Set<String> failures(Class<?> contract) {
    Set<String> failed = new TreeSet<>();
    Set<String> run = new TreeSet<>();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request().selectors(selectClass(contract)).build(),
            new TestExecutionListener() {
              @Override
              public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest()) {
                  run.add(test.getDisplayName());
                  if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                    failed.add(test.getDisplayName());
                  }
                }
              }
            });
    assertThat(run).hasSize(8);
    return failed;
  }
}
