package dev.glia.analyzers.spikes;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes images of up to 256 colors as PNG (ISO/IEC 15948): a signature, then chunks of length,
 * name, content and CRC. It needs nothing of the desktop module.
 */
final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  private Png() {}

  /**
   * Encodes an image.
   *
   * @param pixels index of a color each, row by row
   * @param palette 0xRRGGBB
   * @param transparent index of the color that lets the background through
   */
  static byte[] encode(int width, int height, byte[] pixels, int[] palette, int transparent) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(SIGNATURE);
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put((byte) 8).put((byte) 3); // bits an index; indexed color
    chunk(out, "IHDR", header.array());
    byte[] colors = new byte[3 * palette.length];
    for (int i = 0; i < palette.length; i++) {
      colors[3 * i] = (byte) (palette[i] >>> 16);
      colors[3 * i + 1] = (byte) (palette[i] >>> 8);
      colors[3 * i + 2] = (byte) palette[i];
    }
    chunk(out, "PLTE", colors);
    byte[] opacity = new byte[transparent + 1];
    Arrays.fill(opacity, (byte) 0xFF);
    opacity[transparent] = 0;
    chunk(out, "tRNS", opacity);
    chunk(out, "IDAT", compressed(width, height, pixels));
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  /** Every line is preceded by the number of its filter: 0, none. */
  private static byte[] compressed(int width, int height, byte[] pixels) {
    byte[] lines = new byte[height * (width + 1)];
    for (int line = 0; line < height; line++) {
      System.arraycopy(pixels, line * width, lines, line * (width + 1) + 1, width);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
      deflater.setInput(lines);
      deflater.finish();
      byte[] buffer = new byte[1 << 14];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
    }
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream out, String name, byte[] content) {
    byte[] type = name.getBytes(StandardCharsets.US_ASCII);
    CRC32 check = new CRC32();
    check.update(type);
    check.update(content);
    out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
    out.writeBytes(type);
    out.writeBytes(content);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
  }
}
