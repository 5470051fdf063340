package dev.glia.drivers.neurocorex.device;

import dev.glia.drivers.neurocorex.mapping.Dialect;
import dev.glia.drivers.neurocorex.virtual.Bitstream;
import dev.glia.drivers.neurocorex.virtual.VirtualBoard;
import dev.glia.drivers.neurocorex.wire.Line;
import java.io.IOException;
import java.util.Optional;

/**
 * A virtual board, powered up when it's opened; the same bytes cross a terminal of the system.
 *
 * @param dialect what its core understands
 */
record VirtualPlug(Dialect dialect) implements NeuroCoreDevice.Plug {
  @Override
  public Line open() throws IOException {
    VirtualBoard board =
        new VirtualBoard(dialect == Dialect.PUBLISHED ? Bitstream.PUBLISHED : Bitstream.CHECKED);
    try {
      Line line = SerialLine.open(board.path());
      return new Line() {
        @Override
        public String name() {
          return line.name();
        }

        @Override
        public void write(byte[] bytes) throws IOException {
          line.write(bytes);
        }

        @Override
        public int read(byte[] buffer, int timeoutMillis) throws IOException {
          return line.read(buffer, timeoutMillis);
        }

        @Override
        public void close() {
          line.close();
          board.close();
        }
      };
    } catch (IOException e) {
      board.close();
      throw e;
    }
  }

  @Override
  public Optional<String> absence() {
    return Optional.empty();
  }

  @Override
  public boolean isInProcess() {
    return true;
  }
}
