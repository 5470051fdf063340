package dev.glia.platform.runner.running;

/** The run was told to stop and couldn't wait for a place where it can make a checkpoint. */
final class AbandonedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AbandonedException() {
    super("stopped", null, false, false);
  }
}
