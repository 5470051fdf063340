package dev.glia.platform.report.drawing;

import java.util.List;

/** Something to draw. */
public sealed interface Shape {
  /** Where a text stands against its point. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  /** How a line is interrupted. */
  enum Dash {
    NONE,
    SHORT,
    LONG
  }

  /** An area. */
  record Fill(Outline outline, Ink ink, double opacity) implements Shape {
    public Fill(Outline outline, Ink ink) {
      this(outline, ink, 1);
    }
  }

  /** A line. */
  record Stroke(Outline outline, Ink ink, double width, Dash dash, double opacity)
      implements Shape {
    public Stroke(Outline outline, Ink ink, double width) {
      this(outline, ink, width, Dash.NONE, 1);
    }
  }

  /**
   * Marks of one look, one SVG element however many there are.
   *
   * @param centers only moves: a mark at each
   * @param square squares instead of disks
   */
  record Dots(Outline centers, Ink ink, double size, boolean square, double opacity)
      implements Shape {}

  /**
   * A line of text on its baseline.
   *
   * @param halo whether it's set off from what it's drawn over
   * @param turn degrees clockwise around its point
   */
  record Text(
      double x,
      double y,
      String text,
      Ink ink,
      double size,
      Anchor anchor,
      boolean bold,
      boolean halo,
      double turn)
      implements Shape {
    public Text(double x, double y, String text, Ink ink, double size, Anchor anchor) {
      this(x, y, text, ink, size, anchor, false, false, 0);
    }

    public Text strong() {
      return new Text(x, y, text, ink, size, anchor, true, halo, turn);
    }

    public Text outlined() {
      return new Text(x, y, text, ink, size, anchor, bold, true, turn);
    }

    public Text turned(double degrees) {
      return new Text(x, y, text, ink, size, anchor, bold, halo, degrees);
    }
  }

  /**
   * Pixels with their own colors, scaled to a box.
   *
   * @param smooth whether to blend neighbors; otherwise each pixel is a sharp box
   */
  record Picture(double x, double y, double width, double height, Bitmap pixels, boolean smooth)
      implements Shape {}

  /**
   * Pixels that say how much of an ink is seen, 0 to 255, scaled to a box.
   *
   * @param smooth as for a picture
   */
  record Stencil(
      double x, double y, double width, double height, GrayMap amount, Ink ink, boolean smooth)
      implements Shape {}

  /** Shapes of which only what's inside an outline is seen. */
  record Clip(Outline outline, List<Shape> shapes) implements Shape {
    public Clip {
      shapes = List.copyOf(shapes);
    }
  }
}
