package dev.glia.api.equations.internal.syntax;

import java.util.List;
import java.util.Optional;

/** Reads texts into sections. All methods throw {@code EquationException}. */
public final class Sections {
  private Sections() {}

  public static Section<List<Equation>> equations(String text) {
    SourceText source = new SourceText("equations", text);
    return new Section<>(source, Parser.equations(source));
  }

  public static Section<List<Assignment>> statements(String name, String text) {
    SourceText source = new SourceText(name, text);
    return new Section<>(source, Parser.statements(source));
  }

  /** Absent if the text is blank. */
  public static Optional<Section<Node>> expression(String name, String text) {
    SourceText source = new SourceText(name, text);
    return text.isBlank()
        ? Optional.empty()
        : Optional.of(new Section<>(source, Parser.expression(source)));
  }
}
