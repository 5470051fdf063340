package dev.glia.platform.report.plot;

import dev.glia.platform.report.drawing.Ink;
import dev.glia.platform.report.drawing.Shape.Dash;
import dev.glia.platform.report.drawing.Theme;

/** How kinds of arrows look: by color, and by their tip or line as well. */
enum EdgeLook {
  EXCITATORY(Theme.series(0), 1.6, Dash.NONE),
  /** Ends in a disk. */
  INHIBITORY(Theme.series(1), 1.6, Dash.NONE),
  /** Thicker. */
  LEARNING(Theme.series(2), 2.8, Dash.NONE),
  OTHER(Theme.MUTED, 1.4, Dash.SHORT);

  private final Ink ink;
  private final double width;
  private final Dash dash;

  EdgeLook(Ink ink, double width, Dash dash) {
    this.ink = ink;
    this.width = width;
    this.dash = dash;
  }

  static EdgeLook of(String kind) {
    return switch (kind) {
      case "excitatory" -> EXCITATORY;
      case "inhibitory" -> INHIBITORY;
      case "learning" -> LEARNING;
      default -> OTHER;
    };
  }

  Ink ink() {
    return ink;
  }

  double width() {
    return width;
  }

  Dash dash() {
    return dash;
  }

  String name(String kind) {
    return this == INHIBITORY
        ? kind + " (ends in a disk)"
        : this == LEARNING ? kind + " (thick)" : kind;
  }
}
