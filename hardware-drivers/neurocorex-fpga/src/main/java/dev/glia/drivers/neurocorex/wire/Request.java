package dev.glia.drivers.neurocorex.wire;

/** Types of requests. */
public final class Request {
  public static final int HELLO = 1;
  public static final int BYE = 2;
  public static final int WRITE = 3;
  public static final int READ = 4;
  public static final int RUN = 5;
  public static final int RESET = 6;

  /** Not a request: a frame of this type is the key. */
  public static final int KEY_TYPE = 0xF0;

  /** Bytes of one step in {@link #RUN}. */
  public static final int STEP_BYTES = 24;

  /** Steps that one {@link #RUN} takes. */
  public static final int MAX_STEPS = Frame.MAX_PAYLOAD / STEP_BYTES;

  private static final byte[] KEY = {
    (byte) 0xE0, (byte) 0xF0, (byte) 0xC7, (byte) 0xA9,
    (byte) 0x93, (byte) 0xB8, (byte) 0xD5, (byte) 0x8E
  };

  private Request() {}

  /** Switches the extension on; none of its bytes is a plain command. */
  public static byte[] key() {
    return KEY.clone();
  }
}
