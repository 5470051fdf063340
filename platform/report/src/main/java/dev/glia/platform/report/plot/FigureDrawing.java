package dev.glia.platform.report.plot;

import dev.glia.api.figure.Content;
import dev.glia.platform.report.drawing.Drawing;

/**
 * Draws what a figure shows. Never fails for what the numbers are: what has no place is left out.
 */
public final class FigureDrawing {
  private FigureDrawing() {}

  public static Drawing of(Content content) {
    return switch (content) {
      case Content.Chart chart -> ChartPlot.of(chart);
      case Content.Bars bars -> BarsPlot.of(bars);
      case Content.HeatMap map -> HeatMapPlot.of(map);
      case Content.Matrix matrix -> MatrixPlot.of(matrix);
      case Content.ImageGrid grid -> ImageGridPlot.of(grid);
      case Content.Graph graph -> GraphPlot.of(graph);
      case Content.TopographicMap map -> TopographicPlot.of(map);
    };
  }
}
