package dev.glia.api.modelfiles.yaml;

import dev.glia.api.component.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Builds nodes from the parser's events, one by one, so that a limit stops the parser before memory
 * is spent. Reads one document, then is done with.
 */
final class DocumentReader {
  /** A finished node and how many it stands for, aliases written out. */
  private record Anchored(Node node, long size) {}

  private static final int SMALLEST_BUFFER = 1024;

  private final Source source;
  private final Iterator<Event> events;
  private final Map<Anchor, Anchored> anchors = new HashMap<>();
  private final Set<Anchor> unfinished = new HashSet<>();
  private long nodes;
  private Place last;

  DocumentReader(Source source, String text) {
    this.source = source;
    this.last = source.place(1, 1);
    // With a buffer for all of it: in a smaller one, a long word takes quadratic time.
    LoadSettings settings =
        LoadSettings.builder()
            .setCodePointLimit(Document.LARGEST + 1)
            .setBufferSize(Math.max(SMALLEST_BUFFER, text.length() + 1))
            .build();
    this.events = new Parse(settings).parseString(text).iterator();
  }

  Node read() {
    next(); // start of the stream
    if (!(next() instanceof DocumentStartEvent)) {
      throw Fault.input(source.place(1, 1) + " the file is empty");
    }
    Node root = node(next(), Path.ROOT, 0);
    next(); // end of the document
    Event end = next();
    if (!(end instanceof StreamEndEvent)) {
      throw source.fault(place(end), Path.ROOT, "a second document; keep one in a file");
    }
    return root;
  }

  private Event next() {
    Event event;
    try {
      event = events.next();
    } catch (YamlEngineException e) {
      throw SyntaxFault.of(source, e);
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      // What the parser forgot to check, as an escape sequence that the file's end cuts off.
      throw source.fault(last, Path.ROOT, "not YAML: broken text after this place");
    }
    last = place(event);
    return event;
  }

  private Node node(Event event, Path path, int depth) {
    if (depth > Document.DEEPEST) {
      throw source.fault(
          place(event), Path.ROOT, "nested deeper than " + Document.DEEPEST + " levels");
    }
    long before = nodes;
    count(event, 1);
    if (event instanceof AliasEvent alias) {
      return aliased(alias);
    }
    refuseTag(event);
    Optional<Anchor> anchor = ((NodeEvent) event).getAnchor();
    anchor.ifPresent(unfinished::add);
    Node node =
        switch (event) {
          case ScalarEvent scalar -> scalar(scalar, path);
          case SequenceStartEvent start -> sequence(start, path, depth);
          case MappingStartEvent start -> mapping(start, path, depth);
          default -> throw source.fault(place(event), path, "a value is missing");
        };
    anchor.ifPresent(
        name -> {
          unfinished.remove(name);
          anchors.put(name, new Anchored(node, nodes - before));
        });
    return node;
  }

  private void count(Event event, long more) {
    nodes += more;
    if (nodes > Document.MOST_NODES) {
      throw source.fault(
          place(event),
          Path.ROOT,
          "more than " + Document.MOST_NODES + " values, those repeated by aliases included");
    }
  }

  private Node aliased(AliasEvent alias) {
    Anchor name = alias.getAlias();
    Anchored anchored = anchors.get(name);
    if (unfinished.contains(name)) {
      throw source.fault(place(alias), Path.ROOT, "*" + name + " is inside of what it repeats");
    }
    if (anchored == null) {
      throw source.fault(
          place(alias),
          Path.ROOT,
          "*" + name + " repeats nothing; there's no &" + name + " before");
    }
    count(alias, anchored.size() - 1);
    return anchored.node();
  }

  private void refuseTag(Event event) {
    Optional<String> tag =
        switch (event) {
          case ScalarEvent scalar -> scalar.getTag();
          case SequenceStartEvent start -> start.getTag();
          case MappingStartEvent start -> start.getTag();
          default -> Optional.empty();
        };
    if (tag.isPresent()) {
      throw source.fault(
          place(event), Path.ROOT, "the tag " + Quoted.of(tag.get()) + " isn't read; remove it");
    }
  }

  private Scalar scalar(ScalarEvent event, Path path) {
    Scalar.Style style =
        switch (event.getScalarStyle()) {
          case LITERAL -> Scalar.Style.LITERAL;
          case FOLDED -> Scalar.Style.FOLDED;
          case SINGLE_QUOTED, DOUBLE_QUOTED -> Scalar.Style.QUOTED;
          default -> Scalar.Style.PLAIN;
        };
    return new Scalar(source, path, place(event), event.getValue(), style);
  }

  private Sequence sequence(SequenceStartEvent start, Path path, int depth) {
    List<Node> items = new ArrayList<>();
    for (Event e = next(); !(e instanceof SequenceEndEvent); e = next()) {
      items.add(node(e, path.item(items.size()), depth + 1));
    }
    return new Sequence(source, path, place(start), items);
  }

  private Mapping mapping(MappingStartEvent start, Path path, int depth) {
    Map<String, Mapping.Entry> entries = new LinkedHashMap<>();
    for (Event e = next(); !(e instanceof MappingEndEvent); e = next()) {
      Scalar key = key(e, path);
      Mapping.Entry earlier = entries.get(key.text());
      if (earlier != null) {
        throw key.fault("stands twice, first in line " + earlier.key().place().line());
      }
      Node value = node(next(), path.key(key.text()), depth + 1);
      entries.put(key.text(), new Mapping.Entry(key, value));
    }
    return new Mapping(source, path, place(start), entries);
  }

  private Scalar key(Event event, Path path) {
    if (!(event instanceof ScalarEvent scalar)) {
      throw source.fault(place(event), path, "a name must be plain text, not a list, map or alias");
    }
    refuseTag(event);
    count(event, 1);
    return scalar(scalar, path.key(scalar.getValue()));
  }

  private Place place(Event event) {
    return event
        .getStartMark()
        .map(mark -> source.place(mark.getLine() + 1, mark.getColumn() + 1))
        .orElseGet(() -> source.place(1, 1));
  }
}
