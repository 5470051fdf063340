package dev.glia.platform.runner.devices;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Somebody who has a device, or waits for it.
 *
 * @param purpose what for: the run
 * @param since when the device was asked for
 * @param taken when it was handed over; absent while it's waited for
 * @param heard when the claimant was heard of last
 * @param timeout silence after which the claim is void
 */
public record Claim(
    String user,
    String host,
    long pid,
    String purpose,
    Instant since,
    Optional<Instant> taken,
    Instant heard,
    Duration timeout) {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

  /** For people: {@code alice (process 4711 on bench, run digits-7) since 2026-01-05 12:03:10}. */
  public String sentence() {
    return "%s (process %d on %s%s) since %s"
        .formatted(
            user,
            pid,
            host,
            purpose.isEmpty() ? "" : ", " + purpose,
            CLOCK.format(taken.orElse(since)));
  }
}
