package dev.glia.platform.plugins.control;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;

/** A connection on which nothing waits for longer than it was told to. For one thread. */
final class TimedChannel implements AutoCloseable {
  private final SocketChannel channel;
  private final Selector selector;
  private final SelectionKey key;
  private long deadline;

  /** Takes the channel over: it's closed with this one, and if this fails. */
  TimedChannel(SocketChannel channel) throws IOException {
    this.channel = channel;
    Selector opened = null;
    try {
      opened = Selector.open();
      channel.configureBlocking(false);
      this.key = channel.register(opened, 0);
      this.selector = opened;
    } catch (IOException | RuntimeException e) {
      channel.close();
      if (opened != null) {
        opened.close();
      }
      throw e;
    }
  }

  /** Connects to a socket file, which takes no time: the other end is on this machine. */
  static TimedChannel connect(Path socket) throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.connect(UnixDomainSocketAddress.of(socket));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
    return new TimedChannel(channel);
  }

  /** From now on, everything together may take this long. */
  void within(Duration time) {
    deadline = System.nanoTime() + time.toNanos();
  }

  /** Fills the buffer. */
  void readFully(ByteBuffer into) throws IOException {
    while (into.hasRemaining()) {
      int count = channel.read(into);
      if (count < 0) {
        throw new EOFException("the other end has closed the connection");
      }
      if (count == 0) {
        await(SelectionKey.OP_READ);
      }
    }
  }

  /** Writes all of the buffer. */
  void writeFully(ByteBuffer from) throws IOException {
    while (from.hasRemaining()) {
      if (channel.write(from) == 0) {
        await(SelectionKey.OP_WRITE);
      }
    }
  }

  private void await(int operation) throws IOException {
    key.interestOps(operation);
    long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
    if (left <= 0) {
      throw new SocketTimeoutException("the other end is silent");
    }
    selector.select(left);
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
