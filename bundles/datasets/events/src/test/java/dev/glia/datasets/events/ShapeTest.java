package dev.glia.datasets.events;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShapeTest {
  /** What a saccade's speed and the width of a border in pixels rest on. */
  @Property
  void distanceIsNotSteeperThanOne(
      @ForAll Shape shape,
      @ForAll @DoubleRange(min = -2, max = 2) double x,
      @ForAll @DoubleRange(min = -2, max = 2) double y,
      @ForAll @DoubleRange(min = -0.1, max = 0.1) double dx,
      @ForAll @DoubleRange(min = -0.1, max = 0.1) double dy) {
    double change = shape.distance(x + dx, y + dy) - shape.distance(x, y);
    assertThat(Math.abs(change)).isLessThanOrEqualTo(Math.hypot(dx, dy) + 1e-12);
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void shapeFillsTheUnitCircleButDoesNotLeaveIt(Shape shape) {
    double farthest = 0;
    for (double x = -1.5; x <= 1.5; x += 0.01) {
      for (double y = -1.5; y <= 1.5; y += 0.01) {
        farthest = shape.distance(x, y) <= 0 ? Math.max(farthest, Math.hypot(x, y)) : farthest;
      }
    }
    assertThat(farthest).isBetween(0.8, 1 + 1e-9);
  }

  @Test
  void shapesAreWhatTheyAreCalled() {
    assertThat(Shape.RING.distance(0, 0)).isPositive();
    assertThat(Shape.CIRCLE.distance(0.5, 0.5)).isNegative();
    assertThat(Shape.SQUARE.distance(0.65, 0.65)).isNegative();
    assertThat(Shape.CIRCLE.distance(0.65, 0.65)).isPositive();
    assertThat(Shape.TRIANGLE.distance(0, -0.9)).isNegative();
    assertThat(Shape.TRIANGLE.distance(0, 0.6)).isPositive();
    assertThat(Shape.TRIANGLE.distance(0.8, 0.45)).isNegative();
    assertThat(Shape.PLUS.distance(0.9, 0)).isNegative();
    assertThat(Shape.PLUS.distance(0.6, 0.6)).isPositive();
    assertThat(Shape.CROSS.distance(0.6, 0.6)).isNegative();
    assertThat(Shape.CROSS.distance(0.9, 0)).isPositive();
    assertThat(Shape.HORIZONTAL_BAR.distance(0.9, 0)).isNegative();
    assertThat(Shape.HORIZONTAL_BAR.distance(0, 0.9)).isPositive();
    assertThat(Shape.VERTICAL_BAR.distance(0, 0.9)).isNegative();
    assertThat(Shape.VERTICAL_BAR.distance(0.9, 0)).isPositive();
  }
}
