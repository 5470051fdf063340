package dev.glia.drivers.neurocorex.wire;

import java.util.zip.CRC32;

/**
 * A frame of the extension.
 *
 * @param type of the request, and of its reply
 * @param sequence of the request, and of its reply
 * @param status of a reply; 0 in a request, which has none
 * @param payload 0 to {@link #MAX_PAYLOAD} bytes
 * @param crc as it was received
 */
public record Frame(int type, int sequence, int status, byte[] payload, int crc) {
  /** First byte of a request. */
  public static final int REQUEST = 0xE0;

  /** First byte of a reply. */
  public static final int REPLY = 0xE1;

  public static final int MAX_PAYLOAD = 2040;

  static final int CRC_BYTES = 4;

  /** Bytes of a request, ready to be sent. */
  public static byte[] request(int type, int sequence, byte[] payload) {
    return encoded(new int[] {REQUEST, type, sequence}, payload);
  }

  /** Bytes of a reply, ready to be sent. */
  public static byte[] reply(int type, int sequence, int status, byte[] payload) {
    return encoded(new int[] {REPLY, type, sequence, status}, payload);
  }

  /** How many bytes precede the payload. */
  static int headerBytes(int start) {
    return start == REQUEST ? 5 : 6;
  }

  private static byte[] encoded(int[] start, byte[] payload) {
    if (payload.length > MAX_PAYLOAD) {
      throw new IllegalArgumentException(
          "a frame takes %d bytes, given %d".formatted(MAX_PAYLOAD, payload.length));
    }
    byte[] bytes = new byte[start.length + 2 + payload.length + CRC_BYTES];
    for (int i = 0; i < start.length; i++) {
      bytes[i] = (byte) start[i];
    }
    Words.put(bytes, start.length, payload.length, 2);
    System.arraycopy(payload, 0, bytes, start.length + 2, payload.length);
    int end = bytes.length - CRC_BYTES;
    Words.put(bytes, end, crcOf(bytes, end), CRC_BYTES);
    return bytes;
  }

  static int crcOf(byte[] bytes, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }
}
