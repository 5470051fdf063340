package dev.glia.platform.studies;

import dev.glia.api.study.Cell;
import dev.glia.platform.store.RunSpec;
import java.util.List;

/**
 * The cells of a request, seed after seed.
 *
 * @param cells those that match the pattern
 */
public record StudyPlan(RunSpec spec, String title, int year, List<Cell> cells) {
  public StudyPlan {
    cells = List.copyOf(cells);
  }
}
