package dev.glia.platform.report.drawing;

import java.util.Arrays;

/**
 * A path of lines and curves. A point that isn't finite leaves a gap: the next line starts a new
 * part. Not safe for several threads while it's built.
 */
public final class Outline {
  /** Receives the parts of an outline in their order. */
  public interface Visitor {
    void move(double x, double y);

    void line(double x, double y);

    void curve(double x1, double y1, double x2, double y2, double x, double y);

    void close();
  }

  private static final byte MOVE = 0;
  private static final byte LINE = 1;
  private static final byte CURVE = 2;
  private static final byte CLOSE = 3;

  private byte[] steps = new byte[16];
  private double[] numbers = new double[32];
  private int stepCount;
  private int numberCount;
  private boolean gap = true;

  public static Outline box(double x, double y, double width, double height) {
    return new Outline()
        .move(x, y)
        .line(x + width, y)
        .line(x + width, y + height)
        .line(x, y + height)
        .close();
  }

  public static Outline line(double x1, double y1, double x2, double y2) {
    return new Outline().move(x1, y1).line(x2, y2);
  }

  public static Outline circle(double x, double y, double radius) {
    return ellipse(x, y, radius, radius);
  }

  public static Outline ellipse(double x, double y, double a, double b) {
    double k = 0.5522847498; // the Bézier curve nearest to a quarter of a circle
    return new Outline()
        .move(x + a, y)
        .curve(x + a, y + k * b, x + k * a, y + b, x, y + b)
        .curve(x - k * a, y + b, x - a, y + k * b, x - a, y)
        .curve(x - a, y - k * b, x - k * a, y - b, x, y - b)
        .curve(x + k * a, y - b, x + a, y - k * b, x + a, y)
        .close();
  }

  public static Outline roundBox(double x, double y, double width, double height, double r) {
    double k = r * 0.4477;
    double right = x + width;
    double low = y + height;
    return new Outline()
        .move(x + r, y)
        .line(right - r, y)
        .curve(right - k, y, right, y + k, right, y + r)
        .line(right, low - r)
        .curve(right, low - k, right - k, low, right - r, low)
        .line(x + r, low)
        .curve(x + k, low, x, low - k, x, low - r)
        .line(x, y + r)
        .curve(x, y + k, x + k, y, x + r, y)
        .close();
  }

  public Outline move(double x, double y) {
    if (!finite(x, y)) {
      gap = true;
      return this;
    }
    gap = false;
    add(MOVE, x, y);
    return this;
  }

  public Outline line(double x, double y) {
    if (gap || !finite(x, y)) {
      return move(x, y);
    }
    add(LINE, x, y);
    return this;
  }

  public Outline curve(double x1, double y1, double x2, double y2, double x, double y) {
    if (gap || !finite(x1, y1) || !finite(x2, y2) || !finite(x, y)) {
      return move(x, y);
    }
    add(CURVE, x1, y1, x2, y2, x, y);
    return this;
  }

  public Outline close() {
    if (!gap) {
      add(CLOSE);
    }
    return this;
  }

  public boolean isEmpty() {
    return stepCount == 0;
  }

  /** How many moves, lines and curves it has. */
  public int size() {
    return stepCount;
  }

  public void visit(Visitor visitor) {
    int n = 0;
    for (int i = 0; i < stepCount; i++) {
      switch (steps[i]) {
        case MOVE -> visitor.move(numbers[n++], numbers[n++]);
        case LINE -> visitor.line(numbers[n++], numbers[n++]);
        case CURVE -> {
          visitor.curve(
              numbers[n],
              numbers[n + 1],
              numbers[n + 2],
              numbers[n + 3],
              numbers[n + 4],
              numbers[n + 5]);
          n += 6;
        }
        default -> visitor.close();
      }
    }
  }

  private void add(byte step, double... values) {
    if (stepCount == steps.length) {
      steps = Arrays.copyOf(steps, 2 * stepCount);
    }
    if (numberCount + values.length > numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * numbers.length);
    }
    steps[stepCount++] = step;
    for (double value : values) {
      numbers[numberCount++] = value;
    }
  }

  private static boolean finite(double x, double y) {
    return Double.isFinite(x) && Double.isFinite(y);
  }
}
