package dev.glia.drivers.cpu.compile;

import java.util.List;

/**
 * A loop over the synapses of a branch that reads what it needs of their targets from tiles: copies
 * in the order of the synapses, at {@code k - from}. So it can run a vector at a time though the
 * targets lie anywhere.
 *
 * @param gathered numbers of the arrays whose copies it reads; {@link SynapseArrays#tile} says
 *     where
 */
public record RowLoop(Kernel kernel, List<Integer> gathered) {
  public RowLoop {
    gathered = List.copyOf(gathered);
  }
}
