package dev.glia.drivers.conformance;

import static dev.glia.api.testkit.SpikeTrainsAssert.assertThatSpikes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.glia.api.device.Ability;
import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.Device;
import dev.glia.api.device.DeviceException;
import dev.glia.api.device.DeviceLostException;
import dev.glia.api.device.InputBlock;
import dev.glia.api.device.OutputBlock;
import dev.glia.api.network.Network;
import dev.glia.api.network.Probe;
import dev.glia.api.testkit.Trial;
import dev.glia.v1.DeviceHealth.Condition;
import dev.glia.v1.NetworkState;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The plug is pulled: nothing hangs, nothing is made up, and a state goes on when it's back. */
abstract class UnpluggingTests extends DeviceTests {
  private static final Duration SOON = Duration.ofSeconds(15);

  private Optional<Plug> pulled = Optional.empty();

  private Plug plug() {
    assumeTrue(!device().isShared(), "a shared device is the machine that we run on");
    assertThat(contract().plug()).as("the plug of a device that isn't shared").isPresent();
    pulled = contract().plug();
    return pulled.get();
  }

  /** Whatever a test found, the next one needs the device. */
  @AfterEach
  void putThePlugBack() throws Exception {
    if (pulled.isPresent()) {
      pulled.get().putBack();
      awaitReady();
    }
  }

  private void awaitReady() throws InterruptedException {
    await("the device is there again, and ready", this::isReady);
  }

  private boolean isReady() {
    return find().filter(d -> d.health().getCondition() == Condition.CONDITION_READY).isPresent();
  }

  /** The tested device, as the driver finds it now. */
  private Optional<Device> find() {
    return driver().devices().stream().filter(d -> d.id().equals(id())).findFirst();
  }

  private String id;

  private String id() {
    if (id == null) {
      id = device().id();
    }
    return id;
  }

  private interface Question {
    boolean holds() throws Exception;
  }

  private static void await(String what, Question question) throws InterruptedException {
    long end = System.nanoTime() + SOON.toNanos();
    CountDownLatch never = new CountDownLatch(1);
    boolean holds = false;
    Exception last = null;
    while (!holds && System.nanoTime() < end) {
      try {
        holds = question.holds();
      } catch (Exception e) {
        last = e;
      }
      if (!holds) {
        never.await(20, TimeUnit.MILLISECONDS);
      }
    }
    assertThat(holds).as("%s within %s, last: %s", what, SOON, last).isTrue();
  }

  @Test
  void aPulledPlugEndsTheDeploymentAtTheLastWholeTick() throws Exception {
    Plug plug = plug();
    id();
    Specimen specimen = any();
    Network network = specimen.network();
    Trial trial = deploy(specimen);
    try (trial) {
      Deployment deployment = trial.run(2).deployment();
      NetworkState before = deployment.snapshot();
      plug.pull();
      OutputBlock out = new OutputBlock(network);
      long begin = System.nanoTime();
      assertThatExceptionOfType(DeviceLostException.class)
          .isThrownBy(
              () -> {
                // What was on the wire may still come through.
                for (int i = 0; i < 1000; i++) {
                  deployment.advance(1, InputBlock.EMPTY, out);
                }
              })
          .withMessageContaining(id());
      assertThat(System.nanoTime() - begin).as("ns until it's noticed").isLessThan(SOON.toNanos());
      long now = deployment.now();
      assertThat(now).isGreaterThanOrEqualTo(2);
      assertThatExceptionOfType(DeviceLostException.class)
          .as("again")
          .isThrownBy(() -> deployment.advance(1, InputBlock.EMPTY, out));
      assertThat(deployment.now()).as("now").isEqualTo(now);
      if (can(Ability.STATE_AFTER_LOSS)) {
        assertThat(deployment.snapshot().getTick()).isEqualTo(now);
      } else {
        assertThatExceptionOfType(DeviceLostException.class).isThrownBy(deployment::snapshot);
      }
      assertThat(before.getTick()).isEqualTo(2);
      assertThat(find().map(d -> d.health().getCondition()))
          .as("the device isn't listed, or is lost")
          .isIn(Optional.empty(), Optional.of(Condition.CONDITION_LOST));
      find()
          .ifPresent(
              lost ->
                  assertThatExceptionOfType(DeviceException.class)
                      .isThrownBy(() -> lost.deploy(network, DeployOptions.DEFAULT)));
    }
    assertThatCode(trial::close).as("closing a lost deployment").doesNotThrowAnyException();
  }

  @Test
  void aStateGoesOnWhenThePlugIsBack() throws Exception {
    Plug plug = plug();
    id();
    Specimen specimen = any();
    int half = specimen.ticks() / 2;
    Trial whole = deploy(specimen);
    NetworkState last;
    try (whole) {
      last = whole.run(specimen.ticks()).deployment().snapshot();
    }
    NetworkState state;
    try (Trial cut = deploy(specimen)) {
      state = cut.run(half).deployment().snapshot();
      plug.pull();
    }
    plug.putBack();
    awaitReady();
    try (Trial rest = Trial.on(find().orElseThrow(), specimen.network(), DeployOptions.DEFAULT)) {
      specimen.show(rest);
      rest.deployment().restore(state);
      rest.run(specimen.ticks() - half);
      assertThat(rest.deployment().now()).isEqualTo(specimen.ticks());
      if (can(Ability.EXACT_STATES)) {
        for (Probe probe : specimen.network().probes()) {
          if (probe instanceof Probe.Spikes spikes) {
            assertThatSpikes(rest.spikes(spikes.population()))
                .isSameAsSpikes(StatesTests.after(half, whole.spikes(spikes.population())));
          }
        }
        assertThat(rest.deployment().snapshot()).isEqualTo(last);
      }
    }
  }

  @Test
  void aDeploymentStaysLostWhenThePlugIsBack() throws Exception {
    Plug plug = plug();
    id();
    try (Trial trial = deploy(any()).run(1)) {
      Deployment deployment = trial.deployment();
      OutputBlock out = new OutputBlock(deployment.network());
      plug.pull();
      await("it's noticed", () -> isLost(deployment, out));
      plug.putBack();
      assertThatExceptionOfType(DeviceLostException.class)
          .isThrownBy(() -> deployment.advance(1, InputBlock.EMPTY, out));
    }
  }

  private static boolean isLost(Deployment deployment, OutputBlock out) {
    try {
      deployment.advance(1, InputBlock.EMPTY, out);
      return false;
    } catch (DeviceLostException lost) {
      return true;
    }
  }

  /** In the midst of a call, as far as a test can tell. */
  @Test
  void aCallThatIsUnderWayEndsSoon() throws Exception {
    Plug plug = plug();
    id();
    try (Trial trial = deploy(any())) {
      Deployment deployment = trial.deployment();
      OutputBlock out = new OutputBlock(deployment.network());
      int block = Math.min(20, deployment.maxBlock());
      CountDownLatch begun = new CountDownLatch(1);
      Throwable[] ended = new Throwable[1];
      Thread runner =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      while (true) {
                        deployment.advance(block, InputBlock.EMPTY, out);
                        begun.countDown();
                      }
                    } catch (Throwable e) {
                      ended[0] = e;
                      begun.countDown();
                    }
                  });
      begun.await();
      plug.pull();
      assertThat(runner.join(SOON)).as("the call ends").isTrue();
      assertThat(ended[0]).isInstanceOf(DeviceLostException.class);
      assertThat(deployment.now()).isNotNegative();
    }
  }
}
