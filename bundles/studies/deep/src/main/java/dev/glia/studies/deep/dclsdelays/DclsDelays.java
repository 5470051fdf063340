package dev.glia.studies.deep.dclsdelays;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.figure.Figure;
import dev.glia.api.study.Cell;
import dev.glia.api.study.CellContext;
import dev.glia.api.study.Measurement;
import dev.glia.api.study.Profile;
import dev.glia.api.study.Study;
import dev.glia.tensor.TensorArrays;
import dev.glia.tensor.Torch;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.osgi.service.component.annotations.Component;

/**
 * Feed-forward spiking networks that tell classes apart by the times of spikes: with learned
 * delays, fixed random ones and none, all with the same number of synapses. Control: delays that
 * are learned with narrow kernels from the start.
 */
@Component(
    service = Study.class,
    property = {"glia.id=dcls-delays", "glia.version=1.0.0"})
public final class DclsDelays implements Study {
  private static final int TAPS = 21;
  private static final List<String> CONDITIONS =
      List.of("none", "fixed", "learned", "learned-narrow");

  @Override
  public Descriptor descriptor() {
    return Descriptor.of(
        ComponentKind.STUDY,
        "dcls-delays",
        "1.0.0",
        "Spiking networks learn delays along with weights, and do better than with fixed ones",
        "arXiv:2306.17670");
  }

  @Override
  public List<Cell> plan(Profile profile, long seed) {
    return switch (profile) {
      case SMOKE -> cells(seed, 8, 4, 2, 1);
      case QUICK -> cells(seed, 16, 10, 30, 7);
      case FULL -> cells(seed, 64, 20, 60, 7);
      case PAPER -> List.of(); // needs the Spiking Heidelberg Digits
    };
  }

  private static List<Cell> cells(long seed, int hidden, int classes, int epochs, int tuning) {
    return CONDITIONS.stream()
        .map(
            condition ->
                Cell.of(condition, seed)
                    .with("hidden", hidden)
                    .with("classes", classes)
                    .with("epochs", epochs)
                    .with("tuning", tuning)
                    .needing(800, 1))
        .toList();
  }

  @Override
  public void run(Cell cell, CellContext context) {
    Torch.deterministic(1);
    int classes = cell.integer("classes");
    DelayCodeTask task = new DelayCodeTask(classes, TAPS, context.random("classes"));
    DelayNetwork network =
        new DelayNetwork(cell.integer("hidden"), classes, TAPS, context.random("network"));
    if (cell.condition().equals("none")) {
      network.removeDelays();
    }
    List<float[]> before = network.positions().stream().map(TensorArrays::floats).toList();
    boolean learned = cell.condition().startsWith("learned");

    DelayTraining training = new DelayTraining(network, task, context);
    training.train(learned, cell.condition().equals("learned"));
    context.number("accuracy_soft", training.accuracy());
    displacement(before, network.positions(), context);
    training.fineTune();
    context.number("accuracy", training.accuracy());
  }

  /** How far delays have moved, and how they are distributed. */
  private static void displacement(
      List<float[]> before, List<Tensor> positions, CellContext context) {
    double sum = 0;
    int count = 0;
    for (int layer = 0; layer < before.size(); layer++) {
      float[] from = before.get(layer);
      float[] to = TensorArrays.floats(positions.get(layer));
      for (int i = 0; i < from.length; i++) {
        sum += Math.abs(to[i] - from[i]);
      }
      count += from.length;
      String name = layer == 0 ? "hidden" : "readout";
      histogram("delays_before_" + name, from, context);
      histogram("delays_after_" + name, to, context);
    }
    context.number("displacement", sum / count);
  }

  private static void histogram(String name, float[] positions, CellContext context) {
    double[] delays = new double[TAPS];
    double[] shares = new double[TAPS];
    for (int delay = 0; delay < TAPS; delay++) {
      delays[delay] = delay;
    }
    for (float position : positions) {
      int delay = Math.clamp(TAPS / 2 - Math.round(position), 0, TAPS - 1);
      shares[delay] += 1.0 / positions.length;
    }
    context.series(name, delays, shares);
  }

  @Override
  public List<Figure> figures(Profile profile, List<Measurement> table) {
    return new ArrayList<>(Figures.of(table));
  }
}
