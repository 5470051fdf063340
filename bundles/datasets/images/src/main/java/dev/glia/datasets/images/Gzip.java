package dev.glia.datasets.images;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Tells compressed files from plain ones by their first two bytes, not by their names. */
final class Gzip {
  private static final int BUFFER = 1 << 13;

  private Gzip() {}

  /** The content, unpacked if it's compressed. */
  static InputStream unpacked(InputStream raw) throws IOException {
    BufferedInputStream in = new BufferedInputStream(raw, BUFFER);
    in.mark(2);
    boolean compressed = in.read() == 0x1F && in.read() == 0x8B;
    in.reset();
    return compressed ? new GZIPInputStream(in, BUFFER) : in;
  }
}
