package dev.glia.studies.hardware.neurocorex;

import dev.glia.api.analysis.Recording.Weights;
import dev.glia.api.analysis.RecordingFigures;
import dev.glia.api.data.Dataset;
import dev.glia.api.data.Rounds;
import dev.glia.api.data.Sample;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeviceException;
import dev.glia.api.device.DeviceLostException;
import dev.glia.api.study.Cell;
import dev.glia.api.study.CellContext;
import dev.glia.deployments.Costs;
import dev.glia.deployments.DeviceTurn;
import dev.glia.deployments.EncodedSpikes;
import dev.glia.deployments.Played;
import dev.glia.deployments.SpikePlayer;
import dev.glia.deployments.SpikePlayer.Forced;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Supervised learning of digits on the board, and how well it knows them afterwards. */
final class Digits {
  private static final int CLASSES = 10;
  private static final int WIDTH = 8;
  private static final int PIXELS = WIDTH * WIDTH;
  private static final float BRIGHTEST = 255;
  private static final int SHOWN = 20; // steps

  private final Cell cell;
  private final CellContext context;
  private final boolean drawn; // only the full rule on the first data
  private final EncodedSpikes pixels;
  private final Costs costs = new Costs();

  Digits(CellContext context) {
    cell = context.cell();
    this.context = context;
    drawn = cell.condition().equals("digits");
    pixels = EncodedSpikes.by(context, "regular-rate");
  }

  void measure() throws DeviceException {
    boolean control = cell.condition().matches(".*-(no|rtl)-.*");
    float[] weights;
    try (Dataset images = context.dataset(cell.text("data"), "train", Map.of())) {
      weights = train(Rounds.of(images, cell.integer("rounds"), context.random("train")));
    }
    double best = 0;
    try (Dataset images = context.dataset(cell.text("data"), "test", Map.of())) {
      int[] some = context.random("test").permutation(Math.toIntExact(images.size()));
      List<Sample> tests =
          IntStream.of(some).limit(cell.integer("tests")).mapToObj(images::sample).toList();
      for (int threshold : control ? new int[] {20, 40, 80, 120} : new int[] {40}) {
        best = Math.max(best, accuracy(tests, weights, threshold));
      }
    }
    context.number("accuracy", best);
    if (drawn) {
      context.figure(
          RecordingFigures.receptiveFields(
              "weights", new Weights("ff", PIXELS, CLASSES, weights), WIDTH, CLASSES));
      context.figure(costs.figure("cost", "Of each phase, at 1 Mbaud and 0.96 ms a step."));
      context.number("wire_share", costs.wireShare("train"));
    }
  }

  /** Per image two steps: its bright pixels with a spike of its class, and a rest. */
  private float[] train(List<Sample> images) throws DeviceException {
    int[] teacher = IntStream.range(0, images.size()).toArray();
    if (cell.condition().equals("digits-shuffled")) {
      teacher = context.random("labels").permutation(teacher.length);
    }
    List<Forced> events = new ArrayList<>();
    for (int k = 0; k < teacher.length; k++) {
      for (int pixel = 0; pixel < PIXELS; pixel++) {
        if (images.get(k).values()[pixel] > BRIGHTEST / 2) {
          events.add(new Forced(2 * k + 1, "pixels", pixel));
        }
      }
      events.add(new Forced(2 * k + 1, "classes", images.get(teacher[k]).label()));
    }
    String rule =
        String.format(
            "projections.ff.learning=[{rect-window-stdp: {pre_window: 1, post_window: 3, w_min: %d,"
                + " dw_minus: %d}}]",
            cell.condition().equals("digits-rtl-floor") ? -1 : -128,
            cell.condition().equals("digits-no-depression") ? 0 : 1);
    try (DeviceTurn board =
        DeviceTurn.take(context, NeuroCoreX.BOARD, "digits.yaml", List.of(rule))) {
      costs.keep("program", board);
      SpikePlayer player = board.player("classes");
      int spikes = player.play(2 * teacher.length + 4, events).count();
      costs.keep("train", board);
      context.number("untaught_spikes", spikes - teacher.length);
      float[] learned = board.deployment().readWeights("ff");
      costs.keep("read back", board);
      return learned;
    }
  }

  private double accuracy(List<Sample> tests, float[] learned, int threshold)
      throws DeviceException {
    List<String> settings =
        List.of("populations.classes.threshold=" + threshold, "populations.classes.t_ref=0 ms");
    int right = 0;
    try (DeviceTurn board = DeviceTurn.take(context, NeuroCoreX.BOARD, "digits.yaml", settings)) {
      board.deployment().setLearning("ff", false);
      float[] weights = learned.clone();
      for (int i = 0; i < weights.length; i++) {
        weights[i] = (int) weights[i] / 4;
      }
      board.deployment().writeWeights("ff", weights);
      board.spent();
      SpikePlayer player = board.player("classes");
      for (int k = 0; k < tests.size() && !context.isCancelled(); k++) {
        Sample test = tests.get(k);
        Played spikes = show(player, test);
        right += spikes.mostActive() == test.label() ? 1 : 0;
        if (k == 0 && drawn) {
          context.figure(
              spikes.figure(
                  "test-digit",
                  "A test digit",
                  "Spikes of the class neurons while a " + test.label() + " is shown."));
        }
        context.progress(k + 1L, tests.size(), "images");
      }
      costs.keep("test", board);
    }
    return (double) right / tests.size();
  }

  private Played show(SpikePlayer player, Sample image) throws DeviceLostException {
    Deployment board = player.deployment();
    Played spikes = player.play(SHOWN + 2, pixels.of(image, board.network(), "pixels", SHOWN));
    player.play(2, List.of()); // what is on its way, so that the next image finds nothing of it
    board.setState("classes", "v", new double[] {0});
    return spikes;
  }
}
