package dev.glia.platform.runner.running;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/** Running figures of a phase. One thread. */
final class Score {
  private long presentations;
  private long showings;
  private long answers;
  private long right;

  void clear() {
    presentations = 0;
    showings = 0;
    answers = 0;
    right = 0;
  }

  /** A sample was shown so many times. */
  void shown(int times) {
    presentations++;
    showings += times;
  }

  void answered(boolean correctly) {
    answers++;
    right += correctly ? 1 : 0;
  }

  /** Accuracy so far, and how often a sample was shown on average where that was more than once. */
  Map<String, Double> metrics() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    if (answers > 0) {
      metrics.put("accuracy", (double) right / answers);
    }
    if (showings > presentations) {
      metrics.put("showings", (double) showings / presentations);
    }
    return metrics;
  }

  byte[] save() {
    return ByteBuffer.allocate(4 * Long.BYTES)
        .putLong(presentations)
        .putLong(showings)
        .putLong(answers)
        .putLong(right)
        .array();
  }

  void restore(byte[] state) {
    if (state.length == 4 * Long.BYTES) {
      ByteBuffer from = ByteBuffer.wrap(state);
      presentations = from.getLong();
      showings = from.getLong();
      answers = from.getLong();
      right = from.getLong();
    }
  }
}
