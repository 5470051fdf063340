package dev.glia.platform.plugins.install;

import dev.glia.api.component.Fault;
import dev.glia.platform.plugins.Plugin;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/**
 * The list of plugins that every container of a user loads: {@code plugins.tsv}, with lines of
 * symbolic name, version, SHA-256 and file name, joined by tabs. It's always a whole file; changes
 * by several containers come one after the other.
 */
final class DesiredState {
  static final String FILE = "plugins.tsv";

  private static final String LOCK = "plugins.lock";

  private static final Comparator<Plugin> ORDER =
      Comparator.comparing(Plugin::symbolicName)
          .thenComparing(plugin -> Versions.of(plugin.version()));

  /** A file lock counts for processes; within one, two threads would get an exception. */
  private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();

  private final Path directory;

  DesiredState(Path directory) {
    this.directory = directory;
  }

  /** The directory, made if need be. */
  Path directory() {
    try {
      return Files.createDirectories(directory);
    } catch (IOException e) {
      throw fault("can't be made", e);
    }
  }

  /** By symbolic name, then version; lines that aren't in order are skipped. */
  List<Plugin> read() {
    List<Plugin> plugins = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(directory.resolve(FILE), StandardCharsets.UTF_8)) {
        String[] fields = line.split("\t", -1);
        // A path instead of a name could make a removal delete anything.
        if (fields.length == 4 && !line.startsWith("#") && !fields[3].contains("/")) {
          plugins.add(new Plugin(fields[0], fields[1], fields[2], fields[3]));
        }
      }
    } catch (NoSuchFileException none) {
      return List.of();
    } catch (IOException e) {
      throw fault("can't be read", e);
    }
    plugins.sort(ORDER);
    return List.copyOf(plugins);
  }

  /** Replaces the list by what is made of it. */
  void change(UnaryOperator<List<Plugin>> change) {
    directory();
    IN_THIS_PROCESS.lock();
    try (FileChannel channel =
            FileChannel.open(
                directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      write(change.apply(read()), lock);
    } catch (IOException e) {
      throw fault("can't be written", e);
    } finally {
      IN_THIS_PROCESS.unlock();
    }
  }

  /** Deletes a jar that is no longer listed. Containers that run it keep it open. */
  void deleteJar(String file) {
    try {
      Files.deleteIfExists(directory.resolve(file));
    } catch (IOException e) {
      System.getLogger(DesiredState.class.getName())
          .log(System.Logger.Level.WARNING, file + " can't be deleted", e);
    }
  }

  private void write(List<Plugin> plugins, FileLock held) throws IOException {
    if (!held.isValid()) {
      throw new IOException("the lock was lost");
    }
    StringBuilder text = new StringBuilder();
    for (Plugin plugin : plugins.stream().sorted(ORDER).toList()) {
      text.append(
          String.join(
              "\t", plugin.symbolicName(), plugin.version(), plugin.sha256(), plugin.file()));
      text.append('\n');
    }
    Path fresh = directory.resolve(FILE + ".new");
    try (FileChannel out =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      out.write(StandardCharsets.UTF_8.encode(text.toString()));
      out.force(true);
    }
    Files.move(
        fresh,
        directory.resolve(FILE),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private Fault fault(String what, IOException cause) {
    return new Fault(
        Fault.Kind.EXTERNAL,
        directory.resolve(FILE) + " " + what + ": " + cause.getMessage(),
        cause);
  }
}
