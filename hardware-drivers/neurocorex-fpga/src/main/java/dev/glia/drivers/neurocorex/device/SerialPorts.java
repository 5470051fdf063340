package dev.glia.drivers.neurocorex.device;

import com.fazecast.jSerialComm.SerialPort;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** The serial ports at which boards may be: USB ones, and those that the environment names. */
final class SerialPorts {
  private SerialPorts() {}

  static Set<String> paths() {
    Set<String> paths = new TreeSet<>();
    String given = System.getenv().getOrDefault("GLIA_SERIAL_PORTS", "");
    Arrays.stream(given.split(",")).filter(path -> !path.isBlank()).forEach(paths::add);
    for (SerialPort port : SerialPort.getCommPorts()) {
      if (port.getSystemPortName().matches("(ttyUSB|ttyACM|cu\\.usb|COM).*")) {
        paths.add(port.getSystemPortPath());
      }
    }
    return paths;
  }
}
