package dev.glia.api.equations.internal.checking;

/** Numbers the random calls of one program. */
public final class Streams {
  private int next;

  public int next() {
    return next++;
  }
}
