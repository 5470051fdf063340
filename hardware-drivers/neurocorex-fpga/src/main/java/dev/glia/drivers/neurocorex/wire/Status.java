package dev.glia.drivers.neurocorex.wire;

/** What a reply says of its request. */
public final class Status {
  public static final int DONE = 0;
  public static final int WRONG_CRC = 1;
  public static final int UNKNOWN = 2;
  public static final int OUTSIDE = 3;

  private Status() {}

  /** For people. */
  public static String text(int status) {
    return switch (status) {
      case DONE -> "done";
      case WRONG_CRC -> "the checksum is wrong";
      case UNKNOWN -> "an unknown type, or a length that it can't have";
      case OUTSIDE -> "outside the memory";
      default -> "status " + status;
    };
  }
}
