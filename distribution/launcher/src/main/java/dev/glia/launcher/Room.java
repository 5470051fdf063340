package dev.glia.launcher;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The directories of bundles in a container, in the order in which they start. Each is one start
 * level above the one before, and they stop the other way round.
 */
enum Room {
  LIBRARIES("library"),
  API("api bundle"),
  PLATFORM("platform bundle"),
  PLUGINS("plugin");

  private final String noun;

  Room(String noun) {
    this.noun = noun;
  }

  String noun() {
    return noun;
  }

  int startLevel() {
    return ordinal() + 1;
  }

  /** The jars of this room in {@code home}, by name; none if there is no such directory. */
  List<Path> jars(Path home) throws IOException {
    Path directory = home.resolve("bundles").resolve(name().toLowerCase(Locale.ROOT));
    List<Path> jars = new ArrayList<>();
    if (Files.isDirectory(directory)) {
      try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory, "*.jar")) {
        stream.forEach(jars::add);
      }
    }
    Collections.sort(jars);
    return jars;
  }
}
