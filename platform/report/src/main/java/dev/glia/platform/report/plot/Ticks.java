package dev.glia.platform.report.plot;

import java.util.ArrayList;
import java.util.List;

/** Round numbers along a scale. */
final class Ticks {
  /** A number and how it's written. */
  record Tick(double value, String label) {}

  private Ticks() {}

  /**
   * Ticks from low to high.
   *
   * @param wanted about how many
   */
  static List<Tick> of(Scale scale, int wanted) {
    if (scale.logarithmic()) {
      List<Tick> ticks = logarithmic(scale, wanted);
      if (ticks.size() > 1) {
        return ticks;
      }
    }
    return linear(scale, wanted);
  }

  /** 1, 2 or 5 times a power of ten, so that about so many fit. */
  static double step(double span, int wanted) {
    double raw = span / Math.max(1, wanted);
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    double rest = raw / power;
    double factor = rest <= 1.001 ? 1 : rest <= 2.001 ? 2 : rest <= 5.001 ? 5 : 10;
    return factor * power;
  }

  private static List<Tick> linear(Scale scale, int wanted) {
    double step = step(scale.high() - scale.low(), wanted);
    double first = Math.ceil(scale.low() / step - 1e-6);
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i <= 4 * wanted; i++) {
      double value = (first + i) * step;
      if (value > scale.high() + 1e-6 * step) {
        break;
      }
      // 0 may come out as a rounding error.
      value = Math.abs(value) < 1e-6 * step ? 0 : value;
      ticks.add(new Tick(value, NumberText.stepped(value, step, scale.low(), scale.high())));
    }
    return ticks;
  }

  private static List<Tick> logarithmic(Scale scale, int wanted) {
    int first = (int) Math.ceil(Math.log10(scale.low()) - 1e-6);
    int last = (int) Math.floor(Math.log10(scale.high()) + 1e-6);
    boolean fewDecades = last - first < 2;
    int stride = Math.max(1, (last - first + wanted) / Math.max(1, wanted));
    List<Tick> ticks = new ArrayList<>();
    for (int decade = first - 1; decade <= last; decade += fewDecades ? 1 : stride) {
      int[] factors = fewDecades ? new int[] {1, 2, 5} : new int[] {1};
      for (int factor : factors) {
        double value = factor * Math.pow(10, decade);
        if (value >= scale.low() * (1 - 1e-6) && value <= scale.high() * (1 + 1e-6)) {
          ticks.add(new Tick(value, factor == 1 ? power(decade) : NumberText.of(value)));
        }
      }
    }
    return ticks;
  }

  private static String power(int decade) {
    return decade >= -3 && decade <= 4
        ? NumberText.of(Math.pow(10, decade))
        : "10" + NumberText.superscript(decade);
  }
}
