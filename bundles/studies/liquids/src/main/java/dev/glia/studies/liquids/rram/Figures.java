package dev.glia.studies.liquids.rram;

import dev.glia.api.crossbar.Block;
import dev.glia.api.crossbar.Conductances;
import dev.glia.api.crossbar.CrossbarArray;
import dev.glia.api.device.DeviceException;
import dev.glia.api.figure.Axis;
import dev.glia.api.figure.Content.Chart;
import dev.glia.api.figure.Figure;
import dev.glia.api.figure.Mark;
import dev.glia.api.figure.Marks;
import dev.glia.api.study.CellContext;
import dev.glia.api.study.Measurement;
import dev.glia.api.study.TableFigures;
import dev.glia.liquid.CrossbarLiquid;
import dev.glia.liquid.EventTrains;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The study's figures. */
final class Figures {
  private static final int BINS = 60;
  private static final Axis STEP = Axis.of("step", "");

  private Figures() {}

  /** Events and spikes while one sample is shown. */
  static void rasters(CellContext context, String sense, EventTrains samples, CrossbarLiquid liquid)
      throws DeviceException {
    context.figure(
        chart(
            "events-" + sense,
            "Events of one " + sense,
            "What the array's inputs get.",
            STEP,
            Axis.of("input", ""),
            List.of(Marks.raster("", samples.raster(0)))));
    context.figure(
        chart(
            "liquid-" + sense,
            "The liquid meanwhile",
            "Spikes of the neurons behind the array while the same " + sense + " is shown.",
            STEP,
            Axis.of("neuron", ""),
            List.of(Marks.raster("", liquid.raster(samples, 0)))));
  }

  /** Conductances and weights of the array that the liquid uses, each with a normal fit. */
  static void conductances(
      CellContext context, CrossbarArray array, int inputs, int neurons, double gain)
      throws DeviceException {
    Conductances cells = array.readback(Block.of(inputs, neurons));
    double[] plus = new double[cells.plus().length];
    double[] minus = new double[plus.length];
    double[] weights = new double[plus.length];
    for (int k = 0; k < plus.length; k++) {
      plus[k] = cells.plus()[k] * 1e6;
      minus[k] = cells.minus()[k] * 1e6;
      weights[k] = gain * 1e-6 * (plus[k] - minus[k]);
    }
    List<Mark> marks = new ArrayList<>(Marks.histogramWithNormal("G+", plus, BINS));
    marks.addAll(Marks.histogramWithNormal("G-", minus, BINS));
    context.figure(
        chart(
            "conductances",
            "Conductances as formed",
            "Cells of both columns of the pairs, and normal distributions of the same mean and"
                + " deviation. Cells at 0 are stuck.",
            Axis.of("conductance", "µS"),
            Axis.of("cells", ""),
            marks));
    context.figure(
        chart(
            "weights",
            "Weights",
            "Differences of the pairs times the gain, and the normal distribution of the same mean"
                + " and deviation.",
            Axis.of("weight", ""),
            Axis.of("pairs", ""),
            Marks.histogramWithNormal("weight", weights, BINS)));
  }

  static List<Figure> of(List<Measurement> table) {
    List<Figure> figures = new ArrayList<>();
    bars(
            "accuracy",
            "Digits told from counts",
            "Accuracy of a linear readout of raw event counts, of ideal weights, and of the"
                + " macro's with more and more noise and defects. Chance is 0.1.",
            table)
        .ifPresent(figures::add);
    noise(table).ifPresent(figures::add);
    bars(
            "seen",
            "Tones find images of classes that were met",
            "Share of tones whose nearest image is of their class, where both senses tell of the"
                + " same point, and where they're unrelated.",
            table)
        .ifPresent(figures::add);
    bars(
            "unseen",
            "Tones find images of classes that weren't met",
            "The same among six classes that training left out. Chance is 1/6.",
            table)
        .ifPresent(figures::add);
    return figures;
  }

  private static Optional<Figure> bars(
      String number, String title, String caption, List<Measurement> table) {
    return TableFigures.bars(number, title, caption, number, table);
  }

  private static Optional<Figure> noise(List<Measurement> table) {
    Map<Double, Double> accuracies =
        table.stream()
            .filter(each -> each.cell().parameters().containsKey("read_noise"))
            .collect(
                Collectors.groupingBy(
                    each -> each.cell().number("read_noise"),
                    TreeMap::new,
                    Collectors.averagingDouble(each -> each.number("accuracy"))));
    if (accuracies.size() < 2) {
      return Optional.empty();
    }
    double[] noises = accuracies.keySet().stream().mapToDouble(n -> n).toArray();
    double[] means = accuracies.values().stream().mapToDouble(a -> a).toArray();
    return Optional.of(
        chart(
            "accuracy-noise",
            "Read noise",
            "Mean accuracy over the relative noise of each cell at each access.",
            Axis.of("read noise", ""),
            Axis.of("accuracy", ""),
            List.of(
                new Mark.Line("mean over seeds", noises, means), new Mark.Level("chance", 0.1))));
  }

  private static Figure chart(
      String id, String title, String caption, Axis x, Axis y, List<Mark> marks) {
    return new Figure(id, title, caption, new Chart(x, y, marks));
  }
}
