package dev.glia.platform.report.plot;

import dev.glia.api.figure.Content.Edge;
import dev.glia.platform.report.drawing.Drawing;
import dev.glia.platform.report.drawing.Outline;
import dev.glia.platform.report.drawing.Shape.Anchor;
import dev.glia.platform.report.drawing.Shape.Fill;
import dev.glia.platform.report.drawing.Shape.Stroke;
import dev.glia.platform.report.drawing.Shape.Text;
import dev.glia.platform.report.drawing.Theme;
import dev.glia.platform.report.plot.GraphGeometry.Port;
import dev.glia.platform.report.plot.LayeredLayout.Way;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Draws the arrows of a network, and their labels where there's room. */
final class EdgePainter {
  private static final double TIP = 9;
  private static final double LINE = 12;
  private static final double[] PLACES = {0.5, 0.38, 0.62, 0.28, 0.72};

  private final Drawing drawing;
  private final GraphGeometry geometry;
  private final List<Text> labels = new ArrayList<>();
  private final List<PlotArea> taken = new ArrayList<>();

  EdgePainter(Drawing drawing, GraphGeometry geometry) {
    this.drawing = drawing;
    this.geometry = geometry;
  }

  void paint(List<Edge> edges) {
    for (Way way : geometry.ways()) {
      arrow(way, edges.get(way.edge()));
    }
  }

  /** Draws the labels; call it last. */
  void paintLabels() {
    drawing.addAll(labels);
  }

  /** Draws the arrows from nodes to themselves. */
  void paintLoops(List<Edge> edges, Map<String, Integer> nodes) {
    Map<String, Integer> drawn = new HashMap<>();
    for (Edge edge : edges) {
      Integer node = nodes.get(edge.from());
      if (edge.from().equals(edge.to()) && node != null) {
        loop(edge, geometry.box(node), drawn.merge(edge.from(), 1, Integer::sum) - 1);
      }
    }
  }

  private void arrow(Way way, Edge edge) {
    EdgeLook look = EdgeLook.of(edge.kind());
    List<Port> ports = new ArrayList<>(geometry.ports(way));
    int tip = way.reversed() ? 0 : ports.size() - 1;
    Port end = ports.get(tip);
    double inward = way.reversed() ? TIP - 1 : 1 - TIP;
    ports.set(tip, new Port(end.x() + inward, end.y()));

    Outline line = new Outline().move(ports.get(0).x(), ports.get(0).y());
    for (int i = 1; i < ports.size(); i++) {
      Port a = ports.get(i - 1);
      Port b = ports.get(i);
      double bend = (b.x() - a.x()) / 2;
      line.curve(a.x() + bend, a.y(), b.x() - bend, b.y(), b.x(), b.y());
    }
    drawing.add(new Stroke(line, look.ink(), look.width(), look.dash(), 1));
    tip(look, end.x(), end.y(), way.reversed() ? 1 : -1, 0);
    label(edge, ports.get(0), ports.get(1));
  }

  /** A tip at a point; the direction leads back along its line. */
  private void tip(EdgeLook look, double x, double y, double backX, double backY) {
    if (look == EdgeLook.INHIBITORY) {
      double r = TIP / 2;
      Outline disk = Outline.circle(x + backX * (r + 0.5), y + backY * (r + 0.5), r);
      drawing.add(new Fill(disk, look.ink()));
      return;
    }
    double half = look == EdgeLook.LEARNING ? 6 : 4.5;
    double bx = x + backX * TIP;
    double by = y + backY * TIP;
    Outline triangle =
        new Outline()
            .move(x, y)
            .line(bx - backY * half, by + backX * half)
            .line(bx + backY * half, by - backX * half)
            .close();
    drawing.add(new Fill(triangle, look.ink()));
  }

  private void label(Edge edge, Port a, Port b) {
    List<String> lines = GraphGeometry.label(edge);
    if (lines.isEmpty()) {
      return;
    }
    double half = GraphGeometry.labelWidth(lines) / 2;
    double above = 10 + LINE * (lines.size() - 1);
    for (double t : PLACES) {
      double x = a.x() + (b.x() - a.x()) * t;
      // The curve's height at t: it leaves and arrives level.
      double y = a.y() + (b.y() - a.y()) * t * t * (3 - 2 * t) - 6;
      PlotArea box = new PlotArea(x - half, y - above, x + half, y + 3);
      if (taken.stream().noneMatch(other -> overlap(box, other))) {
        taken.add(box);
        write(lines, x, y);
        return;
      }
    }
    write(lines, (a.x() + b.x()) / 2, (a.y() + b.y()) / 2 - 6);
  }

  private void write(List<String> lines, double x, double lowest) {
    for (int i = 0; i < lines.size(); i++) {
      double y = lowest - LINE * (lines.size() - 1 - i);
      labels.add(text(x, y, lines.get(i)));
    }
  }

  private static boolean overlap(PlotArea a, PlotArea b) {
    return a.left() < b.right()
        && b.left() < a.right()
        && a.top() < b.bottom()
        && b.top() < a.bottom();
  }

  private static Text text(double x, double y, String text) {
    return new Text(x, y, text, Theme.TEXT, GraphGeometry.EDGE_FONT, Anchor.MIDDLE).outlined();
  }

  private void loop(Edge edge, PlotArea box, int n) {
    EdgeLook look = EdgeLook.of(edge.kind());
    double middle = (box.left() + box.right()) / 2;
    double reach = Math.min(16 + 8 * n, box.width() / 2 - 6);
    double top = box.top() - 24 - 3 * n;
    double end = middle + reach;
    Outline line =
        new Outline()
            .move(middle - reach, box.top())
            .curve(middle - reach, top - 4, end, top - 4, end, box.top() - TIP + 1);
    drawing.add(new Stroke(line, look.ink(), look.width(), look.dash(), 1));
    tip(look, end, box.top(), 0, -1);
    String text = String.join(" ", GraphGeometry.label(edge));
    if (!text.isEmpty() && n == 0) {
      labels.add(
          new Text(end + 8, box.top() - 10, text, Theme.TEXT, GraphGeometry.EDGE_FONT, Anchor.START)
              .outlined());
    }
  }
}
