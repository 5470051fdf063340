package dev.glia.studies.plasticity.symmetricstdp;

import dev.glia.api.analysis.LabeledPoints;
import dev.glia.api.analysis.Recording;
import dev.glia.api.analysis.RecordingFigures;
import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.data.Dataset;
import dev.glia.api.figure.Figure;
import dev.glia.api.study.Cell;
import dev.glia.api.study.CellContext;
import dev.glia.api.study.Measurement;
import dev.glia.api.study.Profile;
import dev.glia.api.study.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Component;

/**
 * A network with symmetric STDP on both plastic projections learns digits from a teacher: the whole
 * network, without each of its two homeostatic mechanisms, with random labels, and smaller.
 */
@Component(
    service = Study.class,
    property = {"glia.id=symmetric-stdp", "glia.version=1.0.0"})
public final class SymmetricStdp implements Study {
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
    for (String ablation : List.of("no-scaling", "no-adaptive-threshold", "random-teacher")) {
      cells.add(scale.cell(ablation, seed));
    }
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
    context.number("accuracy", recording.accuracy("test"));
    context.number("silent", recording.silence("test"));
    if (cell.condition().equals("full")) {
      curve(cell, recording, context);
      inside(recording, context);
    }
  }

  private static void curve(Cell cell, Recording recording, CellContext context) {
    int segments = cell.integer("segments");
    double each = (double) cell.integer("images") * cell.integer("epochs");
    context.series(
        "curve",
        IntStream.rangeClosed(1, segments).mapToDouble(k -> k * each).toArray(),
        IntStream.rangeClosed(1, segments)
            .mapToDouble(k -> recording.accuracy(k == segments ? "test" : "probe-" + k))
            .toArray());
  }

  /** What the hidden layer has become, beside what it sees. */
  private static void inside(Recording recording, CellContext context) {
    LabeledPoints hidden = LabeledPoints.ofSpikes(recording, "excitatory", "test", 500);
    measure("hidden", hidden, context);
    try (Dataset images = context.dataset("mnist", "test", Map.of())) {
      measure("pixels", LabeledPoints.ofSamples(images, hidden.size()), context);
    }
    context.figure(
        RecordingFigures.receptiveFields(
            "receptive-fields", recording.weights().getFirst(), 28, 100));
    context.figure(
        RecordingFigures.map(
            "hidden-activity",
            "Hidden activity by class",
            "Spike counts of the hidden layer for test images, scaled to unit length and mapped by"
                + " t-SNE. Colors are the images' classes.",
            hidden.directions().map(context.random("map")),
            hidden.labels()));
  }

  private static void measure(String what, LabeledPoints points, CellContext context) {
    context.number("separation_" + what, points.separation());
    context.number("neighbors_" + what, points.agreement(10));
  }

  @Override
  public List<Figure> figures(Profile profile, List<Measurement> table) {
    return Figures.overview(table);
  }
}
