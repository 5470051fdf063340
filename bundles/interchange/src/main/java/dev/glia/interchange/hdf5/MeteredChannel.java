package dev.glia.interchange.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/**
 * Bytes in memory as a file that can be read, but not without end: a file whose parts refer to each
 * other in circles, or to the same part over and over, would be read for ever.
 */
final class MeteredChannel extends FileChannel {
  private static final int MOST_TIMES = 64; // that all of it is read
  private static final long ALLOWANCE = 64L << 20;
  private static final long COST_OF_A_READ = 64; // bytes that a read counts at least

  private final byte[] bytes;
  private long left;
  private long position;

  MeteredChannel(byte[] bytes) {
    this.bytes = bytes;
    left = ALLOWANCE + (long) MOST_TIMES * bytes.length;
  }

  @Override
  public synchronized int read(ByteBuffer into, long at) throws IOException {
    int length = into.remaining();
    if (at < 0 || length > bytes.length - at) {
      throw new IOException("it refers to byte " + at + ", beyond its end");
    }
    left -= Math.max(COST_OF_A_READ, length);
    if (left < 0) {
      throw new IOException("its parts refer to each other without end");
    }
    into.put(bytes, (int) at, length);
    return length;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    int length = read(into, position);
    position += length;
    return length;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public FileChannel position(long newPosition) {
    position = newPosition;
    return this;
  }

  @Override
  public long size() {
    return bytes.length;
  }

  /** Checks the bounds, so that nothing is allocated for what can't be read; then it's read. */
  @Override
  public MappedByteBuffer map(MapMode mode, long at, long length) {
    if (at < 0 || length < 0 || length > bytes.length - at) {
      throw new IllegalArgumentException("it refers to byte " + at + ", beyond its end");
    }
    throw new UnsupportedOperationException("bytes in memory aren't mapped");
  }

  @Override
  protected void implCloseChannel() {}

  @Override
  public long read(ByteBuffer[] into, int offset, int length) {
    throw new UnsupportedOperationException("reads go into one buffer here");
  }

  @Override
  public int write(ByteBuffer from) {
    throw new NonWritableChannelException();
  }

  @Override
  public long write(ByteBuffer[] from, int offset, int length) {
    throw new NonWritableChannelException();
  }

  @Override
  public int write(ByteBuffer from, long at) {
    throw new NonWritableChannelException();
  }

  @Override
  public FileChannel truncate(long size) {
    throw new NonWritableChannelException();
  }

  @Override
  public void force(boolean metaData) {}

  @Override
  public long transferTo(long at, long count, WritableByteChannel to) {
    throw new UnsupportedOperationException("bytes in memory are read, not transferred");
  }

  @Override
  public long transferFrom(ReadableByteChannel from, long at, long count) {
    throw new NonWritableChannelException();
  }

  @Override
  public FileLock lock(long at, long length, boolean shared) {
    throw new UnsupportedOperationException("bytes in memory have no locks");
  }

  @Override
  public FileLock tryLock(long at, long length, boolean shared) {
    throw new UnsupportedOperationException("bytes in memory have no locks");
  }
}
