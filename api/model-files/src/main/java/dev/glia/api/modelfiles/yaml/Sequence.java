package dev.glia.api.modelfiles.yaml;

import dev.glia.api.component.Fault;
import java.util.List;

/** A list of values. */
public final class Sequence implements Node {
  private final Source source;
  private final Path path;
  private final Place place;
  private final List<Node> items;

  Sequence(Source source, Path path, Place place, List<Node> items) {
    this.source = source;
    this.path = path;
    this.place = place;
    this.items = List.copyOf(items);
  }

  @Override
  public Place place() {
    return place;
  }

  @Override
  public String path() {
    return path.toString();
  }

  @Override
  public String form() {
    return "a list";
  }

  @Override
  public Fault fault(String problem) {
    return source.fault(place, path, problem);
  }

  /** The items in order; unmodifiable. */
  public List<Node> items() {
    return items;
  }
}
