package dev.glia.platform.studies.claims;

import dev.glia.api.study.Cell;
import dev.glia.api.study.Profile;
import dev.glia.platform.store.CellRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A study's table, maybe with gaps.
 *
 * @param cells all of the profile's, for all seeds, wanted or not
 * @param measured what is known of them
 */
public record Table(
    Profile profile, List<Long> seeds, List<Cell> cells, Map<Cell, CellRecord> measured) {
  public Table {
    seeds = List.copyOf(seeds);
    cells = List.copyOf(cells);
    measured = Map.copyOf(measured);
  }

  List<Cell> select(Selector selector, long seed) {
    return cells.stream().filter(c -> c.seed() == seed && selector.selects(c)).toList();
  }

  Optional<CellRecord> measured(Cell cell) {
    return Optional.ofNullable(measured.get(cell));
  }
}
