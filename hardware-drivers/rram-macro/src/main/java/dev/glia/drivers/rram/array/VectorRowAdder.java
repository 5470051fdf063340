package dev.glia.drivers.rram.array;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Several columns at once. Loaded only where the JVM has the Vector API. */
final class VectorRowAdder implements RowAdder {
  private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;

  @Override
  public void add(float[] cells, int at, float distance, float[] current, float[] loss, int width) {
    int whole = LANES.loopBound(width);
    for (int c = 0; c < whole; c += LANES.length()) {
      FloatVector g = FloatVector.fromArray(LANES, cells, at + c);
      FloatVector before = FloatVector.fromArray(LANES, current, c);
      FloatVector more = g.mul(distance).mul(before.mul(2).add(g));
      FloatVector.fromArray(LANES, loss, c).add(more).intoArray(loss, c);
      before.add(g).intoArray(current, c);
    }
    RowAdder.addFrom(whole, cells, at, distance, current, loss, width);
  }
}
