package dev.glia.platform.report.plot;

import dev.glia.api.figure.Content.Edge;
import dev.glia.api.figure.Content.Graph;
import dev.glia.api.figure.Content.Node;
import dev.glia.platform.report.drawing.TextWidth;
import dev.glia.platform.report.plot.LayeredLayout.Slot;
import dev.glia.platform.report.plot.LayeredLayout.Way;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the boxes and arrows of a small network are. */
final class GraphGeometry {
  static final double LABEL_FONT = 13;
  static final double DETAIL_FONT = 11;
  static final double EDGE_FONT = 11;

  private static final double MOST_LINE = 150;
  private static final double PORT = 22;
  private static final double SPACE = 30;
  private static final double LOOP = 30;
  private static final double MARGIN = 6;

  /** A point where an arrow leaves or enters a slot. */
  record Port(double x, double y) {}

  private final Graph graph;
  private final LayeredLayout layout;
  private final PlotArea[] boxes;
  private final Map<Slot, PlotArea> places = new HashMap<>();
  private final Map<Way, List<Port>> ports = new HashMap<>();
  private double width;
  private double height;

  GraphGeometry(Graph graph) {
    this.graph = graph;
    this.layout = new LayeredLayout(graph.nodes().stream().map(Node::id).toList(), graph.edges());
    this.boxes = new PlotArea[graph.nodes().size()];
    place();
    connect();
  }

  double width() {
    return width;
  }

  double height() {
    return height;
  }

  PlotArea box(int node) {
    return boxes[node];
  }

  List<Way> ways() {
    return layout.ways();
  }

  /** Two ports a slot but for the ends, which have one: leave, arrive, leave, … arrive. */
  List<Port> ports(Way way) {
    return ports.get(way);
  }

  /** The label of an arrow in two lines at most, shortened to what fits. */
  static List<String> label(Edge edge) {
    String text = edge.label().strip();
    if (text.isEmpty()) {
      return List.of();
    }
    if (TextWidth.of(text, EDGE_FONT) <= MOST_LINE) {
      return List.of(text);
    }
    int end = text.length();
    while (end > 0 && TextWidth.of(text.substring(0, end), EDGE_FONT) > MOST_LINE) {
      end = text.lastIndexOf(' ', end - 1);
    }
    if (end <= 0) {
      return List.of(TextWidth.fit(text, EDGE_FONT, MOST_LINE));
    }
    String rest = text.substring(end).strip();
    return List.of(text.substring(0, end), TextWidth.fit(rest, EDGE_FONT, MOST_LINE));
  }

  static double labelWidth(List<String> lines) {
    return lines.stream().mapToDouble(line -> TextWidth.of(line, EDGE_FONT)).max().orElse(0);
  }

  private void place() {
    double[] heights = layout.layers().stream().mapToDouble(this::heightOf).toArray();
    double tallest = 0;
    for (double h : heights) {
      tallest = Math.max(tallest, h);
    }
    double x = MARGIN;
    for (int l = 0; l < layout.layers().size(); l++) {
      List<Slot> layer = layout.layers().get(l);
      double wide = layer.stream().mapToDouble(this::widthOf).max().orElse(0);
      double y = MARGIN + (tallest - heights[l]) / 2;
      for (Slot slot : layer) {
        y += loops(slot) > 0 ? LOOP : 0;
        double h = heightOf(slot);
        double w = slot.isBend() ? wide : widthOf(slot);
        double left = x + (wide - w) / 2;
        PlotArea box = new PlotArea(left, y, left + w, y + h);
        places.put(slot, box);
        if (!slot.isBend()) {
          boxes[slot.node] = box;
        }
        y += h + SPACE;
      }
      width = x + wide + MARGIN;
      x += wide + gapAfter(l);
    }
    height = tallest + 2 * MARGIN;
  }

  private double heightOf(List<Slot> layer) {
    double sum = -SPACE;
    for (Slot slot : layer) {
      sum += heightOf(slot) + SPACE + (loops(slot) > 0 ? LOOP : 0);
    }
    return Math.max(0, sum);
  }

  private double heightOf(Slot slot) {
    if (slot.isBend()) {
      return 14;
    }
    long leaving = layout.ways().stream().filter(w -> w.slots().getFirst() == slot).count();
    long arriving = layout.ways().stream().filter(w -> w.slots().getLast() == slot).count();
    double base = graph.nodes().get(slot.node).detail().isBlank() ? 38 : 50;
    return Math.max(base, Math.max(leaving, arriving) * PORT + 8);
  }

  private double widthOf(Slot slot) {
    if (slot.isBend()) {
      return 10;
    }
    Node node = graph.nodes().get(slot.node);
    // Bold letters are wider than the estimate's.
    double label = TextWidth.of(node.label(), LABEL_FONT) * 1.08;
    double detail = TextWidth.of(node.detail(), DETAIL_FONT);
    return Math.clamp(Math.max(label, detail) + 28, 84, 210);
  }

  private long loops(Slot slot) {
    if (slot.isBend()) {
      return 0;
    }
    String id = graph.nodes().get(slot.node).id();
    return graph.edges().stream().filter(e -> e.from().equals(id) && e.to().equals(id)).count();
  }

  /** Room between a layer and the next for the arrows' labels. */
  private double gapAfter(int layer) {
    double longest = 0;
    for (Way way : layout.ways()) {
      Slot first = way.slots().getFirst();
      if (first.layer == layer) {
        longest = Math.max(longest, labelWidth(label(graph.edges().get(way.edge()))));
      }
    }
    return Math.max(70, longest + 44);
  }

  private void connect() {
    Map<Slot, List<Way>> leaving = new HashMap<>();
    Map<Slot, List<Way>> arriving = new HashMap<>();
    for (Way way : layout.ways()) {
      leaving.computeIfAbsent(way.slots().getFirst(), _ -> new ArrayList<>()).add(way);
      arriving.computeIfAbsent(way.slots().getLast(), _ -> new ArrayList<>()).add(way);
    }
    // Arrows leave in the order of what they lead to, so that they don't cross at the box.
    leaving.values().forEach(list -> list.sort(Comparator.comparingDouble(w -> middle(w, 1))));
    arriving
        .values()
        .forEach(
            list -> list.sort(Comparator.comparingDouble(w -> middle(w, w.slots().size() - 2))));
    for (Way way : layout.ways()) {
      List<Port> list = new ArrayList<>();
      int last = way.slots().size() - 1;
      for (int i = 0; i <= last; i++) {
        PlotArea box = places.get(way.slots().get(i));
        if (i == 0) {
          list.add(new Port(box.right(), portAt(box, leaving.get(way.slots().get(0)), way)));
        } else if (i == last) {
          list.add(new Port(box.left(), portAt(box, arriving.get(way.slots().get(i)), way)));
        } else {
          double y = (box.top() + box.bottom()) / 2;
          list.add(new Port(box.left(), y));
          list.add(new Port(box.right(), y));
        }
      }
      ports.put(way, list);
    }
  }

  private double middle(Way way, int slot) {
    PlotArea box = places.get(way.slots().get(slot));
    return box.top() + box.bottom();
  }

  private static double portAt(PlotArea box, List<Way> ways, Way way) {
    double middle = (box.top() + box.bottom()) / 2;
    return middle + (ways.indexOf(way) - (ways.size() - 1) / 2.0) * PORT;
  }
}
