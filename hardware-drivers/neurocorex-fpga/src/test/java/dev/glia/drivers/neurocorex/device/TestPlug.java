package dev.glia.drivers.neurocorex.device;

import dev.glia.drivers.conformance.Plug;
import dev.glia.drivers.neurocorex.virtual.Bitstream;
import dev.glia.drivers.neurocorex.virtual.VirtualBoard;
import dev.glia.drivers.neurocorex.wire.Line;
import java.io.IOException;
import java.util.Optional;

/** A virtual board that stays powered between networks, until somebody pulls its plug. */
final class TestPlug implements NeuroCoreDevice.Plug, Plug, AutoCloseable {
  private volatile VirtualBoard board;

  private final Bitstream bitstream;

  TestPlug() throws IOException {
    this(Bitstream.CHECKED);
  }

  /** One with a core of its own kind. */
  TestPlug(Bitstream bitstream) throws IOException {
    this.bitstream = bitstream;
    putBack();
  }

  @Override
  public Line open() throws IOException {
    return SerialLine.open(board.path());
  }

  @Override
  public Optional<String> absence() {
    return new PortPlug(board.path()).absence();
  }

  @Override
  public boolean isInProcess() {
    return false;
  }

  @Override
  public void pull() {
    board.close();
  }

  @Override
  public void putBack() throws IOException {
    board = new VirtualBoard(bitstream);
  }

  @Override
  public void close() {
    board.close();
  }
}
