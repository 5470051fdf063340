package dev.glia.platform.report.plot;

import dev.glia.api.figure.Content.ImageGrid;
import dev.glia.platform.report.drawing.Drawing;
import dev.glia.platform.report.drawing.GrayMap;
import dev.glia.platform.report.drawing.Outline;
import dev.glia.platform.report.drawing.Shape.Anchor;
import dev.glia.platform.report.drawing.Shape.Fill;
import dev.glia.platform.report.drawing.Shape.Stencil;
import dev.glia.platform.report.drawing.Shape.Text;
import dev.glia.platform.report.drawing.TextWidth;
import dev.glia.platform.report.drawing.Theme;

/**
 * Draws small images as ink on paper: the brightest pixel is the text's color, the darkest the
 * page's. All images are one picture, however many they are.
 */
final class ImageGridPlot {
  private static final double WIDTH = 440;
  private static final double MOST_TILE = 112;
  private static final double MOST_TILE_OF_FEW = 240;
  private static final int MOST_IMAGES = 1_024;
  private static final double LABEL = 16;
  private static final double SMALLEST_LABELED = 22;
  private static final long MOST_PIXELS = 2_000_000;

  private final ImageGrid grid;
  private final int count;
  private final int columns;
  private final int rows;
  private final int stride;
  private final int tileWidth;
  private final int tileHeight;
  private final double unit;
  private final boolean labeled;

  private ImageGridPlot(ImageGrid grid) {
    this.grid = grid;
    boolean drawable = grid.width() > 0 && grid.height() > 0;
    this.count = drawable ? Math.min(MOST_IMAGES, grid.images().size()) : 0;
    int root = (int) Math.ceil(Math.sqrt(count));
    boolean few = count <= 8;
    this.columns = Math.max(1, few ? count : root);
    this.rows = Math.max(1, (count + columns - 1) / columns);
    long pixels = (long) count * grid.width() * grid.height();
    this.stride = (int) Math.max(1, Math.ceil(Math.sqrt((double) pixels / MOST_PIXELS)));
    this.tileWidth = Math.max(1, grid.width() / stride);
    this.tileHeight = Math.max(1, grid.height() / stride);
    double tile = Math.min(count > 2 ? MOST_TILE : MOST_TILE_OF_FEW, WIDTH / columns - 2);
    this.unit = Math.max(0.05, tile / Math.max(tileWidth, tileHeight));
    this.labeled = !grid.labels().isEmpty() && tile >= SMALLEST_LABELED;
  }

  static Drawing of(ImageGrid grid) {
    return new ImageGridPlot(grid).draw();
  }

  private Drawing draw() {
    // Gaps are whole pixels, so that one picture can hold all tiles.
    int gap = (int) Math.max(1, Math.round(2 / unit));
    int gapBelow = labeled ? (int) Math.ceil(LABEL / unit) : gap;
    int pitchX = tileWidth + gap;
    int pitchY = tileHeight + gapBelow;
    GrayMap pixels =
        count == 0 ? GrayMap.blank(1, 1) : GrayMap.blank(columns * pitchX, rows * pitchY);
    Outline papers = new Outline();
    Drawing drawing =
        new Drawing(
            Math.max(80, columns * pitchX * unit),
            Math.max(24, rows * pitchY * unit) + (hasMore() ? 20 : 0));
    if (hasMore()) {
      String note = "The first %,d of %,d.".formatted(count, grid.images().size());
      drawing.add(new Text(0, drawing.height() - 4, note, Theme.MUTED, 11, Anchor.START));
    }
    for (int i = 0; i < count; i++) {
      int x = i % columns * pitchX;
      int y = i / columns * pitchY;
      copy(grid.images().get(i), pixels, x, y);
      double right = (x + tileWidth) * unit;
      double bottom = (y + tileHeight) * unit;
      papers.move(x * unit, y * unit).line(right, y * unit).line(right, bottom);
      papers.line(x * unit, bottom).close();
      if (labeled && i < grid.labels().size()) {
        String label = TextWidth.fit(grid.labels().get(i), 11, pitchX * unit);
        double middle = (x + tileWidth / 2.0) * unit;
        drawing.add(new Text(middle, bottom + 12, label, Theme.MUTED, 11, Anchor.MIDDLE));
      }
    }
    Drawing framed = new Drawing(drawing.width(), drawing.height());
    framed.add(new Fill(papers, Theme.PANEL));
    framed.add(
        new Stencil(
            0, 0, pixels.width() * unit, pixels.height() * unit, pixels, Theme.TEXT, false));
    return framed.addAll(drawing.shapes());
  }

  /** Whether there are images beyond those that are drawn. */
  private boolean hasMore() {
    return count > 0 && grid.images().size() > count;
  }

  private void copy(float[] image, GrayMap pixels, int left, int top) {
    Extent extent = new Extent();
    for (float value : image) {
      extent.include(value);
    }
    double range = extent.isEmpty() ? 0 : extent.high() - extent.low();
    if (!(range > 0)) {
      return; // the same everywhere: blank
    }
    for (int y = 0; y < tileHeight; y++) {
      for (int x = 0; x < tileWidth; x++) {
        int index = y * stride * grid.width() + x * stride;
        if (index < image.length && Float.isFinite(image[index])) {
          double share = (image[index] - extent.low()) / range;
          pixels.set(left + x, top + y, (int) Math.round(255 * share));
        }
      }
    }
  }
}
