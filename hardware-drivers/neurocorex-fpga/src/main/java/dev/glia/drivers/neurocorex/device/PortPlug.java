package dev.glia.drivers.neurocorex.device;

import dev.glia.drivers.neurocorex.wire.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A serial port of this machine. */
record PortPlug(String path) implements NeuroCoreDevice.Plug {
  @Override
  public Line open() throws IOException {
    return SerialLine.open(path);
  }

  @Override
  public Optional<String> absence() {
    boolean missing = path.startsWith("/") && !Files.exists(Path.of(path));
    return missing ? Optional.of("the port is gone") : Optional.empty();
  }

  @Override
  public boolean isInProcess() {
    return false;
  }
}
