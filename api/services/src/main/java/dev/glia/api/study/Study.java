package dev.glia.api.study;

import dev.glia.api.component.Component;
import dev.glia.api.figure.Figure;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A published result as a table of cells with claims over it. Safe for any thread.
 *
 * <p>A study is one package: the class, and beside it the resource {@code claims.yaml} with its
 * title, year, a paragraph for readers and its claims. Experiment files that it runs lie there too.
 */
@ConsumerType
public interface Study extends Component {
  /** Name of the resource beside the class. */
  String CLAIMS = "claims.yaml";

  /**
   * The cells of a profile for one seed; pure: the same for the same arguments.
   *
   * @return cells that differ in condition or parameters; none if the profile isn't offered
   */
  List<Cell> plan(Profile profile, long seed);

  /**
   * Measures one cell.
   *
   * <p>Cells run in any order, in parallel, maybe on other machines, and a cell that was measured
   * before isn't run again: its numbers must depend on nothing but the cell, the study's version
   * and the components that it takes from the context. Everything random comes from the context.
   * Stops within a second of being cancelled, by returning or by any exception.
   *
   * @throws Exception whatever goes wrong: the cell is then marked failed with its message
   */
  void run(Cell cell, CellContext context) throws Exception;

  /**
   * Figures over the whole table, made when its cells are done; each cell may have its own besides.
   *
   * @param table the cells that were measured, in the order of the plan, seed after seed
   */
  default List<Figure> figures(Profile profile, List<Measurement> table) {
    return List.of();
  }
}
