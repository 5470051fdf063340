package dev.glia.api.equations.internal.typesetting;

/** The notations that there are. */
public final class Notations {
  public static final Notation PLAIN = new PlainNotation();
  public static final Notation LATEX = new LatexNotation();
  public static final Notation MATHML = new MathMlNotation();

  private Notations() {}
}
