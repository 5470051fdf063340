package dev.glia.drivers.rram;

import dev.glia.api.crossbar.Block;
import dev.glia.api.crossbar.Conductances;
import dev.glia.api.crossbar.CrossbarArray;
import dev.glia.api.device.DeviceException;
import dev.glia.api.device.DeviceLostException;
import dev.glia.drivers.interpreter.SynapseArray;
import java.util.Arrays;

/**
 * The synapses of one projection on a block of the array: {@code W = k (G+ - G-)}. Several synapses
 * of the same source and target share a pair of cells, and what it's off equally.
 */
final class TileSynapses implements SynapseArray {
  /** Weights are told from so many readings of each cell. */
  private static final int READINGS = 8;

  private final CrossbarArray array;
  private final Block block;
  private final WeightForm form;
  private final int accessStep;
  private final int accessOffset;
  private final int[] pair;
  private final int[] shared;
  private final double[] specified;
  private final long[] bits;
  private double siemensToWeight = 1;
  private boolean asFormed;

  /**
   * Puts a projection onto its block.
   *
   * @param place of this projection among all {@code of}: an access in a tick each
   * @param weights changed to what they are now
   */
  TileSynapses(
      CrossbarArray array,
      Block block,
      WeightForm form,
      int place,
      int of,
      int[] sources,
      int[] targets,
      double[] weights)
      throws DeviceException {
    this.array = array;
    this.block = block;
    this.form = form;
    accessStep = of;
    accessOffset = place + 1;
    pair = new int[weights.length];
    shared = new int[block.pairs()];
    for (int s = 0; s < pair.length; s++) {
      pair[s] = sources[s] * block.outputs() + targets[s];
      shared[pair[s]]++;
    }
    specified = weights.clone();
    bits = new long[(block.inputs() + 63) / 64];
    if (form == WeightForm.AS_FORMED) {
      useAsFormed(weights);
    } else {
      program(weights);
    }
  }

  private void useAsFormed(double[] weights) throws DeviceException {
    clearUnused();
    float[] siemens = read();
    double squares = 0;
    double wanted = 0;
    for (int s = 0; s < weights.length; s++) {
      squares += (double) siemens[pair[s]] * siemens[pair[s]];
      wanted += weights[s] * weights[s];
    }
    siemensToWeight = squares > 0 && wanted > 0 ? Math.sqrt(wanted / squares) : 1;
    asFormed = true;
    tell(siemens, new double[block.pairs()], weights);
  }

  /** Where there's no synapse, both cells of a pair are programmed to nothing. */
  private void clearUnused() throws DeviceException {
    for (int i = 0; i < block.inputs(); i++) {
      for (int o = 0; o < block.outputs(); o++) {
        if (shared[i * block.outputs() + o] == 0) {
          Block one = new Block(block.firstInput() + i, 1, block.firstOutput() + o, 1);
          array.program(one, new Conductances(new float[1], new float[1]));
        }
      }
    }
  }

  private void program(double[] weights) throws DeviceException {
    double[] sums = new double[block.pairs()];
    double largest = 0;
    for (int s = 0; s < weights.length; s++) {
      sums[pair[s]] += weights[s];
    }
    for (double sum : sums) {
      largest = Math.max(largest, Math.abs(sum));
    }
    double most = array.info().programmableSiemens();
    siemensToWeight = largest > 0 ? largest / most : 1;
    float[] plus = new float[sums.length];
    float[] minus = new float[sums.length];
    for (int p = 0; p < sums.length; p++) {
      double siemens = Math.min(most, Math.abs(sums[p]) / siemensToWeight);
      plus[p] = sums[p] > 0 ? (float) siemens : 0;
      minus[p] = sums[p] < 0 ? (float) siemens : 0;
    }
    array.program(block, new Conductances(plus, minus));
    asFormed = false;
    tell(read(), sums, weights);
  }

  /** The differential conductances, a mean of several readings. */
  private float[] read() throws DeviceException {
    double[] sums = new double[block.pairs()];
    for (int k = 0; k < READINGS; k++) {
      Conductances cells = array.readback(block);
      for (int p = 0; p < sums.length; p++) {
        sums[p] += (double) cells.plus()[p] - cells.minus()[p];
      }
    }
    float[] siemens = new float[sums.length];
    for (int p = 0; p < sums.length; p++) {
      siemens[p] = (float) (sums[p] / READINGS);
    }
    return siemens;
  }

  private void tell(float[] siemens, double[] sums, double[] weights) {
    for (int s = 0; s < weights.length; s++) {
      double off = siemensToWeight * siemens[pair[s]] - sums[pair[s]];
      double own = asFormed ? 0 : weights[s];
      weights[s] = (float) (own + off / shared[pair[s]]); // as they are handed out
    }
  }

  @Override
  public double[] sums(long tick, int[] sources) throws DeviceLostException {
    Arrays.fill(bits, 0);
    for (int source : sources) {
      bits[source >> 6] |= 1L << source;
    }
    long access = tick * accessStep + accessOffset;
    float[] amperes = new Calling(array).multiply(block, bits, access);
    double scale = siemensToWeight / array.info().readVolts();
    double[] sums = new double[block.outputs()];
    for (int o = 0; o < sums.length; o++) {
      sums[o] = amperes[o] * scale;
    }
    return sums;
  }

  @Override
  public void write(double[] weights) throws DeviceLostException {
    boolean keep = form == WeightForm.AS_FORMED && asFormed && Arrays.equals(weights, specified);
    try {
      if (keep) {
        tell(read(), new double[block.pairs()], weights);
      } else {
        program(weights);
      }
    } catch (DeviceException e) {
      throw Calling.lost(e);
    }
  }

  @Override
  public String form() {
    return "differential cells, "
        + (asFormed ? WeightForm.AS_FORMED : WeightForm.PROGRAMMED).symbol();
  }
}
