package dev.glia.interchange.hdf5;

import dev.glia.api.component.Fault;
import io.jhdf.HdfFile;
import io.jhdf.filter.FilterManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads foreign HDF5 files. Whatever bytes they hold, either a tree comes back or a {@link Fault}
 * that names the file.
 *
 * <p>jHDF believes what a file says of itself. So it reads from memory through a channel that
 * counts ({@link MeteredChannel}), its inflater is bounded, sizes are checked before arrays are
 * made, and it works on a thread of its own that is left behind if it doesn't end in time.
 */
public final class Hdf5Reader {
  /** Largest file that is read. */
  private static final long LARGEST = 1L << 30;

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int BYTES_A_SECOND = 4 << 20; // slower than this is no reading

  static {
    FilterManager.addFilter(new BoundedInflater());
  }

  private Hdf5Reader() {}

  /**
   * Reads a file.
   *
   * @throws Fault INPUT if it isn't there or isn't an HDF5 file that can be read, EXTERNAL if the
   *     disk fails
   */
  public static Hdf5Tree.Group read(Path file) {
    return read(file, false);
  }

  /** The same with attributes. */
  public static Hdf5Tree.Group readWithAttributes(Path file) {
    return read(file, true);
  }

  private static Hdf5Tree.Group read(Path file, boolean withAttributes) {
    try {
      if (Files.size(file) > LARGEST) {
        throw Fault.input(file + ": larger than " + (LARGEST >> 20) + " MiB.");
      }
      return read(Files.readAllBytes(file), file.toString(), withAttributes);
    } catch (NoSuchFileException missing) {
      throw Fault.input(file + ": there's no such file.");
    } catch (IOException failed) {
      throw new Fault(Fault.Kind.EXTERNAL, file + ": can't be read: " + failed, failed);
    }
  }

  /**
   * Reads the bytes of a file.
   *
   * @param file name for messages
   */
  public static Hdf5Tree.Group read(byte[] bytes, String file) {
    return read(bytes, file, false);
  }

  /** The same, with attributes if they're wanted. */
  public static Hdf5Tree.Group read(byte[] bytes, String file, boolean withAttributes) {
    FutureTask<Hdf5Tree.Group> reading = new FutureTask<>(() -> tree(bytes, file, withAttributes));
    Thread thread = new Thread(reading, "hdf5-reader");
    thread.setDaemon(true);
    thread.start();
    try {
      return reading.get(
          PATIENCE.toMillis() + bytes.length * 1000L / BYTES_A_SECOND, TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof Fault fault) {
        throw fault;
      }
      throw new Fault(Fault.Kind.INPUT, damaged(file, failed.getCause()), failed.getCause());
    } catch (TimeoutException tooLong) {
      reading.cancel(true);
      throw Fault.input(file + ": this HDF5 file is damaged: reading it doesn't come to an end.");
    } catch (InterruptedException interrupted) {
      reading.cancel(true);
      Thread.currentThread().interrupt();
      throw new Fault(Fault.Kind.EXTERNAL, file + ": reading was interrupted.", interrupted);
    }
  }

  private static Hdf5Tree.Group tree(byte[] bytes, String file, boolean withAttributes) {
    // Not closed: there's nothing to close in memory, and jHDF's close wants a path.
    return new TreeReader(file, bytes.length, withAttributes)
        .read(new HdfFile(new MeteredChannel(bytes)));
  }

  /** jHDF says what it stumbled over in the innermost cause. */
  private static String damaged(String file, Throwable failure) {
    if (failure instanceof OutOfMemoryError) {
      return file + ": needs more memory than there is. It's damaged, or try a larger heap (-Xmx).";
    }
    if (failure instanceof StackOverflowError) {
      return file + ": this HDF5 file is damaged: it's nested without end.";
    }
    Throwable innermost = failure;
    for (int i = 0; i < 20 && innermost.getCause() != null; i++) {
      innermost = innermost.getCause();
    }
    String reason = String.valueOf(innermost.getMessage());
    return file
        + ": not an HDF5 file that can be read: "
        + (innermost.getMessage() == null ? innermost.getClass().getSimpleName() : reason)
        + ".";
  }
}
