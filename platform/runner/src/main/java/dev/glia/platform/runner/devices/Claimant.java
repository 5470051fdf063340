package dev.glia.platform.runner.devices;

import dev.glia.v1.DeviceClaim;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** This process, as one that claims devices; and what can be told of others. */
final class Claimant {
  private static final String HOST = host();

  private final ProcessHandle process = ProcessHandle.current();

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }

  DeviceClaim claim(long token, String purpose, Duration timeout) {
    long now = System.currentTimeMillis();
    return DeviceClaim.newBuilder()
        .setToken(token)
        .setUser(System.getProperty("user.name", ""))
        .setHost(HOST)
        .setPid(process.pid())
        .setProcessStart(start(process))
        .setPurpose(purpose)
        .setSince(now)
        .setHeard(now)
        .setTimeout(timeout.toMillis())
        .build();
  }

  private static long start(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  /** Whether the process of a claim is known to be gone: only on this machine can one tell. */
  static boolean isGone(DeviceClaim claim) {
    if (!claim.getHost().equals(HOST)) {
      return false;
    }
    Optional<ProcessHandle> process =
        ProcessHandle.of(claim.getPid()).filter(ProcessHandle::isAlive);
    if (process.isEmpty()) {
      return true;
    }
    // Process ids are used again; a start that both sides know tells them apart.
    long now = start(process.get());
    return now != 0 && claim.getProcessStart() != 0 && now != claim.getProcessStart();
  }

  static Claim of(DeviceClaim claim) {
    return new Claim(
        claim.getUser(),
        claim.getHost(),
        claim.getPid(),
        claim.getPurpose(),
        Instant.ofEpochMilli(claim.getSince()),
        claim.getTaken() == 0
            ? Optional.empty()
            : Optional.of(Instant.ofEpochMilli(claim.getTaken())),
        Instant.ofEpochMilli(claim.getHeard()),
        Duration.ofMillis(claim.getTimeout()));
  }
}
