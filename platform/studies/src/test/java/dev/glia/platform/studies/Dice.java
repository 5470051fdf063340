package dev.glia.platform.studies;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.random.RandomStream;
import dev.glia.api.study.Cell;
import dev.glia.api.study.CellContext;
import dev.glia.api.study.Profile;
import dev.glia.api.study.Study;
import java.util.ArrayList;
import java.util.List;

/** A study that throws dice; one condition may wait, fail or do anything else. */
class Dice implements Study {
  static final int THROWS = 1000;

  /** Something that happens in a cell. */
  interface Incident {
    void happen(Cell cell, CellContext context) throws Exception;
  }

  private final Incident incident;

  Dice(Incident incident) {
    this.incident = incident;
  }

  @Override
  public Descriptor descriptor() {
    return Descriptor.of(ComponentKind.STUDY, "dice", "1.0.0", "Throws of dice", "");
  }

  @Override
  public List<Cell> plan(Profile profile, long seed) {
    if (profile == Profile.PAPER) {
      return List.of();
    }
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of("dice", seed).with("throws", THROWS));
    cells.add(Cell.of("loaded", seed).with("throws", THROWS));
    return cells;
  }

  @Override
  public void run(Cell cell, CellContext context) throws Exception {
    incident.happen(cell, context);
    RandomStream random = context.random("throws");
    double sum = 0;
    for (int i = 0; i < cell.integer("throws"); i++) {
      context.progress(i, THROWS, "throws");
      sum += cell.condition().equals("loaded") ? 6 : 1 + random.nextInt(6);
    }
    context.number("mean", sum / THROWS);
    context.series("sums", new double[] {1}, new double[] {sum});
    context.artifact("sum.txt", "text/plain", String.valueOf(sum).getBytes());
  }
}
