package dev.glia.platform.report.drawing;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Paints shapes into pixels, by the JDK's own drawing; needs no screen. One thread. */
public final class PixelPainter {
  private final Graphics2D graphics;
  private final boolean dark;

  private PixelPainter(Graphics2D graphics, boolean dark) {
    this.graphics = graphics;
    this.dark = dark;
  }

  /**
   * Paints a drawing.
   *
   * @param scale pixels a unit
   */
  public static Bitmap paint(Drawing drawing, double scale, boolean dark) {
    int width = Math.max(1, (int) Math.ceil(drawing.width() * scale));
    int height = Math.max(1, (int) Math.ceil(drawing.height() * scale));
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      PixelPainter painter = new PixelPainter(graphics, dark);
      graphics.setColor(painter.color(Theme.SURFACE, 1));
      graphics.fillRect(0, 0, width, height);
      graphics.scale(scale, scale);
      painter.paint(drawing.shapes());
    } finally {
      graphics.dispose();
    }
    return new Bitmap(width, height, image.getRGB(0, 0, width, height, null, 0, width));
  }

  private void paint(List<Shape> shapes) {
    shapes.forEach(this::paint);
  }

  private void paint(Shape shape) {
    switch (shape) {
      case Shape.Fill fill -> {
        graphics.setColor(color(fill.ink(), fill.opacity()));
        graphics.fill(path(fill.outline()));
      }
      case Shape.Stroke stroke -> {
        graphics.setColor(color(stroke.ink(), stroke.opacity()));
        graphics.setStroke(line(stroke));
        graphics.draw(path(stroke.outline()));
      }
      case Shape.Dots dots -> dots(dots);
      case Shape.Text text -> text(text);
      case Shape.Picture p -> image(p.pixels(), p.smooth(), p.x(), p.y(), p.width(), p.height());
      case Shape.Stencil s -> image(tinted(s), s.smooth(), s.x(), s.y(), s.width(), s.height());
      case Shape.Clip clip -> {
        java.awt.Shape before = graphics.getClip();
        graphics.clip(path(clip.outline()));
        paint(clip.shapes());
        graphics.setClip(before);
      }
    }
  }

  private Color color(Ink ink, double opacity) {
    int rgb = dark ? ink.dark() : ink.light();
    return new Color(rgb & 0xffffff | (int) Math.round(opacity * 255) << 24, true);
  }

  private static BasicStroke line(Shape.Stroke stroke) {
    float[] dash =
        switch (stroke.dash()) {
          case NONE -> null;
          case SHORT -> new float[] {2, 3};
          case LONG -> new float[] {7, 4};
        };
    return new BasicStroke(
        (float) stroke.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0);
  }

  private void dots(Shape.Dots dots) {
    graphics.setColor(color(dots.ink(), dots.opacity()));
    double size = dots.size();
    dots.centers()
        .visit(
            new PathMaker() {
              @Override
              public void move(double x, double y) {
                double left = x - size / 2;
                double top = y - size / 2;
                graphics.fill(
                    dots.square()
                        ? new Rectangle2D.Double(left, top, size, size)
                        : new Ellipse2D.Double(left, top, size, size));
              }
            });
  }

  private void text(Shape.Text text) {
    if (text.text().isEmpty()) {
      return;
    }
    AffineTransform before = graphics.getTransform();
    Font font = new Font(Font.SANS_SERIF, text.bold() ? Font.BOLD : Font.PLAIN, 1);
    graphics.setFont(font.deriveFont((float) text.size()));
    double width = graphics.getFontMetrics().getStringBounds(text.text(), graphics).getWidth();
    double shift =
        switch (text.anchor()) {
          case START -> 0;
          case MIDDLE -> -width / 2;
          case END -> -width;
        };
    graphics.translate(text.x(), text.y());
    graphics.rotate(Math.toRadians(text.turn()));
    graphics.translate(shift, 0);
    if (text.halo()) {
      java.awt.Shape letters =
          graphics
              .getFont()
              .createGlyphVector(graphics.getFontRenderContext(), text.text())
              .getOutline();
      graphics.setColor(color(Theme.SURFACE, 1));
      graphics.setStroke(new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      graphics.draw(letters);
    }
    graphics.setColor(color(text.ink(), 1));
    graphics.drawString(text.text(), 0, 0);
    graphics.setTransform(before);
  }

  private Bitmap tinted(Shape.Stencil stencil) {
    int rgb = (dark ? stencil.ink().dark() : stencil.ink().light()) & 0xffffff;
    byte[] amount = stencil.amount().amount();
    int[] argb = new int[amount.length];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = (amount[i] & 255) << 24 | rgb;
    }
    return new Bitmap(stencil.amount().width(), stencil.amount().height(), argb);
  }

  private void image(
      Bitmap pixels, boolean smooth, double x, double y, double width, double height) {
    BufferedImage image =
        new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, pixels.width(), pixels.height(), pixels.argb(), 0, pixels.width());
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION,
        smooth
            ? RenderingHints.VALUE_INTERPOLATION_BILINEAR
            : RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    graphics.setComposite(AlphaComposite.SrcOver);
    AffineTransform place = AffineTransform.getTranslateInstance(x, y);
    place.scale(width / pixels.width(), height / pixels.height());
    graphics.drawImage(image, place, null);
  }

  private static Path2D path(Outline outline) {
    PathMaker maker = new PathMaker();
    outline.visit(maker);
    return maker.path;
  }

  private static class PathMaker implements Outline.Visitor {
    final Path2D.Double path = new Path2D.Double();

    @Override
    public void move(double x, double y) {
      path.moveTo(near(x), near(y));
    }

    @Override
    public void line(double x, double y) {
      path.lineTo(near(x), near(y));
    }

    @Override
    public void curve(double x1, double y1, double x2, double y2, double x, double y) {
      path.curveTo(near(x1), near(y1), near(x2), near(y2), near(x), near(y));
    }

    @Override
    public void close() {
      path.closePath();
    }

    /** Places far outside the page would overflow the rasterizer. */
    private static double near(double value) {
      return Math.clamp(value, -1e5, 1e5);
    }
  }
}
