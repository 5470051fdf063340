package dev.glia.drivers.cpu.compile;

/**
 * How a projection's synapses are stored, as far as loops over them care.
 *
 * @param dense whether rows are complete, so that targets are neighbors
 * @param narrow whether targets are chars
 * @param branched whether a source may have several branches, so that numbers differ
 */
public record SynapseForm(boolean dense, boolean narrow, boolean branched) {

  /** Places in a loop over the synapses of a branch. */
  Place synapseInRow() {
    return dense ? Place.ROW : Place.LINE;
  }

  Place targetInRow() {
    return dense ? Place.SHIFTED : Place.TARGET;
  }

  /** Where copies of targets' values are, for a loop over the synapses of a branch. */
  Place targetInTile() {
    return dense ? Place.SHIFTED : Place.TILE;
  }

  /** Places in a loop over the synapses of a target. */
  Place synapseInColumn() {
    return dense ? Place.STRIDED : Place.LISTED;
  }

  Place branchInColumn() {
    return dense ? Place.LINE : Place.BRANCH;
  }

  Place sourceInColumn() {
    return branched ? Place.BRANCH_SOURCE : branchInColumn();
  }

  /** Place in a loop over all branches. */
  Place sourceInLine() {
    return branched ? Place.SOURCE : Place.LINE;
  }
}
