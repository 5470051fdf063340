package dev.glia.api.crossbar;

import dev.glia.api.device.DeviceException;
import dev.glia.v1.Telemetry;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * An array of cells at the crossings of inputs and outputs. Each output is a pair of columns, and
 * what it gives is the difference of their currents: {@code I[o] = Σ_i V[i] (G+[i,o] - G-[i,o])},
 * with the noise, the drops of voltage and the steps that the device has.
 *
 * <p>Units are those of SI. Threading: one caller at a time. After {@link #close} everything but
 * {@code close} and {@code info} fails with IllegalStateException. A block that isn't in the array
 * or an array of the wrong length is an IllegalArgumentException; a device that refuses or fails is
 * a DeviceException, and one that is gone a {@link dev.glia.api.device.DeviceLostException}.
 */
@ConsumerType
public interface CrossbarArray extends AutoCloseable {
  /** The number of an access whose noise doesn't matter: it's fresh. */
  long FRESH = 0;

  CrossbarInfo info();

  /**
   * Programs a block's cells, as well as they allow: read back what became of it.
   *
   * @param cells 0 to {@link CrossbarInfo#programmableSiemens()}, {@link Block#pairs()} of each
   */
  void program(Block block, Conductances cells) throws DeviceException;

  /** Reads a block's cells one by one, with the noise of reading. */
  Conductances readback(Block block) throws DeviceException;

  /**
   * Multiplies the block by vectors of bits. All vectors of one call are one access: the noise of
   * reading is drawn once for them.
   *
   * @param bits {@code (block.inputs() + 63) / 64} words a vector, the lowest bit first
   * @param vectors at least 1
   * @param access a simulated array repeats the noise of the same number; {@link #FRESH} for none
   * @return {@code [vector * block.outputs() + output]} in amperes
   */
  float[] multiply(Block block, long[] bits, int vectors, long access) throws DeviceException;

  /**
   * The same with a voltage of {@code code / (2^inputBits - 1)} of the read voltage at each input.
   *
   * @param codes {@code block.inputs()} a vector, unsigned, within the input's bits
   */
  float[] multiply(Block block, byte[] codes, int vectors, long access) throws DeviceException;

  /** Measures and corrects the converters, looks for stuck cells, measures all others. */
  Calibration calibrate() throws DeviceException;

  /** Lets time pass: cells drift. Takes no time where the array is simulated. */
  void elapse(double seconds) throws DeviceException;

  /** Energy, accesses, conversions out of range and the like since the array was opened. */
  Telemetry telemetry() throws DeviceException;

  @Override
  void close();
}
