package dev.glia.drivers.neurocorex.virtual;

import java.io.IOException;

/**
 * A board in software behind a pseudo-terminal: whoever opens {@link #path()} as a serial port
 * talks to it as to a real one. It runs on a thread of its own until it's closed, which is what
 * pulling a board's plug looks like.
 */
public final class VirtualBoard implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 20;

  private final PseudoTerminal terminal;
  private final DevicePort port;
  private final Thread thread;
  private volatile boolean closed;

  /**
   * Powers one up.
   *
   * @throws IOException if the system has no pseudo-terminal to give
   */
  public VirtualBoard() throws IOException {
    this(true);
  }

  private VirtualBoard(boolean extended) throws IOException {
    terminal = new PseudoTerminal();
    port = new DevicePort(terminal::write, extended);
    thread = Thread.ofPlatform().daemon().name("virtual board").start(this::serve);
  }

  /**
   * Powers up one with a published core: it knows the plain commands only, and learns in the
   * published order.
   *
   * @throws IOException if the system has no pseudo-terminal to give
   */
  public static VirtualBoard published() throws IOException {
    return new VirtualBoard(false);
  }

  /** The serial port that it's connected to. */
  public String path() {
    return terminal.path();
  }

  private void serve() {
    byte[] buffer = new byte[4096];
    while (!closed) {
      int count = terminal.read(buffer, PATIENCE_MILLIS);
      port.accept(buffer, count);
    }
    terminal.close();
  }

  /** Pulls the plug. Closing again has no effect. */
  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * A board as a process of its own: prints the serial port's path, and lives until it's killed.
   */
  public static void main(String[] arguments) throws Exception {
    VirtualBoard board = new VirtualBoard();
    System.out.println("port " + board.path());
    board.thread.join();
  }
}
