package dev.glia.platform.report.plot;

import dev.glia.platform.report.drawing.Outline;

/** The box inside the axes. */
record PlotArea(double left, double top, double right, double bottom) {
  double width() {
    return right - left;
  }

  double height() {
    return bottom - top;
  }

  /** The box and a little around it, for lines that run along its edge. */
  Outline outline() {
    return Outline.box(left - 1, top - 1, width() + 2, height() + 2);
  }
}
