package dev.glia.drivers.neurocorex.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.glia.drivers.neurocorex.core.Bits;
import dev.glia.drivers.neurocorex.core.Layout;
import dev.glia.drivers.neurocorex.virtual.VirtualBoard;
import dev.glia.drivers.neurocorex.wire.CoreClient;
import dev.glia.drivers.neurocorex.wire.Region;
import dev.glia.drivers.neurocorex.wire.Traffic;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SerialLineTest {
  @Test
  void memoriesCrossTheTerminalUnchanged() throws Exception {
    Traffic traffic = new Traffic();
    try (VirtualBoard board = new VirtualBoard();
        SerialLine line = SerialLine.open(board.path())) {
      CoreClient client = CoreClient.open(line, traffic, 500);
      byte[] matrix = new byte[Layout.CELLS];
      new Random(1).nextBytes(matrix);
      client.program(Region.INPUT_WEIGHTS, matrix);
      client.program(Region.RECURRENT_WEIGHTS, matrix);
      assertThat(client.read(Region.INPUT_WEIGHTS)).isEqualTo(matrix);
      Bits[] none = {new Bits(), new Bits(), new Bits()};
      Bits[] forced = {Bits.of(3), new Bits(), Bits.of(0, 89)};
      assertThat(client.run(none, forced, 3)[2].has(89)).isTrue();
    }
    assertThat(traffic.errors()).isZero();
    assertThat(traffic.retries()).isZero();
    assertThat(traffic.wireSeconds()).isGreaterThan(4 * 0.092);
  }

  @Test
  void aBoardThatIsUnpluggedIsNoticed() throws Exception {
    try (VirtualBoard board = new VirtualBoard();
        SerialLine line = SerialLine.open(board.path())) {
      CoreClient client = CoreClient.open(line, new Traffic(), 100);
      board.close();
      assertThatExceptionOfType(IOException.class).isThrownBy(client::reset);
    }
  }

  @Test
  void aPortThatIsNotThereIsRefused() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> SerialLine.open("/dev/ttyNone7"))
        .withMessageContaining("/dev/ttyNone7");
  }
}
