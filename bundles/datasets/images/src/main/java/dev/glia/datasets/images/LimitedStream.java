package dev.glia.datasets.images;

import dev.glia.api.component.Fault;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Refuses to go on where a file unpacks to more than it could honestly hold. */
final class LimitedStream extends FilterInputStream {
  private final int most;
  private final Path file;
  private long count;

  LimitedStream(InputStream in, int most, Path file) {
    super(in);
    this.most = most;
    this.file = file;
  }

  @Override
  public int read() throws IOException {
    int octet = super.read();
    counted(octet < 0 ? 0 : 1);
    return octet;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int read = super.read(into, from, length);
    counted(Math.max(0, read));
    return read;
  }

  private void counted(int bytes) {
    count += bytes;
    if (count > most) {
      throw Fault.input(
          file + ": at byte " + most + ": more data than such a file can have. Replace it.");
    }
  }
}
