package dev.glia.api.figure;

import java.util.Objects;

/**
 * A figure.
 *
 * @param id lower-case words joined by hyphens, unique in its run or study: {@code accuracy-curve}
 * @param title a few words
 * @param caption what a reader should see in it, one or two sentences; also its text alternative
 */
public record Figure(String id, String title, String caption, Content content) {
  public Figure {
    if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("not an id: '" + id + "' (lower-case-words)");
    }
    Objects.requireNonNull(title);
    Objects.requireNonNull(caption);
    Objects.requireNonNull(content);
  }
}
