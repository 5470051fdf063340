package dev.glia.platform.cli;

/** Exit codes that aren't those of a fault's kind. */
final class Exit {
  static final int OK = 0;
  static final int BAD_INPUT = 2;
  static final int INTERNAL = 3;
  static final int INTERRUPTED = 130;

  private Exit() {}
}
