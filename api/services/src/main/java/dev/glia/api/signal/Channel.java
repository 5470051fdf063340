package dev.glia.api.signal;

import java.util.Objects;

/**
 * One channel of a recording.
 *
 * @param name as the file has it; not always unique
 * @param unit of the values that are read: an SI unit ({@code V}) where the file's unit is a known
 *     multiple of one, else the file's
 * @param writtenUnit as the file has it: {@code uV}; may be empty
 * @param rate samples a second, above 0
 * @param samples in all stretches together
 */
public record Channel(
    String name, SensorType type, String unit, String writtenUnit, double rate, long samples) {
  public Channel {
    Objects.requireNonNull(name);
    Objects.requireNonNull(type);
    Objects.requireNonNull(unit);
    Objects.requireNonNull(writtenUnit);
    if (!(rate > 0) || Double.isInfinite(rate) || samples < 0) {
      throw new IllegalArgumentException(name + ": " + samples + " samples at " + rate + " Hz");
    }
  }
}
