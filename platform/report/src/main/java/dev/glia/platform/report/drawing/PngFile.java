package dev.glia.platform.report.drawing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Pixels as PNG. Written here, as the JDK's writer starts a windowing toolkit. */
public final class PngFile {
  private static final int GRAY = 0;
  private static final int RGBA = 6;

  private PngFile() {}

  public static byte[] of(Bitmap pixels) {
    int width = pixels.width();
    ByteBuffer rows = ByteBuffer.allocate(pixels.height() * (1 + 4 * width));
    for (int y = 0; y < pixels.height(); y++) {
      rows.put((byte) 0);
      for (int x = 0; x < width; x++) {
        int argb = pixels.argb()[y * width + x];
        rows.putInt(argb << 8 | argb >>> 24);
      }
    }
    return file(width, pixels.height(), RGBA, rows.array());
  }

  public static byte[] of(GrayMap pixels) {
    int width = pixels.width();
    ByteBuffer rows = ByteBuffer.allocate(pixels.height() * (1 + width));
    for (int y = 0; y < pixels.height(); y++) {
      rows.put((byte) 0).put(pixels.amount(), y * width, width);
    }
    return file(width, pixels.height(), GRAY, rows.array());
  }

  /** {@code data:image/png;base64,…}. */
  static String uri(byte[] file) {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(file);
  }

  private static byte[] file(int width, int height, int colorType, byte[] rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put((byte) 8).put((byte) colorType);
    chunk(out, "IHDR", header.array());
    chunk(out, "IDAT", deflated(rows));
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    out.writeBytes(name);
    out.writeBytes(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }

  private static byte[] deflated(byte[] data) {
    try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
      deflater.setInput(data);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] block = new byte[1 << 14];
      while (!deflater.finished()) {
        out.write(block, 0, deflater.deflate(block));
      }
      return out.toByteArray();
    }
  }
}
