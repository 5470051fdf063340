package dev.glia.platform.cli;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.device.Capabilities;
import dev.glia.api.device.Device;
import dev.glia.api.device.DeviceListener;
import dev.glia.api.device.HardwareDriver;
import dev.glia.api.device.NumberFormat;
import dev.glia.platform.catalog.Lease;
import dev.glia.platform.catalog.Offer;
import dev.glia.platform.runner.devices.Claim;
import dev.glia.platform.runner.devices.DeviceLeases;
import dev.glia.platform.runner.devices.DeviceWatch;
import dev.glia.v1.DeviceHealth;
import dev.glia.v1.Telemetry;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists what networks can run on, or watches it come and go. */
@Command(
    name = "devices",
    description = "Lists devices: health, what they can do and have measured, who uses them.")
final class DevicesCommand implements Callable<Integer> {
  private static final Duration EVERY = Duration.ofSeconds(1);

  private final Platform platform;

  @Parameters(arity = "0..1", paramLabel = "<driver>", description = "Only this driver's.")
  String wanted;

  @Option(names = "--watch", description = "Go on, and tell of devices that come and go.")
  boolean watch;

  @Option(names = "--json", description = "Print as JSON.")
  boolean json;

  DevicesCommand(Platform platform) {
    this.platform = platform;
  }

  /** A device as JSON shows it. */
  record Row(
      String target,
      String health,
      String reason,
      boolean shared,
      List<String> formats,
      List<String> neurons,
      List<String> learning,
      Map<String, Long> limits,
      List<String> abilities,
      Map<String, String> telemetry,
      List<String> users) {}

  @Override
  public Integer call() throws InterruptedException {
    List<Lease<HardwareDriver>> drivers = new ArrayList<>();
    try {
      for (Offer offer : platform.catalog().offers(ComponentKind.DRIVER)) {
        String id = offer.descriptor().id();
        if (wanted == null || wanted.equals(id)) {
          drivers.add(platform.catalog().lease(HardwareDriver.class, id, ""));
        }
      }
      return show(drivers.stream().map(Lease::component).distinct().toList());
    } finally {
      drivers.forEach(Lease::close);
    }
  }

  private int show(List<HardwareDriver> drivers) throws InterruptedException {
    if (watch) {
      watch(drivers);
      return Exit.INTERRUPTED;
    }
    DeviceLeases leases = platform.service(DeviceLeases.class);
    List<Row> rows = new ArrayList<>();
    for (HardwareDriver driver : drivers) {
      for (Device device : driver.devices()) {
        rows.add(row(driver, device, leases));
      }
    }
    if (json) {
      Json.print(platform.terminal(), rows);
    } else {
      print(rows, drivers);
    }
    return Exit.OK;
  }

  /** Until Ctrl-C. */
  private void watch(List<HardwareDriver> drivers) throws InterruptedException {
    DeviceListener lines =
        new DeviceListener() {
          @Override
          public void plugged(HardwareDriver driver, Device device) {
            say("plugged", driver, device.id(), device.health().getReason());
          }

          @Override
          public void unplugged(HardwareDriver driver, String device, String reason) {
            say("unplugged", driver, device, reason);
          }
        };
    try (DeviceWatch open = new DeviceWatch(drivers, lines, EVERY)) {
      new CountDownLatch(1).await();
    }
  }

  private void say(String what, HardwareDriver driver, String device, String reason) {
    String time = LocalTime.now().truncatedTo(ChronoUnit.SECONDS).toString();
    String target = driver.descriptor().id() + ":" + device;
    String why = reason.isEmpty() ? "" : "  " + reason;
    platform.terminal().out().println(time + "  " + what + "  " + target + why);
    platform.terminal().out().flush();
  }

  private static Row row(HardwareDriver driver, Device device, DeviceLeases leases) {
    Capabilities can = driver.capabilities();
    DeviceHealth health = device.health();
    String id = driver.descriptor().id();
    Map<String, Long> limits = new LinkedHashMap<>();
    can.limits().forEach((limit, most) -> limits.put(limit.plural(), most));
    Map<String, String> telemetry = new LinkedHashMap<>();
    for (Telemetry.Reading reading : device.telemetry().getReadingsList()) {
      telemetry.put(reading.getName(), value(reading));
    }
    return new Row(
        id + ":" + device.id(),
        health.getCondition().name().replace("CONDITION_", "").toLowerCase(Locale.ROOT),
        health.getReason(),
        device.isShared(),
        can.formats().stream().map(NumberFormat::name).toList(),
        can.neurons(),
        can.learning(),
        limits,
        can.abilities().stream()
            .map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList(),
        telemetry,
        leases.claims(id, device).stream().map(Claim::sentence).toList());
  }

  private static String value(Telemetry.Reading reading) {
    String number =
        reading.getValue() == Math.rint(reading.getValue()) && Math.abs(reading.getValue()) < 1e15
            ? String.format(Locale.ROOT, "%.0f", reading.getValue())
            : String.format(Locale.ROOT, "%.4g", reading.getValue());
    return reading.getUnit().equals("1") ? number : number + " " + reading.getUnit();
  }

  private void print(List<Row> rows, List<HardwareDriver> drivers) {
    if (rows.isEmpty()) {
      platform
          .terminal()
          .err()
          .println(
              drivers.isEmpty()
                  ? "no such driver is installed: `glia list drivers` shows all"
                  : "no device is there");
      return;
    }
    TextTable table = new TextTable("device", "health", "format", "used by");
    for (Row row : rows) {
      table.row(row.target(), health(row), String.join(", ", row.formats()), users(row));
    }
    table.print(platform.terminal());
    for (Row row : rows) {
      platform.terminal().out().println();
      platform.terminal().out().println(platform.terminal().bold(row.target()));
      line("neurons", String.join("; ", row.neurons()));
      line("learning", String.join("; ", row.learning()));
      line(
          "at most",
          pairs(
              row.limits().entrySet().stream().map(e -> e.getValue() + " " + e.getKey()).toList()));
      line("can", String.join(", ", row.abilities()));
      line(
          "measured",
          pairs(
              row.telemetry().entrySet().stream()
                  .map(e -> e.getKey() + " " + e.getValue())
                  .toList()));
    }
  }

  private static String health(Row row) {
    return row.reason().isEmpty() ? row.health() : row.health() + ": " + row.reason();
  }

  private static String users(Row row) {
    if (row.shared()) {
      return "anyone, at the same time";
    }
    if (row.users().isEmpty()) {
      return "nobody";
    }
    int waiting = row.users().size() - 1;
    return row.users().getFirst() + (waiting == 0 ? "" : "; " + waiting + " waiting");
  }

  private static String pairs(List<String> pairs) {
    return pairs.stream().collect(Collectors.joining(", "));
  }

  private void line(String label, String text) {
    if (!text.isEmpty()) {
      platform.terminal().out().println("  " + label + ": " + text);
    }
  }
}
