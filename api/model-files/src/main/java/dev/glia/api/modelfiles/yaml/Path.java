package dev.glia.api.modelfiles.yaml;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The way from the root to a node. Linked, because written-out paths of a malicious document would
 * take more memory than the document.
 */
record Path(Path parent, String step) {
  static final Path ROOT = new Path(null, "");

  Path key(String name) {
    return new Path(this, name);
  }

  Path item(int index) {
    return new Path(this, "[" + index + "]");
  }

  /** {@code projections[0].weight}; the root's is empty. */
  @Override
  public String toString() {
    Deque<String> steps = new ArrayDeque<>();
    for (Path at = this; at.parent != null; at = at.parent) {
      steps.push(at.step);
    }
    StringBuilder text = new StringBuilder();
    for (String step : steps) {
      text.append(text.isEmpty() || step.startsWith("[") ? "" : ".").append(Quoted.shorten(step));
    }
    return text.toString();
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
