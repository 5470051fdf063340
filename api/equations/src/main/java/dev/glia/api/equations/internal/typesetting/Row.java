package dev.glia.api.equations.internal.typesetting;

/**
 * A line of typeset mathematics.
 *
 * @param left empty in conditions
 * @param note words in the margin, may be empty
 */
public record Row(String left, Relation relation, String right, String note) {
  /** What stands between the two sides. */
  public enum Relation {
    NONE,
    EQUALS,
    BECOMES
  }
}
