package dev.glia.drivers.neurocorex.virtual;

import java.io.IOException;

/**
 * A board in software behind a pseudo-terminal: whoever opens {@link #path()} as a serial port
 * talks to it as to a real one. It runs on a thread of its own until it's closed, which is what
 * pulling a board's plug looks like.
 */
public final class VirtualBoard implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 20;

  /** 96 cycles of 100 kHz. */
  private static final long STEP_NANOS = 960_000;

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
    this(Bitstream.CHECKED);
  }

  /**
   * Powers one up.
   *
   * @throws IOException if the system has no pseudo-terminal to give
   */
  public VirtualBoard(Bitstream bitstream) throws IOException {
    terminal = new PseudoTerminal();
    port = new DevicePort(terminal::write, bitstream);
    Runnable work = bitstream == Bitstream.FREE_RUNNING ? this::serveInTime : this::serve;
    thread = Thread.ofPlatform().daemon().name("virtual board").start(work);
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

  /** A board that is late, as its thread had to wait, catches up. */
  private void serveInTime() {
    byte[] buffer = new byte[4096];
    long due = System.nanoTime() + STEP_NANOS;
    while (!closed) {
      int count = terminal.read(buffer, 1);
      port.accept(buffer, count);
      for (; System.nanoTime() - due >= 0; due += STEP_NANOS) {
        port.tick();
      }
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
