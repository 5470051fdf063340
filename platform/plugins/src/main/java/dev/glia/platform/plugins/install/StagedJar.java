package dev.glia.platform.plugins.install;

import dev.glia.api.component.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A private copy of a jar that somebody wants to install, in the directory where it's to live: what
 * was checked is what is kept, even if the original changes meanwhile. Deleted unless kept.
 */
final class StagedJar implements AutoCloseable {
  static final String PREFIX = "incoming-";

  private final String name;
  private final Path file;
  private final String sha256;

  private StagedJar(String name, Path file, String sha256) {
    this.name = name;
    this.file = file;
    this.sha256 = sha256;
  }

  static StagedJar copy(Path jar, Path directory) {
    String name = String.valueOf(jar.getFileName());
    if (!Files.isRegularFile(jar)) {
      throw Fault.input(jar + (Files.exists(jar) ? " isn't a file" : " doesn't exist"));
    }
    Path staged = null;
    try {
      staged = Files.createTempFile(directory, PREFIX, ".jar");
      try (InputStream in = Files.newInputStream(jar);
          OutputStream out = Files.newOutputStream(staged)) {
        return new StagedJar(name, staged, Sha256.copy(in, out));
      }
    } catch (IOException e) {
      delete(staged);
      throw new Fault(
          Fault.Kind.EXTERNAL, jar + " can't be copied to " + directory + ": " + e.getMessage(), e);
    }
  }

  /** Its name as the user gave it. */
  String name() {
    return name;
  }

  String sha256() {
    return sha256;
  }

  Path file() {
    return file;
  }

  InputStream open() throws IOException {
    return Files.newInputStream(file);
  }

  /** Puts it in place under a name in its directory. */
  void keepAs(String target) throws IOException {
    Files.move(
        file,
        file.resolveSibling(target),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() {
    delete(file);
  }

  private static void delete(Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (NoSuchFileException kept) {
      // It has been put in place.
    } catch (IOException e) {
      System.getLogger(StagedJar.class.getName())
          .log(System.Logger.Level.WARNING, file + " can't be deleted", e);
    }
  }
}
