package dev.glia.drivers.rram.controller;

import dev.glia.v1.CrossbarReply;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Serves one macro on a socket file: to one host at a time, others are told and sent away. A host
 * that hangs up, or begins a message and doesn't end it, loses the macro.
 */
public final class Controller implements AutoCloseable {
  private static final Duration SLOWEST_MESSAGE = Duration.ofSeconds(20);
  private static final int MOST_WAITING = 16;
  private static final int MOMENT_SECONDS = 2;

  private final Path socket;
  private final Session session;
  private final ServerSocketChannel server;
  private final Semaphore free = new Semaphore(1);

  /** Listens from now on; {@link #serve} answers. */
  public Controller(Path socket, String device, long seed) throws IOException {
    this.socket = socket;
    session = new Session(device, seed);
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      server.bind(UnixDomainSocketAddress.of(socket), MOST_WAITING);
    } catch (IOException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /** Serves until it's closed. */
  public void serve() throws IOException {
    while (server.isOpen()) {
      SocketChannel channel;
      try {
        channel = server.accept();
      } catch (ClosedChannelException e) {
        return;
      }
      Thread.ofPlatform().daemon().name("host").start(() -> host(channel));
    }
  }

  private void host(SocketChannel channel) {
    try (Link link = new Link(channel)) {
      // The one before may have hung up just now.
      if (!free.tryAcquire(MOMENT_SECONDS, TimeUnit.SECONDS)) {
        link.receive(SLOWEST_MESSAGE, SLOWEST_MESSAGE);
        link.send(refusal(), SLOWEST_MESSAGE);
        return;
      }
      try {
        while (true) {
          byte[] request = link.receive(null, SLOWEST_MESSAGE);
          link.send(session.answer(request), SLOWEST_MESSAGE);
        }
      } finally {
        free.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException hungUp) {
      // Its right; the macro is free again.
      System.getLogger(Controller.class.getName())
          .log(System.Logger.Level.DEBUG, "a host is gone", hungUp);
    }
  }

  private static byte[] refusal() {
    return CrossbarReply.newBuilder()
        .setError("the macro is taken by another host; it's free when that one hangs up")
        .build()
        .toByteArray();
  }

  @Override
  public void close() throws IOException {
    server.close();
    Files.deleteIfExists(socket);
  }
}
