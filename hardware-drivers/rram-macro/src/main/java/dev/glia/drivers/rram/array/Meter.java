package dev.glia.drivers.rram.array;

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

  private double joules;
  private double seconds;
  private long accesses;
  private long products;
  private long activations;
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
    joules += driven * DRIVE_JOULES + columns * CONVERSION_JOULES;
    seconds += Math.ceilDiv(columns, Converters.CHANNELS) * CONVERSION_SECONDS;
  }

  void programmed(int cells) {
    programmed += cells;
    joules += cells * PROGRAM_JOULES;
    seconds += cells * PROGRAM_SECONDS;
  }

  double joules() {
    return joules;
  }

  double seconds() {
    return seconds;
  }

  Telemetry.Builder telemetry() {
    return Telemetry.newBuilder()
        .addReadings(reading("energy", joules, "J"))
        .addReadings(reading("busy-time", seconds, "s"))
        .addReadings(reading("accesses", accesses, ""))
        .addReadings(reading("products", products, ""))
        .addReadings(reading("events", activations, ""))
        .addReadings(reading("cells-programmed", programmed, ""));
  }

  static Reading reading(String name, double value, String unit) {
    return Reading.newBuilder().setName(name).setValue(value).setUnit(unit).build();
  }
}
