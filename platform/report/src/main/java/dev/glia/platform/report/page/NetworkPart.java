package dev.glia.platform.report.page;

import dev.glia.api.figure.Content;
import dev.glia.api.figure.Content.Edge;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A network as a graph, and the same as a list for those who don't see it. */
public final class NetworkPart {
  private NetworkPart() {}

  /**
   * Writes it.
   *
   * @param svg draws it
   */
  public static void write(Html html, Content.Graph network, Function<Content.Graph, String> svg) {
    html.open("figure", "class", "wide", "aria-label", "Network");
    html.open(
        "div",
        "class",
        "scroll drawing",
        "role",
        "group",
        "aria-label",
        "Drawing of the network",
        "tabindex",
        "0");
    html.trusted(svg.apply(network)).close();
    html.open("details").leaf("summary", "The connections as a table");
    table(html, network);
    html.close();
    html.closeLine();
  }

  private static void table(Html html, Content.Graph network) {
    Map<String, String> names =
        network.nodes().stream()
            .collect(Collectors.toMap(Content.Node::id, Content.Node::label, (first, _) -> first));
    Table table =
        Table.begin(
            html,
            "Connections of the network",
            Table.Kind.PLAIN,
            List.of(
                Table.words("From"), Table.words("To"), Table.words("By"), Table.words("Kind")));
    for (Edge edge : network.edges()) {
      table.row();
      table.cell(names.getOrDefault(edge.from(), edge.from()));
      table.cell(names.getOrDefault(edge.to(), edge.to()));
      table.cell(edge.label()).cell(edge.kind()).rowEnd();
    }
    table.end();
  }
}
