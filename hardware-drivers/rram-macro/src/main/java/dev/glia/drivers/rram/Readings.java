package dev.glia.drivers.rram;

import dev.glia.api.device.DeviceException;
import dev.glia.api.device.Gauge;
import dev.glia.drivers.rram.host.CrossbarClient;
import dev.glia.v1.Telemetry;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What one device has measured since it was first opened: connections come and go. */
final class Readings {
  private final Map<CrossbarClient, Telemetry> open = new HashMap<>();
  private final Map<String, Telemetry.Reading> before = new LinkedHashMap<>();
  private long losses;

  synchronized void opened(CrossbarClient client) {
    open.put(client, Telemetry.getDefaultInstance());
  }

  /** Before it's closed, so that it can be asked once more. */
  synchronized void closing(CrossbarClient client) {
    add(before, latest(client));
    open.remove(client);
    if (client.isLost()) {
      losses++;
    }
  }

  /** Opened and not yet closed. */
  synchronized int open() {
    return open.size();
  }

  synchronized Telemetry telemetry(String device) {
    Map<String, Telemetry.Reading> sum = new LinkedHashMap<>(before);
    for (CrossbarClient client : open.keySet().toArray(CrossbarClient[]::new)) {
      add(sum, latest(client));
    }
    return Telemetry.newBuilder()
        .setDevice(device)
        .setAt(System.currentTimeMillis())
        .addAllReadings(sum.values())
        .addReadings(Gauge.ERRORS.reading(losses))
        .build();
  }

  private Telemetry latest(CrossbarClient client) {
    try {
      Telemetry now = client.telemetry();
      open.put(client, now);
      return now;
    } catch (DeviceException | IllegalStateException e) {
      return open.getOrDefault(client, Telemetry.getDefaultInstance());
    }
  }

  private static void add(Map<String, Telemetry.Reading> sum, Telemetry more) {
    for (Telemetry.Reading reading : more.getReadingsList()) {
      boolean counts = !reading.getName().equals(Gauge.TEMPERATURE.symbol());
      sum.merge(
          reading.getName(),
          reading,
          (a, b) -> counts ? b.toBuilder().setValue(a.getValue() + b.getValue()).build() : b);
    }
  }
}
