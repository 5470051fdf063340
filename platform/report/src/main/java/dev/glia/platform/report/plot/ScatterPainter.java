package dev.glia.platform.report.plot;

import dev.glia.api.figure.Mark;
import dev.glia.platform.report.drawing.Ink;
import dev.glia.platform.report.drawing.Outline;
import dev.glia.platform.report.drawing.Shape;
import dev.glia.platform.report.drawing.Shape.Anchor;
import dev.glia.platform.report.drawing.Shape.Dots;
import dev.glia.platform.report.drawing.Shape.Text;
import dev.glia.platform.report.drawing.Theme;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Draws points, class by class, and writes each class' name where its points are. */
final class ScatterPainter {
  private static final int MOST_NAMES = 20;

  private final PlotArea area;
  private final Scale x;
  private final Scale y;
  private final SeriesColors colors;
  private final List<Shape> shapes;

  ScatterPainter(PlotArea area, Scale x, Scale y, SeriesColors colors, List<Shape> shapes) {
    this.area = area;
    this.x = x;
    this.y = y;
    this.colors = colors;
    this.shapes = shapes;
  }

  /** Places of one class. */
  private record Points(double[] x, double[] y, int[] count) {
    Points(int room) {
      this(new double[room], new double[room], new int[1]);
    }

    void add(double px, double py) {
      x[count[0]] = px;
      y[count[0]++] = py;
    }

    int size() {
      return count[0];
    }

    double median(double[] places) {
      double[] sorted = Arrays.copyOf(places, size());
      Arrays.sort(sorted);
      return sorted[size() / 2];
    }
  }

  void paint(Mark.Scatter scatter) {
    Map<Integer, Points> byGroup = places(scatter);
    int total = byGroup.values().stream().mapToInt(Points::size).sum();
    double size = total > 3_000 ? 3 : total > 600 ? 4.5 : 6.5;
    byGroup.forEach(
        (group, points) -> {
          boolean grouped = SeriesColors.isGrouped(scatter);
          Ink ink = grouped ? Theme.series(group) : colors.of(scatter);
          if (total > MarkPainter.MOST_ELEMENTS) {
            shapes.add(pixels(points, ink));
          } else {
            boolean square = grouped && SeriesColors.isSquare(group);
            shapes.add(new Dots(outline(points), ink, size, square, total > 100 ? 0.75 : 0.9));
          }
        });
    names(scatter.classes(), byGroup);
  }

  private Map<Integer, Points> places(Mark.Scatter scatter) {
    int n = Math.min(scatter.x().length, scatter.y().length);
    int[] groups = scatter.groups();
    Map<Integer, Integer> sizes = new TreeMap<>();
    for (int i = 0; i < n; i++) {
      sizes.merge(group(groups, i), 1, Integer::sum);
    }
    Map<Integer, Points> byGroup = new TreeMap<>();
    sizes.forEach((group, size) -> byGroup.put(group, new Points(size)));
    for (int i = 0; i < n; i++) {
      double px = x.at(scatter.x()[i]);
      double py = y.at(scatter.y()[i]);
      if (Double.isFinite(px) && Double.isFinite(py)) {
        byGroup.get(group(groups, i)).add(px, py);
      }
    }
    byGroup.values().removeIf(points -> points.size() == 0);
    return byGroup;
  }

  /** Classes past the colors' two rounds look alike anyway, so there are never too many layers. */
  private static int group(int[] groups, int i) {
    return i < groups.length ? Math.floorMod(groups[i], 1 << 6) : 0;
  }

  private Shape pixels(Points points, Ink ink) {
    PixelLayer layer = new PixelLayer(area);
    for (int i = 0; i < points.size(); i++) {
      layer.dot(points.x()[i], points.y()[i]);
    }
    return layer.shape(ink);
  }

  private static Outline outline(Points points) {
    Outline centers = new Outline();
    for (int i = 0; i < points.size(); i++) {
      centers.move(points.x()[i], points.y()[i]);
    }
    return centers;
  }

  private void names(List<String> classes, Map<Integer, Points> byGroup) {
    if (classes.size() < 2 || classes.size() > MOST_NAMES) {
      return;
    }
    byGroup.forEach(
        (group, points) -> {
          if (group < classes.size()) {
            double px = points.median(points.x());
            double py = points.median(points.y());
            shapes.add(
                new Text(px, py + 4, classes.get(group), Theme.TEXT, 13, Anchor.MIDDLE)
                    .strong()
                    .outlined());
          }
        });
  }
}
