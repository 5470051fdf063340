package dev.glia.drivers.rram.controller;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/**
 * A connection that carries messages with their length in front, as {@code writeDelimitedTo} writes
 * it. Nothing waits for longer than it was told to. For one thread.
 */
public final class Link implements AutoCloseable {
  /** Longest message, both ways. */
  public static final int LONGEST = 64 << 20;

  private static final int LENGTH_BYTES = 5;

  private final SocketChannel channel;
  private final Selector selector;
  private final SelectionKey key;
  private final ByteBuffer received = ByteBuffer.allocate(1 << 16).flip();

  /** Takes the channel over: it's closed with this one, and if this fails. */
  public Link(SocketChannel channel) throws IOException {
    this.channel = channel;
    try {
      channel.configureBlocking(false);
      selector = Selector.open();
      key = channel.register(selector, 0);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Sends a message; all of it may take so long. */
  public void send(byte[] message, Duration time) throws IOException {
    if (message.length > LONGEST) {
      throw new IOException("a message of " + message.length + " bytes is over the limit");
    }
    ByteBuffer frame = ByteBuffer.allocate(LENGTH_BYTES + message.length);
    int rest = message.length;
    while (rest >= 0x80) {
      frame.put((byte) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    frame.put((byte) rest).put(message).flip();
    long deadline = System.nanoTime() + time.toNanos();
    while (frame.hasRemaining()) {
      if (channel.write(frame) == 0) {
        await(SelectionKey.OP_WRITE, deadline);
      }
    }
  }

  /**
   * Receives a message.
   *
   * @param patience for its first byte; null to wait for as long as the other end lives
   * @param time for the rest of it
   * @throws IOException if it's too long, cut short, too slow, or no message at all
   */
  public byte[] receive(Duration patience, Duration time) throws IOException {
    if (!received.hasRemaining()) {
      fill(patience == null ? Long.MAX_VALUE : System.nanoTime() + patience.toNanos());
    }
    long deadline = System.nanoTime() + time.toNanos();
    byte[] message = new byte[length(deadline)];
    int done = Math.min(message.length, received.remaining());
    received.get(message, 0, done);
    ByteBuffer rest = ByteBuffer.wrap(message, done, message.length - done);
    while (rest.hasRemaining()) {
      int count = channel.read(rest);
      if (count < 0) {
        throw new EOFException("the other end has hung up");
      }
      if (count == 0) {
        await(SelectionKey.OP_READ, deadline);
      }
    }
    return message;
  }

  private int length(long deadline) throws IOException {
    long length = 0;
    for (int i = 0; i < LENGTH_BYTES; i++) {
      if (!received.hasRemaining()) {
        fill(deadline);
      }
      int bits = received.get();
      length |= (long) (bits & 0x7F) << 7 * i;
      if (bits >= 0) {
        if (length > LONGEST) {
          throw new IOException("a message of " + length + " bytes is over the limit");
        }
        return (int) length;
      }
    }
    throw new IOException("what was sent isn't a message");
  }

  private void fill(long deadline) throws IOException {
    received.clear();
    try {
      int count = channel.read(received);
      while (count == 0) {
        await(SelectionKey.OP_READ, deadline);
        count = channel.read(received);
      }
      if (count < 0) {
        throw new EOFException("the other end has hung up");
      }
    } finally {
      received.flip();
    }
  }

  private void await(int operation, long deadline) throws IOException {
    key.interestOps(operation);
    if (deadline == Long.MAX_VALUE) {
      selector.select();
    } else {
      long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
      if (left <= 0) {
        throw new SocketTimeoutException("the other end is silent");
      }
      selector.select(left);
    }
    selector.selectedKeys().clear();
    if (Thread.currentThread().isInterrupted()) {
      throw new IOException("interrupted");
    }
  }

  @Override
  public void close() throws IOException {
    try (selector;
        channel) {
      key.cancel();
    }
  }
}
