package dev.glia.studies.hardware.neurocorex;

import dev.glia.api.data.Dataset;
import dev.glia.api.device.DeviceException;
import dev.glia.api.device.DeviceLostException;
import dev.glia.api.figure.Axis;
import dev.glia.api.figure.Content.BarSeries;
import dev.glia.api.figure.Content.Bars;
import dev.glia.api.figure.Content.Chart;
import dev.glia.api.figure.Content.ImageGrid;
import dev.glia.api.figure.Figure;
import dev.glia.api.figure.Mark;
import dev.glia.api.study.Cell;
import dev.glia.api.study.CellContext;
import dev.glia.studies.hardware.neurocorex.Core.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Supervised learning of digits on the board, and how well it knows them afterwards. */
final class Digits {
  private static final int CLASSES = 10;
  private static final int PIXELS = DigitImages.WIDTH * DigitImages.WIDTH;
  private static final int BRIGHT = 8; // level above which a pixel spikes in training
  private static final int SHOWN = 20; // steps
  private static final int TESTED = 22;

  private final Cell cell;
  private final CellContext context;
  private final Map<String, double[]> cost = new LinkedHashMap<>(); // seconds, by phase

  private Digits(Cell cell, CellContext context) {
    this.cell = cell;
    this.context = context;
  }

  static void measure(Cell cell, CellContext context) throws DeviceException {
    new Digits(cell, context).measure();
  }

  private void measure() throws DeviceException {
    boolean full =
        cell.condition().startsWith("digits")
            && !cell.condition().contains("-no")
            && !cell.condition().contains("floor");
    float[] weights;
    try (Dataset images = context.dataset(cell.text("data"), "train", Map.of())) {
      weights = train(DigitImages.rounds(images, cell.integer("rounds"), context.random("train")));
    }
    double best = 0;
    try (Dataset images = context.dataset(cell.text("data"), "test", Map.of())) {
      DigitImages tests = DigitImages.some(images, cell.integer("tests"), context.random("test"));
      for (int threshold : full ? new int[] {40} : new int[] {20, 40, 80, 120}) {
        best = Math.max(best, accuracy(tests, weights, threshold));
      }
    }
    context.number("accuracy", best);
    if (cell.condition().equals("digits")) {
      context.figure(weightImages(weights));
      context.figure(costs());
      context.number("wire_share", cost.get("train")[0] / cost.get("train")[1]);
    }
  }

  /** Per image two steps: its bright pixels with a spike of its class, and a rest. */
  private float[] train(DigitImages images) throws DeviceException {
    List<Integer> labels = images.labels();
    int[] teacher = IntStream.range(0, labels.size()).toArray();
    if (cell.condition().equals("digits-shuffled")) {
      teacher = PlantedCitation.shuffled(teacher.length, context.random("labels"));
    }
    List<Event> events = new ArrayList<>();
    for (int k = 0; k < teacher.length; k++) {
      for (int pixel = 0; pixel < PIXELS; pixel++) {
        if (images.levels().get(k)[pixel] > BRIGHT) {
          events.add(new Event(2 * k + 1, "pixels", pixel));
        }
      }
      events.add(new Event(2 * k + 1, "classes", labels.get(teacher[k])));
    }
    int floor = cell.condition().equals("digits-rtl-floor") ? -1 : -128;
    int loss = cell.condition().equals("digits-no-depression") ? 0 : 1;
    String rule =
        "projections.ff.learning=[{rect-window-stdp: {pre_window: 1, post_window: 3, w_min: "
            + floor
            + ", dw_minus: "
            + loss
            + "}}]";
    try (Core core = Core.on(context, "digits.yaml", List.of(rule))) {
      cost.put("program", core.cost());
      int spikes = core.play(2 * teacher.length + 4, events).size();
      cost.put("train", core.cost());
      context.number("untaught_spikes", spikes - teacher.length);
      float[] learned = core.deployment.readWeights("ff");
      cost.put("read back", core.cost());
      return learned;
    }
  }

