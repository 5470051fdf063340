package dev.glia.studies.plasticity.symmetricstdp;

import dev.glia.api.analysis.Recording;
import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.data.Dataset;
import dev.glia.api.data.Sample;
import dev.glia.api.figure.Figure;
import dev.glia.api.study.Cell;
import dev.glia.api.study.CellContext;
import dev.glia.api.study.Measurement;
import dev.glia.api.study.Profile;
import dev.glia.api.study.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Component;

/**
 * A network with symmetric STDP on both plastic projections learns digits from a teacher: the whole
 * network, without each of its two homeostatic mechanisms, with random labels, and smaller.
 */
@Component(
    service = Study.class,
    property = {"glia.id=symmetric-stdp", "glia.version=1.0.0"})
public final class SymmetricStdp implements Study {
  /** Points in the map of hidden activity, and in the measure of separation. */
  private static final int MOST_POINTS = 500;

  @Override
  public Descriptor descriptor() {
    return Descriptor.of(
        ComponentKind.STUDY,
        "symmetric-stdp",
        "1.0.0",
        "Supervised learning of digits with symmetric STDP, scaling and an adaptive threshold",
        "arXiv:1812.06574");
  }

  @Override
  public List<Cell> plan(Profile profile, long seed) {
    Scale scale = Scale.of(profile);
    List<Cell> cells = new ArrayList<>();
    cells.add(scale.cell("full", seed).with("probes", scale.probes()));
    cells.add(scale.cell("no-scaling", seed));
    cells.add(scale.cell("no-adaptive-threshold", seed));
    cells.add(scale.cell("random-teacher", seed));
    if (scale.smaller() > 0) {
      cells.add(scale.cell("smaller", seed).with("hidden", scale.smaller()));
    }
    if (profile == Profile.PAPER) {
      cells.add(scale.cell("fashion", seed));
    }
    cells.add(Cell.of("window", seed));
    return cells;
  }

  @Override
  public void run(Cell cell, CellContext context) throws Exception {
    if (cell.condition().equals("window")) {
      Window.measure(context);
      return;
    }
    Recording recording = context.experiment("digits.yaml", NetworkSettings.of(cell));
    context.number("accuracy", accuracy(recording, "test"));
    context.number("silent", share(recording, "test", a -> a.answer() < 0));
    if (cell.condition().equals("full")) {
      curve(cell, recording, context);
      inside(recording, context);
    }
  }

  private static double accuracy(Recording recording, String phase) {
    return share(recording, phase, a -> a.answer() == a.label());
  }

  private static double share(
      Recording recording, String phase, Predicate<Recording.Answer> which) {
    return recording.answers().stream()
        .filter(a -> a.phase().equals(phase))
        .mapToDouble(a -> which.test(a) ? 1 : 0)
        .average()
        .orElse(Double.NaN);
  }

  private static void curve(Cell cell, Recording recording, CellContext context) {
    int segments = cell.integer("segments");
    double[] shown = new double[segments];
    double[] accuracy = new double[segments];
    for (int k = 1; k <= segments; k++) {
      shown[k - 1] = (double) k * cell.integer("images") * cell.integer("epochs");
      accuracy[k - 1] = accuracy(recording, k == segments ? "test" : "probe-" + k);
    }
    context.series("curve", shown, accuracy);
  }

  /** What the hidden layer has become. */
  private static void inside(Recording recording, CellContext context) {
    HiddenActivity hidden = HiddenActivity.of(recording, "test", MOST_POINTS);
    context.number(
        "separation_hidden", HiddenActivity.separation(hidden.counts(), hidden.labels()));
    context.number("neighbors_hidden", HiddenActivity.agreement(hidden.counts(), hidden.labels()));
    try (Dataset images = context.dataset("mnist", "test", Map.of())) {
      int most = (int) Math.min(images.size(), hidden.labels().length);
      float[][] pixels = new float[most][];
      int[] labels = new int[most];
      for (int i = 0; i < most; i++) {
        Sample sample = images.sample(i);
        pixels[i] = sample.values();
        labels[i] = sample.label();
      }
      context.number("separation_pixels", HiddenActivity.separation(pixels, labels));
      context.number("neighbors_pixels", HiddenActivity.agreement(pixels, labels));
    }
    context.figure(Figures.receptiveFields(recording.weights().getFirst()));
    context.figure(
        Figures.map(
            Tsne.map(HiddenActivity.directions(hidden.counts()), context.random("map")),
            hidden.labels()));
  }

  @Override
  public List<Figure> figures(Profile profile, List<Measurement> table) {
    return Figures.overview(table);
  }
}
