package dev.glia.api.modelfiles.yaml;

import dev.glia.api.component.Fault;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** What the parser refuses, in one line. */
final class SyntaxFault {
  private SyntaxFault() {}

  static Fault of(Source source, YamlEngineException e) {
    if (e instanceof MarkedYamlEngineException marked) {
      return marked(source, marked);
    }
    if (e instanceof ReaderException reader) {
      return character(source, reader);
    }
    return Fault.input(source.file() + ": " + Quoted.shorten(String.valueOf(e.getMessage())));
  }

  private static Fault marked(Source source, MarkedYamlEngineException e) {
    Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
    Place place =
        source.place(
            mark.map(m -> m.getLine() + 1).orElse(1), mark.map(m -> m.getColumn() + 1).orElse(1));
    return source.faultWithExcerpt(place, Path.ROOT, problem(e));
  }

  private static String problem(MarkedYamlEngineException e) {
    String problem = String.valueOf(e.getProblem());
    if (problem.contains("TAB")) {
      return "a tab; indent with spaces";
    }
    if (problem.contains("mapping values are not allowed here")) {
      return "a ':' where none may be; quote text that holds ': ', or check the indentation";
    }
    if (problem.contains("could not find expected ':'")) {
      return "a ':' is missing after a name";
    }
    String context = e.getContext() == null ? "" : e.getContext() + ": ";
    return "not YAML: " + context + problem.replaceAll("\\s+", " ");
  }

  private static Fault character(Source source, ReaderException e) {
    int left = e.getPosition();
    int line = 1;
    // The parser counts code points of the whole text; a line and its end are found by walking.
    while (left > source.line(line).length() && source.has(line + 1)) {
      left -= source.line(line).length() + 1;
      line++;
    }
    Place place = source.place(line, Math.max(left, 0) + 1);
    return source.fault(
        place,
        Path.ROOT,
        String.format("the character U+%04X can't stand in a text file", e.getCodePoint()));
  }
}
