package dev.glia.api.modelfiles.yaml;

/**
 * A position in a file.
 *
 * @param file as the user named it
 * @param line from 1
 * @param column from 1, in characters
 */
public record Place(String file, int line, int column) {
  /** {@code lab.yaml:14:3}, as editors and terminals understand it. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
