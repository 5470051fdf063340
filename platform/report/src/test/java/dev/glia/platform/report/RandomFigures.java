package dev.glia.platform.report;

import dev.glia.api.figure.Axis;
import dev.glia.api.figure.Content;
import dev.glia.api.figure.Figure;
import dev.glia.api.figure.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Figures of any kind with any numbers: NaN, infinite, huge, tiny, none, too few, too many. */
final class RandomFigures {
  private static final double[] ODD = {
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    Double.MIN_VALUE,
    0,
    -0.0,
    1e-310,
    1
  };

  private final Random random;

  RandomFigures(long seed) {
    random = new Random(seed);
  }

  Figure next() {
    return new Figure("random", text(), text(), content());
  }

  private Content content() {
    return switch (random.nextInt(7)) {
      case 0 -> new Content.Bars(axis(), texts(), list(3, this::bars));
      case 1 ->
          new Content.HeatMap(
              axis(),
              axis(),
              axis(),
              random.nextInt(40),
              random.nextInt(40),
              numbers(),
              numbers(),
              numbers());
      case 2 -> new Content.Matrix(text(), texts(), text(), texts(), numbers(), axis());
      case 3 ->
          new Content.ImageGrid(
              random.nextInt(12), random.nextInt(12), list(40, this::floats), texts());
      case 4 -> graph();
      case 5 -> new Content.TopographicMap(texts(), numbers(), numbers(), numbers(), axis());
      default -> new Content.Chart(axis(), axis(), list(5, this::mark));
    };
  }

  private Mark mark() {
    return switch (random.nextInt(7)) {
      case 0 -> new Mark.Line(text(), numbers(), numbers());
      case 1 -> new Mark.Band(text(), numbers(), numbers(), numbers());
      case 2 -> new Mark.Scatter(text(), numbers(), numbers(), integers(), texts());
      case 3 -> new Mark.Histogram(text(), numbers(), numbers());
      case 4 -> new Mark.Raster(text(), numbers(), integers());
      case 5 -> new Mark.Moment(text(), number());
      default -> new Mark.Level(text(), number());
    };
  }

  private Content.Graph graph() {
    int nodes = random.nextInt(20) == 0 ? 700 : random.nextInt(9);
    return new Content.Graph(
        IntStream.range(0, nodes)
            .mapToObj(i -> new Content.Node("n" + i % 7, text(), text(), text()))
            .toList(),
        list(
            nodes,
            () ->
                new Content.Edge(
                    "n" + random.nextInt(9), "n" + random.nextInt(9), text(), "excitatory")));
  }

  private Content.BarSeries bars() {
    return new Content.BarSeries(text(), numbers(), numbers());
  }

  private Axis axis() {
    return new Axis(text(), text(), random.nextBoolean());
  }

  private int length() {
    int kind = random.nextInt(12);
    return kind == 0 ? 0 : kind == 1 ? 11_000 : 1 + random.nextInt(60);
  }

  private double number() {
    return switch (random.nextInt(4)) {
      case 0 -> ODD[random.nextInt(ODD.length)];
      case 1 -> Double.longBitsToDouble(random.nextLong());
      default -> random.nextGaussian();
    };
  }

  private double[] numbers() {
    boolean tame = random.nextInt(3) == 0;
    double[] numbers = new double[length()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = tame ? i + random.nextDouble() : number();
    }
    return numbers;
  }

  private float[] floats() {
    float[] numbers = new float[random.nextInt(150)];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) number();
    }
    return numbers;
  }

  private int[] integers() {
    int[] integers = new int[length()];
    for (int i = 0; i < integers.length; i++) {
      integers[i] = random.nextInt(20) == 0 ? random.nextInt() : random.nextInt(30);
    }
    return integers;
  }

  private List<String> texts() {
    return list(30, this::text);
  }

  private String text() {
    return switch (random.nextInt(5)) {
      case 0 -> "";
      case 1 -> "<&\"'>\u0000\uffff";
      case 2 -> "many words ".repeat(random.nextInt(9));
      case 3 -> new String(Character.toChars(random.nextInt(0x110000)));
      default -> "name " + random.nextInt(5);
    };
  }

  private <T> List<T> list(int most, java.util.function.Supplier<T> items) {
    int count = most == 0 ? 0 : random.nextInt(most);
    List<T> list = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      list.add(items.get());
    }
    return list;
  }
}
