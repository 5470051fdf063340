package dev.glia.platform.store.sqlite;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * The process that works on a run, as text: host, process number, its start in milliseconds. A
 * number alone would be another process's some day.
 */
final class Owner {
  /** The system computes a process's start from its own, which moves when the clock is set. */
  private static final long CLOCK_CORRECTION = 5_000; // ms

  static final String SELF =
      host() + " " + ProcessHandle.current().pid() + " " + start(ProcessHandle.current());

  private Owner() {}

  /** Whether the process is one of this machine. */
  static boolean isHere(String owner) {
    return owner.split(" ")[0].equals(host());
  }

  /** Whether the process may still work: it does, or it's on another machine. */
  static boolean isAlive(String owner) {
    String[] parts = owner.split(" ");
    if (!parts[0].equals(host())) {
      return true;
    }
    Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(parts[1]));
    return process.isPresent()
        && process.get().isAlive()
        && Math.abs(start(process.get()) - Long.parseLong(parts[2])) < CLOCK_CORRECTION;
  }

  private static long start(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName().replace(' ', '-');
    } catch (IOException e) {
      return "localhost";
    }
  }
}