  private double accuracy(DigitImages tests, float[] learned, int threshold)
      throws DeviceException {
    List<String> settings =
        List.of("populations.classes.threshold=" + threshold, "populations.classes.t_ref=0 ms");
    int right = 0;
    try (Core core = Core.on(context, "digits.yaml", settings)) {
      core.deployment.setLearning("ff", false);
      float[] weights = learned.clone();
      for (int i = 0; i < weights.length; i++) {
        weights[i] = (int) weights[i] / 4;
      }
      core.deployment.writeWeights("ff", weights);
      core.cost();
      for (int k = 0; k < tests.labels().size() && !context.isCancelled(); k++) {
        List<long[]> spikes = show(core, tests.levels().get(k));
        right += winner(spikes) == tests.labels().get(k) ? 1 : 0;
        if (k == 0 && cell.condition().equals("digits")) {
          context.figure(raster(spikes, tests.labels().get(0)));
        }
        context.progress(k + 1L, tests.labels().size(), "images");
      }
      cost.put("test", core.cost());
    }
    return (double) right / tests.labels().size();
  }

  private static List<long[]> show(Core core, int[] levels) throws DeviceLostException {
    double[] charge = new double[PIXELS];
    List<Event> events = new ArrayList<>();
    for (int step = 1; step <= SHOWN; step++) {
      for (int pixel = 0; pixel < PIXELS; pixel++) {
        charge[pixel] += 0.1 * levels[pixel] / DigitImages.BRIGHTEST;
        if (charge[pixel] > 0.5) {
          charge[pixel] = 0;
          events.add(new Event(step, "pixels", pixel));
        }
      }
    }
    List<long[]> spikes = core.play(TESTED, events);
    core.play(2, List.of()); // what is on its way, so that the next image finds nothing of this one
    core.deployment.setState("classes", "v", new double[] {0});
    return spikes;
  }

  private static int winner(List<long[]> spikes) {
    int[] counts = new int[CLASSES];
    spikes.forEach(spike -> counts[(int) spike[1]]++);
    int winner = 0;
    for (int c = 1; c < CLASSES; c++) {
      winner = counts[c] > counts[winner] ? c : winner;
    }
    return winner;
  }

  private Figure costs() {
    double[] wire = cost.values().stream().mapToDouble(seconds -> seconds[0]).toArray();
    double[] compute = cost.values().stream().mapToDouble(seconds -> seconds[1]).toArray();
    double[] exact = new double[wire.length];
    return new Figure(
        "cost",
        "Seconds on the wire and of computing",
        "Of each phase, at 1 Mbaud and 0.96 ms a step.",
        new Bars(
            Axis.of("time", "s"),
            List.copyOf(cost.keySet()),
            List.of(new BarSeries("wire", wire, exact), new BarSeries("compute", compute, exact))));
  }

  private static Figure weightImages(float[] weights) {
    List<float[]> images = new ArrayList<>();
    for (int c = 0; c < CLASSES; c++) {
      float[] image = new float[PIXELS];
      for (int pixel = 0; pixel < PIXELS; pixel++) {
        image[pixel] = weights[pixel * CLASSES + c];
      }
      images.add(image);
    }
    return new Figure(
        "weights",
        "What the synapses have learned",
        "Weights of the ten class neurons, read back from the board after training.",
        new ImageGrid(
            DigitImages.WIDTH,
            DigitImages.WIDTH,
            images,
            IntStream.range(0, CLASSES).mapToObj(Integer::toString).toList()));
  }

  private static Figure raster(List<long[]> spikes, int label) {
    return new Figure(
        "test-digit",
        "A test digit",
        "Spikes of the class neurons, as the board sends them, while a " + label + " is shown.",
        new Chart(
            Axis.of("step", ""),
            Axis.of("class", ""),
            List.of(
                new Mark.Raster(
                    "class neurons",
                    spikes.stream().mapToDouble(spike -> spike[0]).toArray(),
                    spikes.stream().mapToInt(spike -> (int) spike[1]).toArray()))));
  }
}
