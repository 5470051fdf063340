package dev.glia.platform.catalog.internal;

import dev.glia.api.component.ComponentKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Version;

/**
 * What the distribution's bundles offer, whether or not they are installed: {@code components.tsv},
 * with lines of kind, id, version, symbolic name and version of the bundle, joined by tabs. It
 * serves messages only, so an absent file is an empty one, and a damaged line isn't there.
 */
record ComponentIndex(List<Line> lines) {
  static final String FILE = "components.tsv";

  record Line(String kind, String id, Version version, String bundle, String bundleVersion) {}

  /** Reads it from a directory, which may be null. */
  static ComponentIndex read(String directory) {
    if (directory == null) {
      return new ComponentIndex(List.of());
    }
    List<Line> lines = new ArrayList<>();
    try {
      Path file = Path.of(directory).resolve(FILE);
      for (String text : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        line(text.split("\t", -1)).ifPresent(lines::add);
      }
    } catch (IOException | InvalidPathException e) {
      return new ComponentIndex(List.of());
    }
    return new ComponentIndex(List.copyOf(lines));
  }

  List<Line> of(ComponentKind kind) {
    return lines.stream().filter(line -> line.kind().equals(kind.symbol())).toList();
  }

  private static Optional<Line> line(String[] fields) {
    if (fields.length != 5) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Line(fields[0], fields[1], Version.parseVersion(fields[2]), fields[3], fields[4]));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
