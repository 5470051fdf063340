package dev.glia.platform.plugins.control;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The user's folder of running containers. Each has a description that tells its socket and the
 * secret that requests must bring; only the user can read it.
 */
final class RunFolder {
  /** Longest path of a socket that all systems take (macOS: 104 bytes with the closing zero). */
  static final int LONGEST_SOCKET_PATH = 100;

  private static final String DESCRIPTION = ".container";
  private static final String SOCKET = ".sock";
  private static final int TOKEN_BYTES = 32;
  private static final String SHORT_PREFIX = "glia-";

  private final Path folder;

  RunFolder(Path userDirectory) {
    this.folder = userDirectory.resolve("run");
  }

  /** The folder itself; need not exist. */
  Path path() {
    return folder;
  }

  /** Where this process's container should listen; nothing is there yet. */
  Path socketPath(long pid) throws IOException {
    makePrivate();
    Path socket = folder.resolve(pid + SOCKET);
    if (socket.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_SOCKET_PATH) {
      socket = shortDirectory().resolve(pid + SOCKET);
    }
    Files.deleteIfExists(socket);
    return socket;
  }

  /** Makes a listening container known. */
  ContainerDescription publish(long pid, Path socket) throws IOException {
    byte[] secret = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(secret);
    ContainerDescription description =
        new ContainerDescription(
            folder.resolve(pid + DESCRIPTION),
            pid,
            HostName.get(),
            Instant.now().toEpochMilli(),
            socket,
            HexFormat.of().formatHex(secret));
    Path fresh = Files.createTempFile(folder, "new-", ".tmp", ownerOnly("rw-------"));
    Files.writeString(fresh, description.text(), StandardCharsets.UTF_8);
    Files.move(
        fresh,
        description.file(),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    return description;
  }

  /** The containers that live on this machine; what dead ones left behind is deleted. */
  List<ContainerDescription> living() {
    List<ContainerDescription> living = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return living;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + DESCRIPTION)) {
      for (Path file : files) {
        ContainerDescription.read(file)
            .filter(description -> description.host().equals(HostName.get()))
            .ifPresent(description -> keepOrDelete(description, living));
      }
    } catch (IOException e) {
      System.getLogger(RunFolder.class.getName())
          .log(System.Logger.Level.WARNING, folder + " can't be read", e);
    }
    return living;
  }

  /**
   * Deletes a container's description, its socket, and the socket's own directory if it has one.
   */
  void withdraw(ContainerDescription description) {
    delete(description.file());
    delete(description.socket());
    Path directory = description.socket().getParent();
    boolean ours =
        directory != null
            && !directory.equals(folder)
            && directory.getFileName().toString().startsWith(SHORT_PREFIX);
    if (ours) {
      delete(directory);
    }
  }

  private void keepOrDelete(ContainerDescription description, List<ContainerDescription> living) {
    if (description.isAlive()) {
      living.add(description);
    } else {
      withdraw(description);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      System.getLogger(RunFolder.class.getName())
          .log(System.Logger.Level.DEBUG, file + " stays", e);
    }
  }

  private void makePrivate() throws IOException {
    Files.createDirectories(folder.getParent());
    if (!Files.isDirectory(folder)) {
      try {
        Files.createDirectory(folder, ownerOnly("rwx------"));
      } catch (java.nio.file.FileAlreadyExistsException another) {
        // Another container was faster.
      }
    }
    if (isPosix()) {
      // Fails if the folder belongs to somebody else, who could then read the secrets.
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  /** In the system's directory for temporary files, which is short where nobody changed it. */
  private static Path shortDirectory() throws IOException {
    return Files.createTempDirectory(SHORT_PREFIX, ownerOnly("rwx------"));
  }

  static FileAttribute<?>[] ownerOnly(String permissions) {
    return isPosix()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  static boolean isPosix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }
}
