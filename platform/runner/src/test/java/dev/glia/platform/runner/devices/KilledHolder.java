package dev.glia.platform.runner.devices;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A process that takes a board, says so, and keeps it until it's killed. */
final class KilledHolder {
  private KilledHolder() {}

  public static void main(String[] arguments) throws IOException {
    QueuedLeases leases = new QueuedLeases(Path.of(arguments[0]), Duration.ofSeconds(30));
    leases.take("fpga", Board.ready("/dev/ttyUSB1"), "run of another process", ahead -> true);
    System.out.println("taken");
    System.out.flush();
    System.in.read();
  }
}
