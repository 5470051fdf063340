package dev.glia.liquid;

import dev.glia.api.crossbar.Block;
import dev.glia.api.crossbar.Conductances;
import dev.glia.api.crossbar.CrossbarArray;
import dev.glia.api.device.DeviceException;
import dev.glia.api.figure.Axis;
import dev.glia.api.figure.Content.Chart;
import dev.glia.api.figure.Figure;
import dev.glia.api.figure.Mark;
import dev.glia.api.figure.Marks;
import java.util.ArrayList;
import java.util.List;

/** Figures of a liquid and of the array that it lies on. */
public final class LiquidFigures {
  private static final int BINS = 60;
  private static final Axis STEP = Axis.of("step", "");

  private LiquidFigures() {}

  /**
   * Events and spikes while the first sample is shown: {@code events-image}, {@code liquid-image}.
   *
   * @param sense what a sample is, as {@code image}; part of the figures' ids
   */
  public static List<Figure> rasters(String sense, EventTrains samples, CrossbarLiquid liquid)
      throws DeviceException {
    return List.of(
        chart(
            "events-" + sense,
            "Events of one " + sense,
            "What the array's inputs get.",
            STEP,
            Axis.of("input", ""),
            List.of(Marks.raster("", samples.raster(0)))),
        chart(
            "liquid-" + sense,
            "The liquid meanwhile",
            "Spikes of the neurons behind the array while the same " + sense + " is shown.",
            STEP,
            Axis.of("neuron", ""),
            List.of(Marks.raster("", liquid.raster(samples, 0)))));
  }

  /**
   * Conductances and weights of the array's first rows and columns, each with a normal fit: {@code
   * conductances}, {@code weights}.
   *
   * @param gain weight of a difference of one siemens
   */
  public static List<Figure> conductances(CrossbarArray array, int inputs, int neurons, double gain)
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
    return List.of(
        chart(
            "conductances",
            "Conductances as formed",
            "Cells of both columns of the pairs, and normal distributions of the same mean and"
                + " deviation. Cells at 0 are stuck.",
            Axis.of("conductance", "µS"),
            Axis.of("cells", ""),
            marks),
        chart(
            "weights",
            "Weights",
            "Differences of the pairs times the gain, and the normal distribution of the same mean"
                + " and deviation.",
            Axis.of("weight", ""),
            Axis.of("pairs", ""),
            Marks.histogramWithNormal("weight", weights, BINS)));
  }

  private static Figure chart(
      String id, String title, String caption, Axis x, Axis y, List<Mark> marks) {
    return new Figure(id, title, caption, new Chart(x, y, marks));
  }
}
