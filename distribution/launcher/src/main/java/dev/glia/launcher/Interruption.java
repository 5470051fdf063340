package dev.glia.launcher;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C, or a polite kill: interrupts the thread that runs the command, and holds the end of the
 * JVM up until that thread has cleaned up. The JVM itself then exits with 128 plus the signal.
 */
final class Interruption {

  /** What shells expect of a program that Ctrl-C ended. */
  static final int EXIT_CODE = 130;

  /** A command that doesn't listen is left behind: a second Ctrl-C wouldn't reach it either. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Thread command;
  private final Thread hook = new Thread(this::interruptAndWait, "glia-interruption");
  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile boolean requested;

  private Interruption(Thread command) {
    this.command = command;
  }

  static Interruption watch(Thread command) {
    Interruption interruption = new Interruption(command);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  boolean requested() {
    return requested;
  }

  /**
   * Says that the command and its cleaning up are over.
   *
   * @return false if the JVM is already ending, so that nobody may call {@link System#exit}
   */
  boolean finish() {
    finished.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
      return true;
    } catch (IllegalStateException ending) {
      return false;
    }
  }

  private void interruptAndWait() {
    requested = true;
    command.interrupt();
    try {
      if (!finished.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        System.err.println(
            "glia: the command did not stop within " + PATIENCE.toSeconds() + " s of the signal.");
      }
    } catch (InterruptedException nobodyDoesThat) {
      Thread.currentThread().interrupt();
    }
  }
}
