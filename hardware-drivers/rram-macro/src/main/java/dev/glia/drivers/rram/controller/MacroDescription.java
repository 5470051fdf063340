package dev.glia.drivers.rram.controller;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * Where a macro listens: a file of properties that only its user can read.
 *
 * @param file the description itself
 * @param name the macro's, as in {@code rram-macro:bench}
 * @param pid of its controller
 * @param socket what it listens on
 */
public record MacroDescription(Path file, String name, long pid, Path socket) {
  private static final int LONGEST = 4096;

  /** Reads a description; empty if there's none, or it isn't one. */
  public static Optional<MacroDescription> read(Path file) {
    try {
      if (Files.size(file) > LONGEST) {
        return Optional.empty();
      }
      Properties properties = new Properties();
      properties.load(new StringReader(Files.readString(file)));
      String name = properties.getProperty("name", "");
      String socket = properties.getProperty("socket", "");
      long pid = Long.parseLong(properties.getProperty("pid", "-"));
      return MacroFolder.isName(name) && !socket.isEmpty()
          ? Optional.of(new MacroDescription(file, name, pid, Path.of(socket)))
          : Optional.empty();
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    } catch (IllegalArgumentException e) { // a number or an escape that is none
      return Optional.empty();
    }
  }

  String text() {
    return "name=" + name + "\npid=" + pid + "\nsocket=" + escaped(socket.toString()) + "\n";
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\");
  }

  /** Whether the controller's process is there. */
  public boolean isAlive() {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }
}
