package dev.glia.platform.runner.devices;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.glia.api.component.Fault;
import dev.glia.v1.DeviceClaim;
import dev.glia.v1.DeviceClaims;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/**
 * The queue of one device, in a file that all processes change under a lock. The operating system
 * lifts the lock of a process that dies; it's held for a moment only, never as long as a lease.
 */
final class ClaimsFile implements ClaimsQueue {
  /** File locks are the whole process's, so its own threads need another one. */
  private static final Map<Path, ReentrantLock> IN_PROCESS = new ConcurrentHashMap<>();

  private final Path file;
  private final Path lock;
  private final ReentrantLock inProcess;

  ClaimsFile(Path directory, String key) {
    file = directory.toAbsolutePath().normalize().resolve(key + ".claims");
    lock = file.resolveSibling(key + ".lock");
    inProcess = IN_PROCESS.computeIfAbsent(file, path -> new ReentrantLock());
  }

  /** The queue as it was written last; empty if there's none, or it can't be read. */
  @Override
  public List<DeviceClaim> read() {
    try {
      return load();
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private List<DeviceClaim> load() throws IOException {
    try {
      return DeviceClaims.parseFrom(Files.readAllBytes(file)).getClaimsList();
    } catch (NoSuchFileException | InvalidProtocolBufferException absent) {
      return List.of();
    }
  }

  @Override
  public List<DeviceClaim> change(UnaryOperator<List<DeviceClaim>> change) {
    boolean interrupted = Thread.interrupted();
    inProcess.lock();
    try {
      while (true) {
        try {
          return changeOnce(change);
        } catch (ClosedByInterruptException | FileLockInterruptionException e) {
          // Whoever gives up must still be able to leave the queue: again, without the interrupt.
          interrupted |= Thread.interrupted();
        }
      }
    } catch (IOException e) {
      throw unusable(e);
    } finally {
      inProcess.unlock();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private List<DeviceClaim> changeOnce(UnaryOperator<List<DeviceClaim>> change) throws IOException {
    Files.createDirectories(file.getParent());
    try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      List<DeviceClaim> before = load();
      List<DeviceClaim> after = change.apply(before);
      if (!after.equals(before)) {
        write(after);
      }
      return after;
    }
  }

  /** Replaced as a whole: whoever reads without the lock sees the old queue or the new one. */
  private void write(List<DeviceClaim> claims) throws IOException {
    if (claims.isEmpty()) {
      Files.deleteIfExists(file);
      return;
    }
    Path fresh = Files.createTempFile(file.getParent(), "claims", ".new");
    Files.write(fresh, DeviceClaims.newBuilder().addAllClaims(claims).build().toByteArray());
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private Fault unusable(IOException e) {
    return new Fault(
        Fault.Kind.EXTERNAL,
        file + ": who has which device can't be kept there (" + e + "). Try another GLIA_HOME.",
        e);
  }
}
