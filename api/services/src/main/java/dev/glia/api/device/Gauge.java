package dev.glia.api.device;

import dev.glia.v1.Telemetry;

/**
 * Measurements that have the same name, unit and meaning on all devices, so that programs can
 * compare them. A device reports those that it has, and may report others under names of its own.
 *
 * <p>What counts starts at 0 when the driver first opens the device, and never goes down until it
 * is unplugged.
 */
public enum Gauge {
  /** Of the hottest part that has a sensor; K. */
  TEMPERATURE("temperature", "K"),
  /** Drawn by what computes, without the host; cumulative, J. */
  ENERGY("energy", "J"),
  /** Time in which bytes were on the wire, in either direction; cumulative, s. */
  WIRE_TIME("wire-time", "s"),
  /** Time in which the device computed; cumulative, s. */
  COMPUTE_TIME("compute-time", "s"),
  /** Transfers that were damaged, lost or late, whether or not a retry mended them; cumulative. */
  ERRORS("errors", "1"),
  /** Transfers that were repeated; cumulative. */
  RETRIES("retries", "1"),
  /** Spikes that the device emitted; cumulative. */
  EVENTS("events", "1"),
  /** Multiply-accumulates or what takes their place; cumulative. */
  OPERATIONS("operations", "1");

  private final String symbol;
  private final String unit;

  Gauge(String symbol, String unit) {
    this.symbol = symbol;
    this.unit = unit;
  }

  /** As {@code wire-time}. */
  public String symbol() {
    return symbol;
  }

  /** A unit of the equation language, as {@code J}; {@code 1} for what is counted. */
  public String unit() {
    return unit;
  }

  /** What the device measured, in {@link #unit()}. */
  public Telemetry.Reading reading(double value) {
    return Telemetry.Reading.newBuilder().setName(symbol).setValue(value).setUnit(unit).build();
  }
}
