package dev.glia.platform.report.plot;

import dev.glia.platform.report.drawing.Drawing;
import dev.glia.platform.report.drawing.Ink;
import dev.glia.platform.report.drawing.Outline;
import dev.glia.platform.report.drawing.Shape.Anchor;
import dev.glia.platform.report.drawing.Shape.Dash;
import dev.glia.platform.report.drawing.Shape.Dots;
import dev.glia.platform.report.drawing.Shape.Fill;
import dev.glia.platform.report.drawing.Shape.Stroke;
import dev.glia.platform.report.drawing.Shape.Text;
import dev.glia.platform.report.drawing.TextWidth;
import dev.glia.platform.report.drawing.Theme;
import java.util.ArrayList;
import java.util.List;

/** Names of series beside samples of their look, in lines above a plot. */
final class Legend {
  /** Look of a sample. */
  enum Sample {
    LINE,
    BOX,
    DOT,
    SQUARE
  }

  /** A name and its look. */
  record Entry(String name, Ink ink, Sample sample, Dash dash) {
    Entry(String name, Ink ink, Sample sample) {
      this(name, ink, sample, Dash.NONE);
    }
  }

  private static final double LINE_HEIGHT = 19;
  private static final double FONT = 12;
  private static final int MOST = 24;

  private final List<Entry> entries;
  private final double width;

  Legend(List<Entry> entries, double width) {
    List<Entry> kept = new ArrayList<>(entries.subList(0, Math.min(MOST, entries.size())));
    if (entries.size() > MOST) {
      String more = "and " + (entries.size() - MOST) + " more";
      kept.add(new Entry(more, Theme.MUTED, Sample.BOX));
    }
    this.entries = kept;
    this.width = width;
  }

  double height() {
    return entries.isEmpty() ? 0 : lines() * LINE_HEIGHT + 4;
  }

  private int lines() {
    int lines = 1;
    double x = 0;
    for (Entry entry : entries) {
      double w = widthOf(entry);
      if (x > 0 && x + w > width) {
        lines++;
        x = 0;
      }
      x += w;
    }
    return lines;
  }

  private double widthOf(Entry entry) {
    return 24 + TextWidth.of(name(entry), FONT) + 16;
  }

  private String name(Entry entry) {
    return TextWidth.fit(entry.name(), FONT, width - 40);
  }

  /** Draws it with its upper left corner at a place. */
  void draw(Drawing drawing, double left, double top) {
    double x = 0;
    double y = top + LINE_HEIGHT / 2;
    for (Entry entry : entries) {
      double w = widthOf(entry);
      if (x > 0 && x + w > width) {
        y += LINE_HEIGHT;
        x = 0;
      }
      sample(drawing, left + x, y, entry);
      drawing.add(new Text(left + x + 24, y + 4, name(entry), Theme.TEXT, FONT, Anchor.START));
      x += w;
    }
  }

  private static void sample(Drawing drawing, double x, double y, Entry entry) {
    Outline center = new Outline().move(x + 10, y);
    switch (entry.sample()) {
      case LINE ->
          drawing.add(
              new Stroke(Outline.line(x + 1, y, x + 19, y), entry.ink(), 2.5, entry.dash(), 1));
      case BOX -> drawing.add(new Fill(Outline.box(x + 4, y - 5, 12, 10), entry.ink()));
      case DOT -> drawing.add(new Dots(center, entry.ink(), 9, false, 1));
      case SQUARE -> drawing.add(new Dots(center, entry.ink(), 8, true, 1));
    }
  }
}
