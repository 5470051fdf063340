package dev.glia.platform.report.plot;

import dev.glia.api.figure.Axis;
import dev.glia.api.figure.Content.Edge;
import dev.glia.api.figure.Content.Graph;
import dev.glia.api.figure.Content.Matrix;
import dev.glia.api.figure.Content.Node;
import dev.glia.platform.report.drawing.Drawing;
import dev.glia.platform.report.drawing.Outline;
import dev.glia.platform.report.drawing.Shape.Anchor;
import dev.glia.platform.report.drawing.Shape.Fill;
import dev.glia.platform.report.drawing.Shape.Stroke;
import dev.glia.platform.report.drawing.Shape.Text;
import dev.glia.platform.report.drawing.TextWidth;
import dev.glia.platform.report.drawing.Theme;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws a network: boxes from left to right, and arrows that say what they do. */
final class GraphPlot {
  private static final int MOST_NODES = 60;
  private static final int MOST_EDGES = 200;
  private static final int MOST_CELLS = 512;

  private GraphPlot() {}

  static Drawing of(Graph graph) {
    return graph.nodes().size() > MOST_NODES || graph.edges().size() > MOST_EDGES
        ? MatrixPlot.of(table(graph))
        : draw(graph);
  }

  private static Drawing draw(Graph graph) {
    GraphGeometry geometry = new GraphGeometry(graph);
    List<Legend.Entry> kinds = kinds(graph);
    double width = Math.max(geometry.width(), 300);
    Legend legend = new Legend(kinds, width - 8);
    Drawing drawing = new Drawing(width, geometry.height() + legend.height() + 8);
    EdgePainter edges = new EdgePainter(drawing, geometry);
    edges.paint(graph.edges());
    edges.paintLoops(graph.edges(), index(graph));
    for (int i = 0; i < graph.nodes().size(); i++) {
      node(drawing, graph.nodes().get(i), geometry.box(i));
    }
    edges.paintLabels();
    legend.draw(drawing, 4, geometry.height() + 4);
    return drawing;
  }

  private static List<Legend.Entry> kinds(Graph graph) {
    Map<String, Legend.Entry> kinds = new LinkedHashMap<>();
    for (Edge edge : graph.edges()) {
      if (!edge.kind().isBlank()) {
        EdgeLook look = EdgeLook.of(edge.kind());
        kinds.putIfAbsent(
            edge.kind(),
            new Legend.Entry(look.name(edge.kind()), look.ink(), Legend.Sample.LINE, look.dash()));
      }
    }
    return new ArrayList<>(kinds.values());
  }

  private static void node(Drawing drawing, Node node, PlotArea box) {
    double radius = node.kind().equals("source") ? box.height() / 2 : 7;
    Outline outline = Outline.roundBox(box.left(), box.top(), box.width(), box.height(), radius);
    drawing.add(new Fill(outline, Theme.PANEL));
    drawing.add(new Stroke(outline, Theme.AXIS, 1.3));
    double x = (box.left() + box.right()) / 2;
    double y = (box.top() + box.bottom()) / 2;
    boolean detailed = !node.detail().isBlank();
    String label = TextWidth.fit(node.label(), GraphGeometry.LABEL_FONT, box.width() - 12);
    drawing.add(
        new Text(
                x,
                detailed ? y - 3 : y + 5,
                label,
                Theme.TEXT,
                GraphGeometry.LABEL_FONT,
                Anchor.MIDDLE)
            .strong());
    if (detailed) {
      String detail = TextWidth.fit(node.detail(), GraphGeometry.DETAIL_FONT, box.width() - 12);
      drawing.add(
          new Text(x, y + 13, detail, Theme.MUTED, GraphGeometry.DETAIL_FONT, Anchor.MIDDLE));
    }
  }

  /** Too much for boxes and arrows: how many arrows lead from row to column. */
  private static Matrix table(Graph graph) {
    Map<String, Integer> index = index(graph);
    int nodes = Math.max(1, graph.nodes().size());
    int size = Math.min(MOST_CELLS, nodes);
    double[] counts = new double[size * size];
    for (Edge edge : graph.edges()) {
      Integer from = index.get(edge.from());
      Integer to = index.get(edge.to());
      if (from != null && to != null) {
        counts[cell(from, nodes, size) * size + cell(to, nodes, size)]++;
      }
    }
    List<String> names =
        nodes > MOST_CELLS
            ? Collections.nCopies(size, "")
            : graph.nodes().stream().map(Node::label).limit(size).toList();
    return new Matrix("from", names, "to", names, counts, Axis.of("connections", ""));
  }

  private static Map<String, Integer> index(Graph graph) {
    Map<String, Integer> index = new HashMap<>();
    for (int i = 0; i < graph.nodes().size(); i++) {
      index.putIfAbsent(graph.nodes().get(i).id(), i);
    }
    return index;
  }

  private static int cell(int node, int nodes, int size) {
    return (int) ((long) node * size / nodes);
  }
}
