package dev.glia.studies.theory.activedendrites;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.figure.Figure;
import dev.glia.api.study.Cell;
import dev.glia.api.study.CellContext;
import dev.glia.api.study.Measurement;
import dev.glia.api.study.Profile;
import dev.glia.api.study.Study;
import dev.glia.studies.theory.sdr.SdrErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Component;

/**
 * Error rates of dendritic segments that recognize sparse patterns, by exact formulas and by
 * simulation. Control: a dense code, whose errors don't get fewer with more cells.
 */
@Component(
    service = Study.class,
    property = {"glia.id=active-dendrites-sdr", "glia.version=1.0.0"})
public final class ActiveDendritesSdr implements Study {
  static final int[] THRESHOLDS = {8, 12, 16, 20};
  private static final int[] SIZES = {500, 1000, 2000, 4000, 8000, 16_000};

  /** Cells of a pattern of 128 that are silent at 20 to 60 % noise. */
  private static final int[] NOISE = {26, 38, 51, 64, 77};

  @Override
  public Descriptor descriptor() {
    return Descriptor.of(
        ComponentKind.STUDY,
        "active-dendrites-sdr",
        "1.0.0",
        "Dendritic segments recognize sparse patterns with few synapses",
        "arXiv:1601.00720");
  }

  @Override
  public List<Cell> plan(Profile profile, long seed) {
    return switch (profile) {
      case SMOKE -> cells(seed, 500, 20);
      case QUICK -> cells(seed, 20_000, 2_000);
      case FULL -> cells(seed, 2_000_000, 100_000);
      case PAPER -> List.of(); // full is what was published, and more
    };
  }

  private static List<Cell> cells(long seed, int trials, int neurons) {
    List<Cell> cells = new ArrayList<>();
    Cell random = Cell.of("false-positive", seed).with("trials", trials);
    cells.add(segment(random, 500, 32, 20, 5));
    cells.add(segment(random, 1000, 64, 24, 6));
    cells.add(segment(random, 1000, 200, 20, 8));
    for (int silent : NOISE) {
      Cell noise = Cell.of("noise", seed).with("trials", trials).with("v", silent);
      cells.add(segment(noise, 2000, 128, 30, 12));
    }
    Cell union = Cell.of("union", seed).with("trials", trials);
    cells.add(segment(union.with("m", 4), 1000, 64, 20, 10));
    cells.add(segment(union.with("m", 8), 1000, 64, 20, 10));
    cells.add(segment(union.with("m", 20), 2000, 40, 20, 10));
    cells.add(segment(union.with("m", 12), 1000, 64, 20, 12));
    for (int silent : NOISE) {
      Cell neuron = Cell.of("neuron", seed).with("trials", neurons).with("v", silent);
      cells.add(segment(neuron.with("k", 100), 1000, 128, 30, 12));
    }
    for (int size : SIZES) {
      for (int active : new int[] {64, 128, 256}) {
        cells.add(segment(Cell.of("sparse", seed), size, active, 24, 12));
      }
      cells.add(segment(Cell.of("dense", seed), size, size / 2, 24, 12));
    }
    IntStream.rangeClosed(3, 24)
        .forEach(theta -> cells.add(Cell.of("threshold", seed).with("theta", theta)));
    return cells;
  }

  private static Cell segment(Cell cell, int cells, int active, int synapses, int threshold) {
    return cell.with("n", cells).with("a", active).with("s", synapses).with("theta", threshold);
  }

  @Override
  public void run(Cell cell, CellContext context) {
    switch (cell.condition()) {
      case "false-positive" -> new Simulation(context).falsePositives();
      case "noise" -> new Simulation(context).noise(THRESHOLDS);
      case "union" -> new Simulation(context).union();
      case "neuron" -> new Simulation(context).neuron();
      case "threshold" -> context.number("median_error", medianError(cell.integer("theta")));
      default -> context.number("log_error", logError(cell));
    }
  }

  private static double logError(Cell cell) {
    return SdrErrors.logFalsePositive(
            cell.integer("n"), cell.integer("a"), cell.integer("s"), cell.integer("theta"))
        / Math.log(10);
  }

  /** Over numbers of cells, their activity and numbers of synapses. */
  static double medianError(int threshold) {
    double[] errors =
        IntStream.of(1000, 5000, 9000, 13_000, 17_000)
            .boxed()
            .flatMapToDouble(
                cells ->
                    IntStream.rangeClosed(1, 6)
                        .mapToDouble(step -> Math.floor(cells * 5 * step / 1000.0 + 0.5))
                        .flatMap(active -> errors(cells, (int) active, threshold)))
            .sorted()
            .toArray();
    return (errors[(errors.length - 1) / 2] + errors[errors.length / 2]) / 2;
  }

  private static DoubleStream errors(int cells, int active, int threshold) {
    return IntStream.iterate(20, synapses -> synapses <= 50, synapses -> synapses + 5)
        .mapToDouble(synapses -> SdrErrors.falsePositive(cells, active, synapses, threshold));
  }

  @Override
  public List<Figure> figures(Profile profile, List<Measurement> table) {
    return Figures.of(table);
  }
}
