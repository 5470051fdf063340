package dev.glia.api.component;

/**
 * Something that went wrong in a way that a person should read: one message that says what, where
 * and what to do. Its kind decides exit code and HTTP status.
 */
public class Fault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Whose matter it is. */
  public enum Kind {
    /** The result isn't what was claimed; exit code 1. */
    CLAIM(1),
    /** The user's input; exit code 2. */
    INPUT(2),
    /** A component, bundle or device that isn't there; exit code 2. */
    MISSING(2),
    /** Our own mistake; exit code 3. */
    INTERNAL(3),
    /** Disk, network, device; exit code 3. */
    EXTERNAL(3);

    private final int exitCode;

    Kind(int exitCode) {
      this.exitCode = exitCode;
    }

    public int exitCode() {
      return exitCode;
    }
  }

  private final Kind kind;

  public Fault(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public Fault(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public static Fault input(String message) {
    return new Fault(Kind.INPUT, message);
  }

  public Kind kind() {
    return kind;
  }
}
