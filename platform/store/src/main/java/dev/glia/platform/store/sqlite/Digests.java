package dev.glia.platform.store.sqlite;

import dev.glia.api.component.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Checksums of files, remembered in the database. Safe for any thread. */
final class Digests {
  /** A file that was changed just now may change once more without a new time of change. */
  private static final long COARSEST_CLOCK = TimeUnit.SECONDS.toMillis(2);

  private final Database database;

  Digests(Database database) {
    this.database = database;
  }

  Optional<String> of(Path file) {
    try {
      Path path = file.toRealPath();
      BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
      long modified = now.lastModifiedTime().to(TimeUnit.MICROSECONDS);
      Optional<String> known =
          database.first(
              "SELECT sha256 FROM digests WHERE path = ? AND bytes = ? AND modified = ?",
              row -> row.getString(1),
              path.toString(),
              now.size(),
              modified);
      return known.isPresent() ? known : Optional.of(remembered(path, now, modified));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException e) {
      throw new Fault(Fault.Kind.EXTERNAL, file + " can't be read: " + e.getMessage(), e);
    }
  }

  private String remembered(Path path, BasicFileAttributes before, long modified)
      throws IOException {
    boolean old =
        System.currentTimeMillis() - before.lastModifiedTime().toMillis() > COARSEST_CLOCK;
    String sha256 = checksum(path);
    if (old) {
      database.change(
          "INSERT OR REPLACE INTO digests VALUES (?, ?, ?, ?)",
          path.toString(),
          before.size(),
          modified,
          sha256);
    }
    return sha256;
  }

  private static String checksum(Path path) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
