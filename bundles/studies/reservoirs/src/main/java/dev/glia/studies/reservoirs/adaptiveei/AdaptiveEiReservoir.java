package dev.glia.studies.reservoirs.adaptiveei;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeviceLostException;
import dev.glia.api.figure.Figure;
import dev.glia.api.study.Cell;
import dev.glia.api.study.CellContext;
import dev.glia.api.study.Measurement;
import dev.glia.api.study.Profile;
import dev.glia.api.study.Study;
import dev.glia.reservoir.TargetRates;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/**
 * Reservoirs of excitatory and inhibitory units: with one factor on all inhibition, and with
 * inhibition that adapts to target rates, the same for all units or different ones. Controls: a
 * factor that makes as much inhibition as adaptation did, adaptation in one step, and adaptation
 * that never ends.
 */
@Component(
    service = Study.class,
    property = {"glia.id=adaptive-ei-reservoir", "glia.version=1.0.0"})
public final class AdaptiveEiReservoir implements Study {
  static final double MAIN_STRENGTH = 0.3;
  static final double MAIN_RATE = 0.4;

  @Override
  public Descriptor descriptor() {
    return Descriptor.of(
        ComponentKind.STUDY,
        "adaptive-ei-reservoir",
        "1.0.0",
        "Reservoirs whose inhibition adapts to target rates need no search for hyper-parameters",
        "arXiv:2504.12480");
  }

  @Override
  public List<Cell> plan(Profile profile, long seed) {
    return switch (profile) {
      case SMOKE -> cells(seed, 60, 0.33, new double[] {0.3}, new int[] {1, 4}, new double[] {0.4});
      case QUICK -> cells(seed, 200, 0.1, new double[] {0.3}, FACTORS, RATES);
      case FULL -> cells(seed, 500, 0.04, new double[] {0.2, 0.3, 0.4}, FACTORS, RATES);
      case PAPER -> List.of(); // its sizes aren't known to us
    };
  }

  private static final int[] FACTORS = {1, 2, 3, 4, 5, 6, 8};
  private static final double[] RATES = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.75, 0.9};

  private static List<Cell> cells(
      long seed, int units, double p, double[] strengths, int[] factors, double[] rates) {
    List<Cell> cells = new ArrayList<>();
    for (double strength : strengths) {
      for (int factor : factors) {
        cells.add(cell("global", seed, units, p, strength).with("g", factor));
      }
      for (String condition : List.of("adapted", "heterogeneous")) {
        for (double rate : rates) {
          cells.add(cell(condition, seed, units, p, strength).with("rho", rate));
        }
      }
      for (String condition : List.of("matched", "one-step", "online")) {
        cells.add(cell(condition, seed, units, p, strength).with("rho", MAIN_RATE));
      }
    }
    return cells;
  }

  private static Cell cell(String condition, long seed, int units, double p, double strength) {
    return Cell.of(condition, seed).with("units", units).with("p", p).with("j", strength);
  }

  @Override
  public void run(Cell cell, CellContext context) throws Exception {
    Reservoir reservoir = new Reservoir(cell, context);
    Deployment network =
        switch (cell.condition()) {
          case "global" -> reservoir.global(cell.number("g"));
          case "matched" -> matched(reservoir, context);
          case "one-step" -> reservoir.inOneStep(targets(cell, context));
          default -> reservoir.adapted(targets(cell, context));
        };
    network.setLearning("inhibition", cell.condition().equals("online"));
    reservoir.measure(network);
  }

  private static double[] targets(Cell cell, CellContext context) {
    int units = cell.integer("units");
    double rate = cell.number("rho");
    return cell.condition().equals("heterogeneous")
        ? TargetRates.normal(units, rate, 0.2, 0.05, 0.95, context.random("target rates"))
        : TargetRates.homogeneous(units, rate);
  }

  /** As much inhibition in all as an adapted network has, but in the proportions of the start. */
  private static Deployment matched(Reservoir reservoir, CellContext context)
      throws DeviceLostException {
    Deployment adapted = reservoir.adapted(targets(context.cell(), context));
    double factor =
        Reservoir.inhibition(adapted).total() / Reservoir.inhibition(reservoir.global(1)).total();
    context.number("g_matched", factor);
    return reservoir.global(factor);
  }

  @Override
  public List<Figure> figures(Profile profile, List<Measurement> table) {
    return Figures.overview(table);
  }
}
