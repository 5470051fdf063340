package dev.glia.api.figure;

import java.util.List;

/** What a figure shows. Values are in the unit of their axis. */
public sealed interface Content {
  /** Marks over two axes. */
  record Chart(Axis x, Axis y, List<Mark> marks) implements Content {
    public Chart {
      marks = List.copyOf(marks);
    }
  }

  /** Values by category, with errors: one group of bars for each category. */
  record Bars(Axis value, List<String> categories, List<BarSeries> series) implements Content {
    public Bars {
      categories = List.copyOf(categories);
      series = List.copyOf(series);
    }
  }

  /**
   * Bars of one color.
   *
   * @param values one a category; NaN where there's none
   * @param errors half-length of the error bar, one a category; empty for none
   */
  record BarSeries(String name, double[] values, double[] errors) {}

  /**
   * A field of colors.
   *
   * @param values {@code rows × columns}, row-major, the first row at the bottom; NaN is left blank
   * @param from left, bottom edges; {@code to} right, top edges, in units of the axes
   */
  record HeatMap(
      Axis x,
      Axis y,
      Axis color,
      int rows,
      int columns,
      double[] values,
      double[] from,
      double[] to)
      implements Content {}

  /** A table of colors with names and numbers: a confusion matrix. */
  record Matrix(
      String rowTitle,
      List<String> rows,
      String columnTitle,
      List<String> columns,
      double[] values,
      Axis color)
      implements Content {
    public Matrix {
      rows = List.copyOf(rows);
      columns = List.copyOf(columns);
    }
  }

  /**
   * Small gray images side by side, each scaled to its own range.
   *
   * @param images each {@code height × width}, row-major, the first row on top
   * @param labels one an image; empty for none
   */
  record ImageGrid(int width, int height, List<float[]> images, List<String> labels)
      implements Content {
    public ImageGrid {
      images = List.copyOf(images);
      labels = List.copyOf(labels);
    }
  }

  /** Nodes and arrows: a network. */
  record Graph(List<Node> nodes, List<Edge> edges) implements Content {
    public Graph {
      nodes = List.copyOf(nodes);
      edges = List.copyOf(edges);
    }
  }

  /**
   * A node.
   *
   * @param kind decides its look: {@code source}, {@code population}
   */
  record Node(String id, String label, String detail, String kind) {}

  /**
   * An arrow from a node to a node, which may be the same.
   *
   * @param kind decides its look: {@code excitatory}, {@code inhibitory}, {@code learning}
   */
  record Edge(String from, String to, String label, String kind) {}

  /**
   * Values on a head seen from above.
   *
   * @param x to the right, in head radii; {@code y} to the nose
   */
  record TopographicMap(List<String> sensors, double[] x, double[] y, double[] values, Axis color)
      implements Content {
    public TopographicMap {
      sensors = List.copyOf(sensors);
    }
  }
}
