package dev.glia.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The framework's cache of this one process. Bundles are read where they lie, so it is small, and
 * it is thrown away: two processes never meet in one, and an old one can't bring old bundles back.
 *
 * <p>Each directory has a lock file beside it that its process holds locked. The system drops a
 * lock with its process, however that ended, so whoever can lock the file may sweep the directory.
 */
final class ScratchDirectory implements AutoCloseable {

  private static final String LOCK = ".lock";

  private final Path directory;
  private final Path lockFile;
  private final FileChannel lock;

  private ScratchDirectory(Path directory, Path lockFile, FileChannel lock) {
    this.directory = directory;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  /** Makes a new one in {@code parent}, after removing those that dead processes left there. */
  static ScratchDirectory in(Path parent) throws IOException {
    Files.createDirectories(parent);
    sweep(parent);
    String prefix = "framework-" + ProcessHandle.current().pid() + "-";
    while (true) {
      Path lockFile = Files.createTempFile(parent, prefix, LOCK);
      FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
      channel.lock();
      if (Files.exists(lockFile)) {
        return new ScratchDirectory(
            Files.createDirectory(directoryOf(lockFile)), lockFile, channel);
      }
      channel.close(); // Another process swept the file between its creation and our lock.
    }
  }

  Path path() {
    return directory;
  }

  @Override
  public void close() throws IOException {
    delete(directory);
    // The file goes while it is locked, so nobody can be holding it when the name is free again.
    Files.deleteIfExists(lockFile);
    lock.close();
  }

  private static Path directoryOf(Path lockFile) {
    String name = lockFile.getFileName().toString();
    return lockFile.resolveSibling(name.substring(0, name.length() - LOCK.length()));
  }

  private static void sweep(Path parent) throws IOException {
    try (DirectoryStream<Path> locks = Files.newDirectoryStream(parent, "framework-*" + LOCK)) {
      for (Path lockFile : locks) {
        sweepIfAbandoned(lockFile);
      }
    }
  }

  private static void sweepIfAbandoned(Path lockFile) throws IOException {
    try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
        FileLock held = channel.tryLock()) {
      if (held != null) {
        delete(directoryOf(lockFile));
        Files.deleteIfExists(lockFile);
      }
    } catch (NoSuchFileException gone) {
      // Its own process, or another sweeper, was faster.
    } catch (java.nio.channels.OverlappingFileLockException ours) {
      // A second container in this JVM.
    }
  }

  private static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    List<Path> contents;
    try (Stream<Path> tree = Files.walk(directory)) {
      contents = tree.toList();
    } catch (UncheckedIOException beingDeleted) {
      return;
    }
    for (Path path : contents.reversed()) {
      Files.deleteIfExists(path);
    }
  }
}
