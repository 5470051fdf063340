package dev.glia.datasets.images;

import dev.glia.api.component.Fault;
import dev.glia.api.data.DataProgress;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Fetches files from mirrors. A file is in its place only when all of it is there and its SHA-256
 * is right; until then its bytes are in a file {@code .part} beside it, from which the next
 * attempt, or the next run, goes on.
 */
final class Download {
  private static final int ATTEMPTS = 3; // a mirror
  private static final ReentrantLock IN_THIS_JVM = new ReentrantLock();

  private final List<URI> mirrors;
  private final Transfer transfer;

  Download(List<URI> mirrors, DataProgress progress) {
    this.mirrors = mirrors;
    this.transfer = new Transfer(progress);
  }

  /**
   * Fetches a file unless it's there. One download at a time, also between processes.
   *
   * @return its path in the folder
   * @throws Fault saying what went wrong at each mirror
   */
  Path fetch(RemoteFile file, Path folder) {
    Path whole = folder.resolve(file.name());
    IN_THIS_JVM.lock();
    try {
      Files.createDirectories(folder);
      try (FileChannel guard =
              FileChannel.open(
                  folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock held = guard.lock()) {
        assert held.isValid();
        if (!Files.exists(whole)) {
          fetchFromSomewhere(file, whole);
        }
        return whole;
      }
    } catch (ClosedByInterruptException | FileLockInterruptionException stop) {
      throw Transfer.interrupted(file.name(), stop);
    } catch (IOException failed) {
      throw new Fault(Fault.Kind.EXTERNAL, "can't write to " + folder + ": " + failed, failed);
    } finally {
      IN_THIS_JVM.unlock();
    }
  }

  private void fetchFromSomewhere(RemoteFile file, Path whole) throws IOException {
    Path part = whole.resolveSibling(file.name() + ".part");
    List<String> failures = new ArrayList<>();
    for (URI mirror : mirrors) {
      URI address = mirror.resolve(file.name());
      String failure = null;
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        long before = size(part);
        failure = attempt(address, file, part);
        if (failure == null) {
          Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
          return;
        }
        if (before == 0 && size(part) == 0) {
          break; // nothing came of a fresh start, so nothing would of another
        }
      }
      failures.add(address + ": " + failure);
    }
    throw new Fault(
        Fault.Kind.EXTERNAL,
        "can't fetch "
            + file.name()
            + ": "
            + String.join("; ", failures)
            + ". Try again later, or put the file into "
            + whole.getParent()
            + " yourself.");
  }

  /** Null if the part is now the whole file, else what went wrong. */
  private String attempt(URI address, RemoteFile file, Path part) throws IOException {
    String failure = transfer.run(address, part, file.name());
    if (failure != null) {
      return failure;
    }
    String found = Sha256.of(part);
    if (found.equals(file.sha256())) {
      return null;
    }
    Files.delete(part);
    return "its SHA-256 is " + found + ", expected " + file.sha256();
  }

  private static long size(Path part) throws IOException {
    return Files.exists(part) ? Files.size(part) : 0;
  }
}
