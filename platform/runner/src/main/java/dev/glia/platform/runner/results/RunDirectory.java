package dev.glia.platform.runner.results;

import dev.glia.api.component.Fault;
import dev.glia.v1.Artifact;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The directory of one run: {@code <id>.partial} while it goes on, renamed to {@code <id>} when all
 * of it is there. A lock keeps a second process away. One thread.
 */
public final class RunDirectory implements AutoCloseable {
  private static final String PARTIAL = ".partial";
  private static final String WORK = "work";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String id;
  private final Path path;
  private final FileChannel lockFile;
  private final List<Artifact> artifacts = new ArrayList<>();

  private RunDirectory(String id, Path path) {
    this.id = id;
    this.path = path;
    this.lockFile = lock(path);
  }

  /** Makes a directory for a new run: {@code <name>-<yyyymmdd-hhmmss>-<4 hexadecimal digits>}. */
  public static RunDirectory create(Path root, String name) {
    try {
      Files.createDirectories(root);
      while (true) {
        String suffix = HexFormat.of().toHexDigits((short) RANDOM.nextInt());
        String id = name + "-" + LocalDateTime.now().format(TIME) + "-" + suffix;
        if (Files.exists(root.resolve(id))) {
          continue;
        }
        try {
          Path path = Files.createDirectory(root.resolve(id + PARTIAL));
          Files.createDirectory(path.resolve(WORK));
          return new RunDirectory(id, path);
        } catch (FileAlreadyExistsException e) {
          // Another run of the same name and second had the same digits: draw again.
        }
      }
    } catch (IOException e) {
      throw new Fault(
          Fault.Kind.EXTERNAL,
          root + ": no run can be kept there: " + e + ". Try another output folder.",
          e);
    }
  }

  /** Opens the directory of an interrupted run. */
  public static RunDirectory open(Path path) {
    Path name = path.toAbsolutePath().normalize().getFileName();
    String text = String.valueOf(name);
    if (!Files.isDirectory(path.resolve(WORK)) || !text.endsWith(PARTIAL)) {
      String why =
          Files.exists(path.resolve("record.json"))
              ? "this run is complete, there's nothing to resume."
              : "isn't an interrupted run. Try the folder that ends in " + PARTIAL + ".";
      throw Fault.input(path + ": " + why);
    }
    return new RunDirectory(text.substring(0, text.length() - PARTIAL.length()), path);
  }

  private static FileChannel lock(Path path) {
    boolean interrupted = Thread.interrupted(); // It would close the channel.
    try {
      return lockUninterrupted(path);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static FileChannel lockUninterrupted(Path path) {
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              path.resolve(WORK).resolve("lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return channel;
      }
      channel.close();
    } catch (OverlappingFileLockException e) {
      closeQuietly(channel);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw Fault.input(path + ": this run is going on in another process. Try waiting for it.");
  }

  private static void closeQuietly(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String id() {
    return id;
  }

  public Path path() {
    return path;
  }

  /** A file that is needed only until the run is complete. */
  Path work(String file) {
    return path.resolve(WORK).resolve(file);
  }

  /** Writes a file that isn't a result, replacing it atomically. */
  public void write(String file, byte[] content) {
    replace(path.resolve(file), content);
  }

  /** Writes a working file, replacing it atomically. */
  public void writeWork(String file, byte[] content) {
    replace(work(file), content);
  }

  /** Reads a file. */
  public byte[] read(String file) {
    return readFile(path.resolve(file));
  }

  /** Whether there's a working file of this name. */
  public boolean hasWork(String file) {
    return Files.exists(work(file));
  }

  /** Reads a working file. */
  public byte[] readWork(String file) {
    return readFile(work(file));
  }

  private byte[] readFile(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Fault(
          Fault.Kind.INPUT,
          file + " can't be read: the run's directory is damaged. Try running the experiment anew.",
          e);
    }
  }

  /** Writes a result and remembers its checksum. */
  public void artifact(String file, String mediaType, byte[] content) {
    write(file, content);
    artifacts.removeIf(artifact -> artifact.getFile().equals(file));
    artifacts.add(
        Artifact.newBuilder()
            .setFile(file)
            .setMediaType(mediaType)
            .setSha256(Sha256.hex(content))
            .setBytes(content.length)
            .build());
  }

  /** Results so far, by file name. */
  public List<Artifact> artifacts() {
    return artifacts.stream().sorted(Comparator.comparing(Artifact::getFile)).toList();
  }

  /** Writes beside the file, to the disk, and renames: after a crash it's the old or the new. */
  private static void replace(Path file, byte[] content) {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      try (FileOutputStream out = new FileOutputStream(fresh.toFile())) {
        out.write(content);
        out.getFD().sync();
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      forceDirectory(file.getParent());
    } catch (IOException e) {
      throw new Fault(
          Fault.Kind.EXTERNAL, file + " can't be written: " + e + ". Is the disk full?", e);
    }
  }

  private static void forceDirectory(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (ClosedByInterruptException e) {
      // Cancelled: the thread stays interrupted, and the name reaches the disk a little later.
    }
  }

  /** Makes the directory a complete one and says where it is. */
  public Path complete() {
    close();
    deleteTree(path.resolve(WORK));
    Path complete = path.resolveSibling(id);
    try {
      Files.move(path, complete, StandardCopyOption.ATOMIC_MOVE);
      forceDirectory(complete.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new Fault(Fault.Kind.EXTERNAL, path + " can't be renamed to " + id + ": " + e, e);
    }
    return complete;
  }

  /** Removes everything, for runs that can't go on. */
  public void delete() {
    close();
    deleteTree(path);
  }

  private static void deleteTree(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new Fault(Fault.Kind.EXTERNAL, root + " can't be removed: " + e, e);
    }
  }

  /** Gives the lock back; the files stay. */
  @Override
  public void close() {
    closeQuietly(lockFile);
  }
}
