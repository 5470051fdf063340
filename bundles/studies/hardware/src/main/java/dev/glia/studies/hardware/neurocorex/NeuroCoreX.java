package dev.glia.studies.hardware.neurocorex;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.device.DeviceException;
import dev.glia.api.figure.Figure;
import dev.glia.api.study.Cell;
import dev.glia.api.study.CellContext;
import dev.glia.api.study.Measurement;
import dev.glia.api.study.Profile;
import dev.glia.api.study.Study;
import dev.glia.api.study.TableFigures;
import dev.glia.deployments.Agreement;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/**
 * The integer core on an FPGA: whether it does what it should, whether any graph can live on it,
 * and what its plasticity learns, without each of the things that make it learn, too.
 */
@Component(
    service = Study.class,
    property = {"glia.id=neurocorex", "glia.version=1.0.0"})
public final class NeuroCoreX implements Study {
  static final String BOARD = "neurocorex-fpga:virtual";

  @Override
  public Descriptor descriptor() {
    return Descriptor.of(
        ComponentKind.STUDY,
        "neurocorex",
        "1.0.0",
        "An integer core on an FPGA with on-chip learning",
        "arXiv:2506.14138");
  }

  /** How much is measured. */
  private record Scale(int steps, int orders, int graphs, int rounds, int tests, int citations) {
    static Scale of(Profile profile) {
      return switch (profile) {
        case SMOKE -> new Scale(100, 30, 1, 40, 30, 1);
        case QUICK -> new Scale(500, 200, 1, 100, 1000, 5);
        case FULL, PAPER -> new Scale(500, 1000, 5, 100, 3000, 10);
      };
    }

    Cell digits(String condition, String data, long seed) {
      return Cell.of(condition, seed)
          .with("data", data)
          .with("rounds", rounds)
          .with("tests", tests);
    }
  }

  @Override
  public List<Cell> plan(Profile profile, long seed) {
    if (profile == Profile.PAPER) {
      return List.of();
    }
    Scale scale = Scale.of(profile);
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of("agreement", seed).with("steps", scale.steps).with("orders", scale.orders));
    cells.add(Cell.of("distance", seed).with("graphs", scale.graphs));
    for (String rule : List.of("", "-shuffled", "-no-depression", "-rtl-floor")) {
      cells.add(scale.digits("digits" + rule, "mnist8x8", seed));
    }
    if (profile == Profile.FULL) {
      cells.add(scale.digits("digits-uci", "digits8x8", seed));
    }
    for (String rule : List.of("", "-no-stdp", "-rewired")) {
      cells.add(Cell.of("graph" + rule, seed).with("graphs", scale.citations));
    }
    return cells;
  }

  @Override
  public void run(Cell cell, CellContext context) throws Exception {
    switch (cell.condition().split("-")[0]) {
      case "agreement" -> agreement(cell, context);
      case "distance" -> Distance.measure(cell, context);
      case "digits" -> new Digits(context).measure();
      default -> Citations.measure(cell, context);
    }
  }

  /** The board against the same network elsewhere: what's written, what spikes, what's learned. */
  private static void agreement(Cell cell, CellContext context) throws DeviceException {
    Agreement.Exercise exercise =
        new Agreement.Exercise(
            "inputs",
            7,
            List.of("ff", "aa"),
            random -> random.nextInt(5) == 0 ? random.nextInt(256) - 128 : 0);
    int steps = cell.integer("steps");
    Agreement.measure(
        context, BOARD, "core.yaml", "cells", exercise, steps, cell.integer("orders"));
  }

  @Override
  public List<Figure> figures(Profile profile, List<Measurement> table) {
    return TableFigures.bars(
            "accuracy",
            "What learning is worth",
            "Accuracy with everything and without, of digits (chance 0.1) and of papers (chance"
                + " 0.17). Error bars are the standard deviation over seeds.",
            "accuracy",
            table)
        .stream()
        .toList();
  }
}
