package dev.glia.drivers.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.glia.api.device.Ability;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeviceException;
import dev.glia.api.device.InputBlock;
import dev.glia.api.device.OutputBlock;
import dev.glia.api.equations.Variable;
import dev.glia.api.network.Network;
import dev.glia.api.network.Population;
import dev.glia.api.network.Projection;
import dev.glia.api.testkit.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Calls that nobody should make: refused, in the way that the page says, and nothing changes. */
abstract class HostilityTests extends DeviceTests {
  private static Optional<Projection> projection(Network network) {
    return network.projections().stream().findFirst();
  }

  /** A population with a variable. */
  private static Optional<Population> cells(Network network) {
    return network.populations().stream().filter(p -> !p.program().state().isEmpty()).findFirst();
  }

  private static Optional<Population> tunable(Network network) {
    return network.populations().stream()
        .filter(p -> !p.program().parameters().isEmpty())
        .findFirst();
  }

  private static String variable(Population cells) {
    return cells.program().state().getFirst().name();
  }

  private static double[] filled(int length, double value) {
    double[] values = new double[length];
    Arrays.fill(values, value);
    return values;
  }

  @Test
  void nothingWorksAfterCloseButClosingAgain() {
    Trial trial = deploy(any());
    Deployment deployment = trial.deployment();
    Network network = deployment.network();
    deployment.close();
    assertThatCode(deployment::close).as("closing again").doesNotThrowAnyException();
    List<ThrowingCallable> calls = new ArrayList<>();
    calls.add(deployment::now);
    calls.add(deployment::report);
    calls.add(deployment::snapshot);
    calls.add(() -> deployment.advance(1, InputBlock.EMPTY, new OutputBlock(network)));
    projection(network)
        .ifPresent(
            p -> {
              calls.add(() -> deployment.readWeights(p.name()));
              calls.add(() -> deployment.setLearning(p.name(), true));
              calls.add(() -> deployment.synapses(p.name()));
              calls.add(() -> deployment.raise(p.name(), "presentation"));
            });
    for (ThrowingCallable call : calls) {
      assertThatIllegalStateException().isThrownBy(call);
    }
  }

