package dev.glia.drivers.rram.array;

import dev.glia.api.device.Gauge;
import dev.glia.v1.Telemetry;
import dev.glia.v1.Telemetry.Reading;

/**
 * Energy and time of a macro, added up. The energy in the cells follows from voltages and
 * conductances; the constants besides are assumptions of the size that is usual at 40 nm.
 */
final class Meter {
  /** One conversion of 14 bits: Walden's figure of merit, 30 fJ a step, times 2^14. */
  static final double CONVERSION_JOULES = 30e-15 * (1 << 14);

  /** Driving one input's line: 1 pF at the read voltage. */
  static final double DRIVE_JOULES = 1e-12 * Physics.READ_VOLTS * Physics.READ_VOLTS;

  /** One programmed cell: ten pulses of 2 V, 100 µA and 100 ns, with verification. */
  static final double PROGRAM_JOULES = 10 * 2 * 100e-6 * 100e-9;

  static final double PROGRAM_SECONDS = 10e-6;

  /** All converters work at once; a conversion takes a microsecond. */
  static final double CONVERSION_SECONDS = 1e-6;

  /** The constants are those at room temperature, and the model doesn't warm up. */
  static final double KELVIN = 300;

  private double joules;
  private double seconds;
  private long accesses;
  private long products;
  private long activations;
  private long operations;
  private long programmed;

  /** Cells that conducted, in siemens times volts squared, while one conversion took place. */
  void cells(double watts) {
    joules += watts * CONVERSION_SECONDS;
  }

  void access() {
    accesses++;
  }

  /** One vector: its driven inputs, and the conversions of some columns. */
  void vector(int driven, int columns) {
    products++;
    activations += driven;
    operations += (long) driven * columns;
    joules += driven * DRIVE_JOULES + columns * CONVERSION_JOULES;
    seconds += Math.ceilDiv(columns, Converters.CHANNELS) * CONVERSION_SECONDS;
  }

  void programmed(int cells) {
    programmed += cells;
    joules += cells * PROGRAM_JOULES;
    seconds += cells * PROGRAM_SECONDS;
  }

  double seconds() {
    return seconds;
  }

  Telemetry.Builder telemetry() {
    return Telemetry.newBuilder()
        .addReadings(Gauge.ENERGY.reading(joules))
        .addReadings(Gauge.COMPUTE_TIME.reading(seconds))
        .addReadings(Gauge.TEMPERATURE.reading(KELVIN))
        .addReadings(Gauge.OPERATIONS.reading(operations))
        .addReadings(reading("activations", activations, "1"))
        .addReadings(reading("accesses", accesses, "1"))
        .addReadings(reading("products", products, "1"))
        .addReadings(reading("cells-programmed", programmed, "1"));
  }

  static Reading reading(String name, double value, String unit) {
    return Reading.newBuilder().setName(name).setValue(value).setUnit(unit).build();
  }
}
