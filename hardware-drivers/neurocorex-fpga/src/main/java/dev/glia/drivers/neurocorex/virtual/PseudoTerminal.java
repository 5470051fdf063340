package dev.glia.drivers.neurocorex.virtual;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * A pseudo-terminal of the operating system: its slave side is a serial port as any other, {@code
 * /dev/pts/3}. One thread reads and writes; any may close it. POSIX only.
 */
final class PseudoTerminal implements AutoCloseable {
  private static final int READ_WRITE = 0x2;
  private static final int NO_CONTROLLING_TERMINAL = isMac() ? 0x20000 : 0x100;
  private static final short READABLE = 0x1;
  private static final short WRITABLE = 0x4;
  private static final int POLL_BYTES = 8;

  /** Larger than any system's {@code struct termios}. */
  private static final int TERMIOS_BYTES = 256;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final SymbolLookup LIBC = LINKER.defaultLookup();
  private static final MethodHandle OPENPT =
      function("posix_openpt", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
  private static final MethodHandle GRANTPT =
      function("grantpt", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
  private static final MethodHandle UNLOCKPT =
      function("unlockpt", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
  private static final MethodHandle PTSNAME =
      function("ptsname", FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
  private static final MethodHandle OPEN =
      LINKER.downcallHandle(
          LIBC.find("open").orElseThrow(),
          FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT),
          Linker.Option.firstVariadicArg(2));
  private static final MethodHandle CLOSE =
      function("close", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
  private static final MethodHandle READ = function("read", transfer());
  private static final MethodHandle WRITE = function("write", transfer());
  private static final MethodHandle POLL =
      function(
          "poll",
          FunctionDescriptor.of(
              ValueLayout.JAVA_INT,
              ValueLayout.ADDRESS,
              ValueLayout.JAVA_LONG,
              ValueLayout.JAVA_INT));
  private static final MethodHandle TCGETATTR =
      function(
          "tcgetattr",
          FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
  private static final MethodHandle TCSETATTR =
      function(
          "tcsetattr",
          FunctionDescriptor.of(
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_INT,
              ValueLayout.ADDRESS));
  private static final MethodHandle CFMAKERAW =
      function("cfmakeraw", FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));

  private final Arena arena = Arena.ofShared();
  private final MemorySegment buffer = arena.allocate(4096);
  private final MemorySegment poll = arena.allocate(POLL_BYTES, 4);
  private final int master;
  private final int slave;
  private final String path;
  private boolean closed;

  /**
   * Opens one, in raw mode.
   *
   * @throws IOException if the system has none to give
   */
  PseudoTerminal() throws IOException {
    master = call(() -> (int) OPENPT.invokeExact(READ_WRITE | NO_CONTROLLING_TERMINAL));
    requireGood(master, "posix_openpt");
    requireGood(call(() -> (int) GRANTPT.invokeExact(master)), "grantpt");
    requireGood(call(() -> (int) UNLOCKPT.invokeExact(master)), "unlockpt");
    path = nameOf(master);
    // Kept open, so that clients may come and go without the master seeing the end of the file.
    MemorySegment name = arena.allocateFrom(path);
    slave = call(() -> (int) OPEN.invokeExact(name, READ_WRITE | NO_CONTROLLING_TERMINAL));
    requireGood(slave, "open");
    MemorySegment settings = arena.allocate(TERMIOS_BYTES, 8);
    requireGood(call(() -> (int) TCGETATTR.invokeExact(slave, settings)), "tcgetattr");
    call(
        () -> {
          CFMAKERAW.invokeExact(settings);
          return 0;
        });
    requireGood(call(() -> (int) TCSETATTR.invokeExact(slave, 0, settings)), "tcsetattr");
  }

  private static boolean isMac() {
    return System.getProperty("os.name").startsWith("Mac");
  }

  private static MethodHandle function(String name, FunctionDescriptor descriptor) {
    return LINKER.downcallHandle(LIBC.find(name).orElseThrow(), descriptor);
  }

  private static FunctionDescriptor transfer() {
    return FunctionDescriptor.of(
        ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG);
  }

  private interface Native<T> {
    T call() throws Throwable;
  }

  private static <T> T call(Native<T> function) {
    try {
      return function.call();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static void requireGood(int result, String what) throws IOException {
    if (result < 0) {
      throw new IOException("no pseudo-terminal: " + what + " fails");
    }
  }

  private static String nameOf(int master) throws IOException {
    MemorySegment name = call(() -> (MemorySegment) PTSNAME.invokeExact(master));
    if (name.address() == 0) {
      throw new IOException("no pseudo-terminal: it has no name");
    }
    return name.reinterpret(256).getString(0);
  }

  /** The serial port that a client opens. */
  String path() {
    return path;
  }

  /**
   * Reads what a client wrote.
   *
   * @return how many bytes; 0 if none came in time, -1 if it's closed
   */
  synchronized int read(byte[] into, int timeoutMillis) {
    if (closed || !isReady(READABLE, timeoutMillis)) {
      return closed ? -1 : 0;
    }
    long size = Math.min(into.length, buffer.byteSize());
    long count = call(() -> (long) READ.invokeExact(master, buffer, size));
    if (count > 0) {
      MemorySegment.copy(buffer, ValueLayout.JAVA_BYTE, 0, into, 0, (int) count);
    }
    return (int) Math.max(0, count);
  }

  /** Sends bytes to the client; those that it doesn't take within a second are lost. */
  synchronized void write(byte[] bytes) {
    int at = 0;
    while (at < bytes.length && !closed && isReady(WRITABLE, 1000)) {
      int size = Math.min(bytes.length - at, 512);
      MemorySegment.copy(bytes, at, buffer, ValueLayout.JAVA_BYTE, 0, size);
      long written = call(() -> (long) WRITE.invokeExact(master, buffer, (long) size));
      if (written <= 0) {
        return;
      }
      at += (int) written;
    }
  }

  private boolean isReady(short events, int timeoutMillis) {
    poll.set(ValueLayout.JAVA_INT, 0, master);
    poll.set(ValueLayout.JAVA_SHORT, 4, events);
    poll.set(ValueLayout.JAVA_SHORT, 6, (short) 0);
    int ready = call(() -> (int) POLL.invokeExact(poll, 1L, timeoutMillis));
    return ready > 0 && (poll.get(ValueLayout.JAVA_SHORT, 6) & events) != 0;
  }

  /** Unplugs it: clients see their port go. */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      call(() -> (int) CLOSE.invokeExact(slave));
      call(() -> (int) CLOSE.invokeExact(master));
      arena.close();
    }
  }
}
