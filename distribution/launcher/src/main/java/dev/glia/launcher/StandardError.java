package dev.glia.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.nio.charset.Charset;

/**
 * Gives the program its real standard error back.
 *
 * <p>Before {@code main}, the JVM prints a warning about the incubating Vector API that no flag
 * turns off. So the start script lets the JVM begin with a filtering pipe as its standard error,
 * and hands the real one over as another file descriptor. The filter stays in place for what native
 * code may write; what Java writes goes straight to where the user sent it, in order and unbuffered
 * by any helper.
 */
final class StandardError {

  private StandardError() {}

  static void restore() {
    Integer descriptor = Integer.getInteger("glia.stderr");
    if (descriptor == null) {
      return;
    }
    try {
      // Not to be had otherwise: opening /dev/fd/N again would start at the beginning of a file.
      Constructor<FileDescriptor> open = FileDescriptor.class.getDeclaredConstructor(int.class);
      open.setAccessible(true);
      FileOutputStream stream = new FileOutputStream(open.newInstance(descriptor));
      System.setErr(new PrintStream(stream, true, encoding()));
    } catch (ReflectiveOperationException | RuntimeException unavailable) {
      // Then the filter passes everything on: the same text, a little later.
    }
  }

  private static Charset encoding() {
    String name = System.getProperty("stderr.encoding");
    return name == null ? Charset.defaultCharset() : Charset.forName(name);
  }
}
