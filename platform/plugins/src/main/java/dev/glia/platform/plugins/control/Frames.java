package dev.glia.platform.plugins.control;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Messages with their length in front, as a protobuf varint: what {@code writeDelimitedTo} writes.
 */
final class Frames {
  private static final int MOST_LENGTH_BYTES = 5;

  private Frames() {}

  /**
   * Reads one frame; memory is taken only after its length was found acceptable.
   *
   * @throws IOException if it's longer than the limit, cut short, or too slow
   */
  static byte[] read(TimedChannel channel, int most) throws IOException {
    byte[] frame = new byte[length(channel, most)];
    channel.readFully(ByteBuffer.wrap(frame));
    return frame;
  }

  static void write(TimedChannel channel, byte[] message) throws IOException {
    ByteBuffer frame = ByteBuffer.allocate(MOST_LENGTH_BYTES + message.length);
    int rest = message.length;
    while (rest >= 0x80) {
      frame.put((byte) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    frame.put((byte) rest).put(message).flip();
    channel.writeFully(frame);
  }

  private static int length(TimedChannel channel, int most) throws IOException {
    long length = 0;
    ByteBuffer one = ByteBuffer.allocate(1);
    for (int i = 0; i < MOST_LENGTH_BYTES; i++) {
      channel.readFully(one.clear());
      int bits = one.get(0);
      length |= (long) (bits & 0x7f) << 7 * i;
      if (bits >= 0) {
        if (length > most) {
          throw new IOException("a message of " + length + " bytes is over the limit of " + most);
        }
        return (int) length;
      }
    }
    throw new IOException("what was sent isn't a message");
  }
}
