package dev.glia.signal.recording;

import dev.glia.api.signal.Channel;
import dev.glia.api.signal.SensorType;
import java.util.Locale;
import java.util.Map;

/**
 * What a unit, as files write it, is in SI base units.
 *
 * @param symbol {@code V}, {@code T}; the file's own text where it isn't known
 * @param scale by which the file's values are to be multiplied
 */
public record Units(String symbol, double scale) {
  private static final Map<String, Double> PREFIXES =
      Map.of("", 1.0, "k", 1e3, "m", 1e-3, "u", 1e-6, "n", 1e-9, "p", 1e-12, "f", 1e-15);

  /** Reads a unit: {@code uV}, {@code µV}, {@code mV}, {@code fT}. */
  public static Units of(String written) {
    String text = written.strip().replace('µ', 'u').replace('μ', 'u');
    for (String base : new String[] {"T/m", "V", "T", "S"}) {
      String prefix = text.endsWith(base) ? text.substring(0, text.length() - base.length()) : "?";
      if (PREFIXES.containsKey(prefix)) {
        return new Units(base, PREFIXES.get(prefix));
      }
    }
    return new Units(written.strip(), 1);
  }

  /** A channel in SI units; what it measures is told from its name and unit. */
  public static Channel channel(String name, String written, double rate, long samples) {
    return new Channel(name, type(name, written), of(written).symbol(), written, rate, samples);
  }

  private static SensorType type(String name, String written) {
    String upper = name.toUpperCase(Locale.ROOT);
    String unit = of(written).symbol();
    if (upper.equals("STATUS") || upper.startsWith("STI ") || upper.equals("TRIGGER")) {
      return SensorType.TRIGGER;
    }
    if (upper.contains("EOG")) {
      return SensorType.EYES;
    }
    if (upper.contains("ECG") || upper.contains("EKG")) {
      return SensorType.HEART;
    }
    if (upper.contains("EMG")) {
      return SensorType.MUSCLE;
    }
    return switch (unit) {
      case "V" -> SensorType.EEG;
      case "T" -> SensorType.MAGNETOMETER;
      case "T/m" -> SensorType.GRADIOMETER;
      default -> SensorType.OTHER;
    };
  }
}
