package dev.glia.platform.report.drawing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Shapes in the order in which they are drawn, on a page of fixed size. For one thread. */
public final class Drawing {
  private final double width;
  private final double height;
  private final List<Shape> shapes = new ArrayList<>();

  public Drawing(double width, double height) {
    this.width = width;
    this.height = height;
  }

  public double width() {
    return width;
  }

  public double height() {
    return height;
  }

  public Drawing add(Shape shape) {
    shapes.add(shape);
    return this;
  }

  public Drawing addAll(Collection<? extends Shape> more) {
    shapes.addAll(more);
    return this;
  }

  public List<Shape> shapes() {
    return List.copyOf(shapes);
  }
}
