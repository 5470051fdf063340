package dev.glia.platform.runner.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.glia.api.component.Fault;
import dev.glia.v1.DeviceClaim;
import dev.glia.v1.DeviceClaims;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class QueuedLeasesTest {
  private static final Board BOARD = Board.ready("/dev/ttyUSB1");

  @TempDir Path folder;

  private QueuedLeases leases() {
    return new QueuedLeases(folder, Duration.ofSeconds(30));
  }

  @Test
  void theSecondIsToldWhoComesFirstAndGetsTheDeviceAfterwards() throws Exception {
    DeviceLease first = leases().take("fpga", BOARD, "digits-1", DeviceLeases.Patience.NONE);
    LinkedBlockingQueue<List<Claim>> told = new LinkedBlockingQueue<>();
    CompletableFuture<DeviceLease> second = waiting("digits-2", told);
    List<Claim> ahead = told.take();
    CompletableFuture<DeviceLease> third = waiting("digits-3", told);
    while (ahead.size() < 2) {
      ahead = told.take();
    }
    assertThat(ahead).extracting(Claim::purpose).containsExactly("digits-1", "digits-2");
    assertThat(ahead.get(0).taken()).isPresent();
    assertThat(ahead.get(1).taken()).isEmpty();
    assertThat(ahead.get(0).sentence())
        .contains(System.getProperty("user.name"))
        .contains("process " + ProcessHandle.current().pid())
        .contains("digits-1")
        .contains("since 20");
    first.close();
    DeviceLease next = second.get();
    assertThat(next.isHeld()).isTrue();
    assertThat(third).isNotDone();
    assertThat(leases().claims("fpga", BOARD))
        .extracting(Claim::purpose)
        .containsExactly("digits-2", "digits-3");
    next.close();
    third.get().close();
    assertThat(leases().claims("fpga", BOARD)).isEmpty();
  }

  private CompletableFuture<DeviceLease> waiting(
      String purpose, LinkedBlockingQueue<List<Claim>> told) {
    return CompletableFuture.supplyAsync(
        () -> leases().take("fpga", BOARD, purpose, told::offer),
        command -> Thread.ofVirtual().start(command));
  }

  @Test
  void whoDoesNotWaitIsToldWhoHasItAndWhatToDo() {
    try (DeviceLease lease = leases().take("fpga", BOARD, "", DeviceLeases.Patience.NONE)) {
      lease.name("run lab-7");
      assertThatExceptionOfType(Fault.class)
          .isThrownBy(() -> leases().take("fpga", BOARD, "", DeviceLeases.Patience.NONE))
          .satisfies(fault -> assertThat(fault.kind()).isEqualTo(Fault.Kind.EXTERNAL))
          .withMessageContaining("fpga:/dev/ttyUSB1 is used by")
          .withMessageContaining("run lab-7")
          .withMessageContaining("since")
          .withMessageContaining("glia devices");
      assertThat(leases().claims("fpga", BOARD)).as("who gave up isn't queued").hasSize(1);
      leases().take("fpga", Board.ready("/dev/ttyUSB2"), "", DeviceLeases.Patience.NONE).close();
    }
  }

  @Test
  void aCrashedOwnersLeaseIsTakenOver() throws Exception {
    Process owner =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledHolder.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(owner.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(out.readLine()).isEqualTo("taken");
      AtomicInteger asked = new AtomicInteger();
      DeviceLease ours =
          leases()
              .take(
                  "fpga",
                  BOARD,
                  "",
                  ahead -> {
                    assertThat(ahead.getFirst().pid()).isEqualTo(owner.pid());
                    if (asked.getAndIncrement() == 0) {
                      owner.destroyForcibly();
                    }
                    return true;
                  });
      assertThat(asked).hasPositiveValue();
      assertThat(ours.isHeld()).isTrue();
      ours.close();
    } finally {
      owner.destroyForcibly();
    }
  }

  @Test
  void anOwnerWhoIsNotHeardOfForTheTimeOutLosesTheDevice() throws IOException {
    DeviceClaim silent =
        DeviceClaim.newBuilder()
            .setToken(1)
            .setUser("alice")
            .setHost("another-machine")
            .setPid(1)
            .setHeard(System.currentTimeMillis() - 2000)
            .setTimeout(1000)
            .build();
    Files.write(
        folder.resolve("fpga-%2Fdev%2FttyUSB1.claims"),
        DeviceClaims.newBuilder().addClaims(silent).build().toByteArray());
    List<String> ahead = new ArrayList<>();
    DeviceLease ours =
        leases().take("fpga", BOARD, "", claims -> ahead.add(claims.getFirst().user()));
    assertThat(ahead).as("watched for a while before").contains("alice");
    assertThat(ours.isHeld()).isTrue();
    ours.close();
  }

  @Test
  void whoLostTheDeviceKnows() throws IOException {
    DeviceLease lease = leases().take("fpga", BOARD, "", DeviceLeases.Patience.NONE);
    Files.delete(folder.resolve("fpga-%2Fdev%2FttyUSB1.claims"));
    try (DeviceLease other = leases().take("fpga", BOARD, "b", DeviceLeases.Patience.NONE)) {
      lease.name("still ours?");
      assertThat(lease.isHeld()).isFalse();
      lease.close();
      assertThat(leases().claims("fpga", BOARD)).extracting(Claim::purpose).containsExactly("b");
      assertThat(other.isHeld()).isTrue();
    }
  }

  @Test
  void aDamagedFileIsAnEmptyQueue() throws IOException {
    Files.writeString(folder.resolve("fpga-%2Fdev%2FttyUSB1.claims"), "not a queue at all\u0007");
    leases().take("fpga", BOARD, "", DeviceLeases.Patience.NONE).close();
  }

  @Test
  void whoIsInterruptedLeavesTheQueue() throws Exception {
    try (DeviceLease held = leases().take("fpga", BOARD, "", DeviceLeases.Patience.NONE)) {
      LinkedBlockingQueue<Object> ended = new LinkedBlockingQueue<>();
      LinkedBlockingQueue<List<Claim>> told = new LinkedBlockingQueue<>();
      Thread waiter =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      ended.add(leases().take("fpga", BOARD, "", told::offer));
                    } catch (Fault given) {
                      ended.add(given);
                    }
                  });
      told.take();
      waiter.interrupt();
      assertThat(ended.poll(20, TimeUnit.SECONDS)).isInstanceOf(Fault.class);
      assertThat(leases().claims("fpga", BOARD)).hasSize(1);
      assertThat(held.isHeld()).isTrue();
    }
  }

  @Test
  void onlyOneHasItAtATime() throws Exception {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      all.add(
          CompletableFuture.runAsync(
              () -> {
                try (DeviceLease lease = leases().take("fpga", BOARD, "", ahead -> true)) {
                  most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                  lease.name("busy");
                  inside.decrementAndGet();
                }
              },
              command -> Thread.ofPlatform().start(command)));
    }
    CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get();
    assertThat(most).hasValue(1);
  }
}