  @Test
  void refusesBlocksThatAreEmptyOrTooLong() {
    try (Trial trial = deploy(any())) {
      Deployment deployment = trial.deployment();
      OutputBlock out = new OutputBlock(deployment.network());
      assertThat(deployment.maxBlock()).isPositive();
      for (int ticks : new int[] {0, -1, Integer.MIN_VALUE}) {
        assertThatIllegalArgumentException()
            .as("%d ticks", ticks)
            .isThrownBy(() -> deployment.advance(ticks, InputBlock.EMPTY, out));
      }
      if (deployment.maxBlock() < Integer.MAX_VALUE) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> deployment.advance(deployment.maxBlock() + 1, InputBlock.EMPTY, out));
      }
      assertThat(deployment.now()).isZero();
    }
  }

  @Test
  void refusesForcedSpikesThatCantBe() {
    Network network = any().network();
    int populations = network.populations().size();
    int size = network.populations().getFirst().size();
    long[][] impossible = {
      {0, 0, 0}, {3, 0, 0}, {1, populations, 0}, {1, -1, 0}, {1, 0, size}, {1, 0, -1}
    };
    try (Trial trial = deploy(network)) {
      for (long[] spike : impossible) {
        InputBlock in = new InputBlock();
        in.add(spike[0], (int) spike[1], (int) spike[2]);
        assertThatIllegalArgumentException()
            .as("tick %d, population %d, neuron %d in (0, 2]", spike[0], spike[1], spike[2])
            .isThrownBy(() -> trial.deployment().advance(2, in, new OutputBlock(network)));
      }
      assertThat(trial.deployment().now()).as("nothing has run").isZero();
    }
  }

  @Test
  void namesThatArentThereAreRefused() {
    try (Trial trial = deploy(any())) {
      Deployment deployment = trial.deployment();
      double[] one = {0};
      refused(() -> deployment.setParameter("nobody", "tau_m", one));
      refused(() -> deployment.setState("nobody", "v", one));
      cells(deployment.network())
          .ifPresent(p -> refused(() -> deployment.setState(p.name(), "no-such", one)));
      tunable(deployment.network())
          .ifPresent(p -> refused(() -> deployment.setParameter(p.name(), "no-such", one)));
      refused(() -> deployment.setLearning("none", true));
      refused(() -> deployment.raise("none", "e"));
      refused(() -> deployment.synapses("none"));
      refused(() -> deployment.readWeights("none"));
      refused(() -> deployment.writeWeights("none", new float[6]));
    }
  }

  /** As an argument that's wrong, or as something that the device can't do with any argument. */
  private static void refused(ThrowingCallable call) {
    assertThatCode(call)
        .isInstanceOfAny(IllegalArgumentException.class, UnsupportedOperationException.class);
  }

  @Test
  void wrongLengthsAreRefused() throws Exception {
    try (Trial trial = deploy(any())) {
      Deployment deployment = trial.deployment();
      cells(deployment.network())
          .ifPresent(
              p -> {
                for (int length : new int[] {0, p.size() + 1}) {
                  refused(() -> deployment.setState(p.name(), variable(p), filled(length, 0)));
                }
              });
      tunable(deployment.network())
          .ifPresent(
              p -> {
                String name = p.program().parameters().getFirst().name();
                for (int length : new int[] {0, p.size() + 1}) {
                  refused(() -> deployment.setParameter(p.name(), name, filled(length, 1)));
                }
              });
      for (String name : weights(deployment).keySet()) {
        int count = Math.toIntExact(deployment.synapses(name));
        refused(() -> deployment.writeWeights(name, new float[count + 1]));
        refused(() -> deployment.writeWeights(name, new float[count - 1]));
      }
    }
  }

  @Test
  void whatIsNotANumberIsRefusedAndChangesNothing() throws Exception {
    Specimen specimen = any();
    try (Trial trial = deploy(specimen)) {
      Deployment deployment = trial.deployment();
      var before = deployment.snapshot();
      cells(deployment.network())
          .ifPresent(
              p -> {
                double[] values = filled(p.size(), 0);
                values[values.length - 1] = Double.NaN;
                refused(() -> deployment.setState(p.name(), variable(p), values));
              });
      tunable(deployment.network())
          .ifPresent(
              p -> {
                String name = p.program().parameters().getFirst().name();
                refused(() -> deployment.setParameter(p.name(), name, filled(1, Double.NaN)));
              });
      for (var each : weights(deployment).entrySet()) {
        float[] values = each.getValue().clone();
        values[values.length - 1] = Float.NaN;
        refused(() -> deployment.writeWeights(each.getKey(), values));
      }
      if (can(Ability.EXACT_STATES)) {
        assertThat(deployment.snapshot()).isEqualTo(before);
      }
      trial.run(1);
    }
  }

  @Test
  void whatItCantDoItRefusesAndChangesNothing() throws Exception {
    Specimen specimen = any();
    try (Trial trial = deploy(specimen)) {
      Deployment deployment = trial.deployment();
      Network network = deployment.network();
      cells(network)
          .ifPresent(
              p -> {
                Variable variable = p.program().state().getFirst();
                unless(
                    Ability.SETS_STATE,
                    () -> deployment.setState(p.name(), variable.name(), new double[1]));
              });
      tunable(network)
          .ifPresent(
              p ->
                  unless(
                      Ability.SETS_PARAMETERS,
                      () ->
                          deployment.setParameter(
                              p.name(),
                              p.program().parameters().getFirst().name(),
                              new double[] {1})));
      projection(network)
          .ifPresent(
              p -> {
                unless(Ability.READS_WEIGHTS, () -> deployment.readWeights(p.name()));
                unless(
                    Ability.WRITES_WEIGHTS,
                    () ->
                        deployment.writeWeights(
                            p.name(), new float[Math.toIntExact(deployment.synapses(p.name()))]));
              });
      assertThat(deployment.now()).isZero();
      trial.run(1);
    }
  }

  private void unless(Ability ability, ThrowingCallable call) {
    if (!can(ability)) {
      assertThatExceptionOfType(UnsupportedOperationException.class)
          .as("it isn't said to be able to do %s", ability)
          .isThrownBy(call)
          .satisfies(e -> assertThat(e.getMessage()).isNotBlank());
    }
  }

  /** A short race, again until both callers met: the one who came second is turned away. */
  @Test
  void letsOneCallerInAtATime() throws Exception {
    Network network = any().network();
    try (Trial trial = deploy(network)) {
      Deployment deployment = trial.deployment();
      int block = Math.min(50, deployment.maxBlock());
      AtomicInteger refused = new AtomicInteger();
      AtomicInteger advanced = new AtomicInteger();
      List<Thread> callers = new ArrayList<>();
      CountDownLatch together = new CountDownLatch(2);
      for (int i = 0; i < 2; i++) {
        callers.add(
            Thread.ofPlatform()
                .start(() -> hammer(deployment, network, block, together, refused, advanced)));
      }
      for (Thread caller : callers) {
        caller.join();
      }
      assertThat(refused).as("calls that were refused").hasPositiveValue();
      assertThat(deployment.now())
          .as("ticks, each run once")
          .isEqualTo((long) block * advanced.get());
    }
  }

  private static void hammer(
      Deployment deployment,
      Network network,
      int block,
      CountDownLatch together,
      AtomicInteger refused,
      AtomicInteger advanced) {
    OutputBlock out = new OutputBlock(network);
    together.countDown();
    long end = System.nanoTime() + 10_000_000_000L;
    while (refused.get() == 0 && System.nanoTime() < end) {
      try {
        deployment.advance(block, InputBlock.EMPTY, out);
        advanced.incrementAndGet();
      } catch (IllegalStateException e) {
        refused.incrementAndGet();
      } catch (DeviceException e) {
        throw new AssertionError(e);
      }
    }
  }
}
