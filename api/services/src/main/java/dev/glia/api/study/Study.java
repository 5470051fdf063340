package dev.glia.api.study;

import dev.glia.api.component.Component;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** A published result as a table of cells with claims over it. Safe for any thread. */
@ConsumerType
public interface Study extends Component {
  /** The cells of a profile; pure: the same for the same arguments. */
  List<Cell> plan(Profile profile, long seed);

  /**
   * Measures one cell.
   *
   * <p>Cells run in any order, in parallel, maybe on other machines. Stops within a second of being
   * cancelled. Everything random comes from the context.
   *
   * @throws Exception whatever goes wrong: the cell is then marked failed with its message
   */
  void run(Cell cell, CellContext context) throws Exception;

  /** Claims over the table. */
  List<Claim> claims();
}
