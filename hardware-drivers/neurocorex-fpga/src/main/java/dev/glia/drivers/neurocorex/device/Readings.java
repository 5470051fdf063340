package dev.glia.drivers.neurocorex.device;

import dev.glia.api.device.Gauge;
import dev.glia.drivers.neurocorex.core.Bits;
import dev.glia.drivers.neurocorex.wire.Traffic;
import dev.glia.v1.Telemetry;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** What a device has measured since it was first opened. Safe for any thread. */
final class Readings {
  /** The board's: 96 cycles of 100 kHz. */
  private static final double SECONDS_PER_STEP = 0.96e-3;

  final Traffic traffic = new Traffic();

  private final LongAdder steps = new LongAdder();
  private final LongAdder spikes = new LongAdder();
  private final LongAdder losses = new LongAdder();
  private volatile boolean lost;
  private volatile Optional<String> doubt = Optional.empty();

  void ran(int count, Bits[] spiking) {
    steps.add(count);
    for (Bits step : spiking) {
      spikes.add(step.count());
    }
  }

  /** The link broke; it's so until the device is opened again. */
  void lost() {
    lost = true;
    losses.increment();
  }

  void opened() {
    lost = false;
    doubt = Optional.empty();
  }

  /**
   * What the last network was told can't be relied on; it's so until the device is opened again.
   */
  void doubted(String why) {
    doubt = Optional.of(why);
    losses.increment();
  }

  Optional<String> doubt() {
    return doubt;
  }

  boolean isLost() {
    return lost;
  }

  /** Compute time is what the board takes for the steps that were run. */
  Telemetry telemetry(String device) {
    return Telemetry.newBuilder()
        .setDevice(device)
        .setAt(System.currentTimeMillis())
        .addReadings(Gauge.WIRE_TIME.reading(traffic.wireSeconds()))
        .addReadings(Gauge.COMPUTE_TIME.reading(steps.sum() * SECONDS_PER_STEP))
        .addReadings(Gauge.ERRORS.reading(traffic.errors() + losses.sum()))
        .addReadings(Gauge.RETRIES.reading(traffic.retries()))
        .addReadings(Gauge.EVENTS.reading(spikes.sum()))
        .addReadings(count("bytes-sent", traffic.bytesSent()))
        .addReadings(count("bytes-received", traffic.bytesReceived()))
        .addReadings(count("steps", steps.sum()))
        .build();
  }

  private static Telemetry.Reading count(String name, long value) {
    return Telemetry.Reading.newBuilder().setName(name).setValue(value).setUnit("1").build();
  }
}
