package dev.glia.drivers.rram.controller;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The user's folder of macros that listen: {@code ~/.glia/run}, or that of {@code GLIA_HOME}. */
public final class MacroFolder {
  private static final String DESCRIPTION = ".rram-macro";

  /** All systems take socket paths of so many bytes. */
  private static final int LONGEST_SOCKET = 100;

  private final Path folder;

  public MacroFolder(Path folder) {
    this.folder = folder;
  }

  public static MacroFolder ofUser() {
    String home = System.getenv("GLIA_HOME");
    Path user =
        home == null || home.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".glia")
            : Path.of(home);
    return new MacroFolder(user.resolve("run"));
  }

  static boolean isName(String name) {
    return name.matches("[a-z0-9]+(-[a-z0-9]+)*");
  }

  /** Where a macro of this name may listen; nothing is there yet. */
  Path socketPath(String name) throws IOException {
    if (!isName(name)) {
      throw new IOException("a macro can't be called '" + name + "' (lower-case-words)");
    }
    if (living().stream().anyMatch(each -> each.name().equals(name))) {
      throw new IOException("a macro called '" + name + "' listens already");
    }
    Files.createDirectories(folder, ownerOnly());
    Path socket = folder.resolve(name + ".rram.sock");
    if (socket.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8).length
        > LONGEST_SOCKET) {
      socket = privateDirectory().resolve("sock");
    }
    Files.deleteIfExists(socket);
    return socket;
  }

  /** A directory with a short path that only the user can enter. */
  public static Path privateDirectory() throws IOException {
    return Files.createTempDirectory("glia-rram-", ownerOnly());
  }

  MacroDescription publish(String name, Path socket) throws IOException {
    Path file = folder.resolve(name + DESCRIPTION);
    MacroDescription description =
        new MacroDescription(file, name, ProcessHandle.current().pid(), socket);
    Path fresh = Files.createTempFile(folder, "new-", ".tmp"); // readable by the owner only
    Files.writeString(fresh, description.text());
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return description;
  }

  void withdraw(MacroDescription description) {
    try {
      Files.deleteIfExists(description.file());
      Files.deleteIfExists(description.socket());
    } catch (IOException e) {
      System.getLogger(MacroFolder.class.getName())
          .log(System.Logger.Level.DEBUG, description.file() + " stays", e);
    }
  }

  /** The macros whose controllers live, by name. */
  public List<MacroDescription> living() {
    List<MacroDescription> living = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return living;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + DESCRIPTION)) {
      for (Path file : files) {
        MacroDescription.read(file).filter(MacroDescription::isAlive).ifPresent(living::add);
      }
    } catch (IOException e) {
      System.getLogger(MacroFolder.class.getName())
          .log(System.Logger.Level.WARNING, folder + " can't be read", e);
    }
    living.sort(Comparator.comparing(MacroDescription::name));
    return living;
  }

  private static FileAttribute<?>[] ownerOnly() {
    boolean posix =
        java.nio.file.FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }
}
