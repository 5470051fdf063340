package dev.glia.platform.cli;

import dev.glia.api.component.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The experiment files that come with the container, by name. */
final class Examples {
  private static final String SUFFIX = ".yaml";

  private final Path directory;

  Examples(Path home) {
    directory = home.resolve("examples");
  }

  List<Path> all() {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(f -> f.toString().endsWith(SUFFIX)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String name(Path example) {
    String file = example.getFileName().toString();
    return file.substring(0, file.length() - SUFFIX.length());
  }

  /** The first comment line of an example, which says what it shows. */
  static String summary(Path example) {
    try (Stream<String> lines = Files.lines(example)) {
      return lines
          .filter(line -> line.startsWith("#"))
          .findFirst()
          .map(line -> line.replaceFirst("^#+\\s*", ""))
          .orElse("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The file that a user means: one that exists as typed, or a shipped example.
   *
   * @throws Fault INPUT if there's neither
   */
  Path find(String typed) {
    Path file = Path.of(typed);
    if (Files.isRegularFile(file)) {
      return file;
    }
    return all().stream()
        .filter(example -> name(example).equals(typed))
        .findFirst()
        .orElseThrow(() -> Fault.input(absent(typed)));
  }

  private String absent(String typed) {
    String names = String.join(", ", all().stream().map(Examples::name).toList());
    return "no file '" + typed + "', and no example of that name (examples: " + names + ")";
  }
}
