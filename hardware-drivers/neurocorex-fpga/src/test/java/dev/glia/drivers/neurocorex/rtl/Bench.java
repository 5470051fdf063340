package dev.glia.drivers.neurocorex.rtl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.drivers.neurocorex.core.IntegerCore;
import dev.glia.drivers.neurocorex.virtual.DevicePort;
import dev.glia.drivers.neurocorex.wire.Frame;
import dev.glia.drivers.neurocorex.wire.Region;
import dev.glia.drivers.neurocorex.wire.Request;
import dev.glia.drivers.neurocorex.wire.Words;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** The simulated board and the Java model, which are told the same and must answer the same. */
final class Bench implements AutoCloseable {
  private final SimulatedBoard board;
  private final ByteArrayOutputStream modelSays = new ByteArrayOutputStream();
  private final DevicePort model = new DevicePort(modelSays::writeBytes);
  private int sequence;

  Bench(int clocksPerBit) {
    board = SimulatedBoard.start(clocksPerBit);
  }

  /** What both answer, byte for byte the same. */
  byte[] tell(byte[] bytes) throws Exception {
    modelSays.reset();
    model.accept(bytes, bytes.length);
    board.send(bytes);
    byte[] expected = modelSays.toByteArray();
    assertThat(board.read(expected.length)).isEqualTo(expected);
    return expected;
  }

  byte[] request(int type, byte... payload) throws Exception {
    return tell(Frame.request(type, sequence++ & 0xFF, payload));
  }

  void write(Region region, byte[] content) throws Exception {
    for (int at = 0; at < content.length; at += 2037) {
      byte[] part = Arrays.copyOfRange(content, at, Math.min(content.length, at + 2037));
      byte[] payload = new byte[3 + part.length];
      payload[0] = (byte) region.ordinal();
      Words.put(payload, 1, at, 2);
      System.arraycopy(part, 0, payload, 3, part.length);
      request(Request.WRITE, payload);
    }
  }

  /** Reads all memories of both. */
  void compareMemories() throws Exception {
    for (Region region : Region.values()) {
      for (int at = 0; at < region.bytes(); at += Frame.MAX_PAYLOAD) {
        byte[] payload = new byte[5];
        payload[0] = (byte) region.ordinal();
        Words.put(payload, 1, at, 2);
        Words.put(payload, 3, Math.min(Frame.MAX_PAYLOAD, region.bytes() - at), 2);
        request(Request.READ, payload);
      }
    }
  }

  /** The Java model's core, for what a test wants to know of it. */
  IntegerCore core() {
    return model.core();
  }

  @Override
  public void close() throws Exception {
    board.close();
  }
}
