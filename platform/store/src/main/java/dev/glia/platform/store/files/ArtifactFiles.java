package dev.glia.platform.store.files;

import dev.glia.api.component.Fault;
import dev.glia.platform.store.ArtifactRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Files named by the checksum of their content. A file appears whole: it's written under another
 * name, brought to the disk and renamed. Safe for any thread and several processes.
 */
public final class ArtifactFiles {
  private final Path root;

  /** Files below a directory, which is made. */
  public ArtifactFiles(Path root) {
    this.root = root;
    try {
      Files.createDirectories(root);
    } catch (IOException e) {
      throw failed(root, e);
    }
  }

  /** SHA-256 in hexadecimal digits. */
  public static String checksum(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Where content with a checksum lies. */
  public Path path(String sha256) {
    return root.resolve(sha256.substring(0, 2)).resolve(sha256);
  }

  public ArtifactRecord write(String file, String mediaType, byte[] content) {
    String sha256 = checksum(content);
    Path path = path(sha256);
    try {
      if (!Files.exists(path)) {
        Files.createDirectories(path.getParent());
        Path partial = path.resolveSibling(UUID.randomUUID() + ".partial");
        try (FileChannel out =
            FileChannel.open(partial, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
          ByteBuffer bytes = ByteBuffer.wrap(content);
          while (bytes.hasRemaining()) {
            out.write(bytes);
          }
          out.force(true);
        }
        Files.move(partial, path, StandardCopyOption.ATOMIC_MOVE);
      } else {
        // Young again, so that cleaning up leaves it to the cell that is about to name it.
        Files.setLastModifiedTime(path, FileTime.fromMillis(System.currentTimeMillis()));
      }
    } catch (IOException e) {
      throw failed(path, e);
    }
    return new ArtifactRecord(file, mediaType, sha256, content.length);
  }

  /** The content of a file, wherever it lies. */
  public byte[] read(ArtifactRecord artifact) {
    Path path = artifact.path().isEmpty() ? path(artifact.sha256()) : Path.of(artifact.path());
    byte[] content;
    try {
      content = Files.readAllBytes(path);
    } catch (NoSuchFileException e) {
      throw new Fault(
          Fault.Kind.EXTERNAL,
          artifact.file() + ": its content " + path + " is gone. `glia rerun` makes it again.",
          e);
    } catch (IOException e) {
      throw failed(path, e);
    }
    if (!checksum(content).equals(artifact.sha256())) {
      throw new Fault(
          Fault.Kind.EXTERNAL, artifact.file() + ": its content " + path + " was changed");
    }
    return content;
  }

  /** All files, those that are still being written or were left behind by a crash included. */
  public List<Path> all() {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      throw new Fault(Fault.Kind.EXTERNAL, root + " can't be read: " + e.getMessage(), e);
    }
  }

  private static Fault failed(Path path, IOException e) {
    return new Fault(
        Fault.Kind.EXTERNAL, path + " can't be read or written: " + e + ". Is the disk full?", e);
  }
}
