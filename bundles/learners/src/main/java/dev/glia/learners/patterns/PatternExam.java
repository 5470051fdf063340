package dev.glia.learners.patterns;

import dev.glia.learners.metrics.Detections;
import java.util.Arrays;
import java.util.List;

/**
 * How a detector of some patterns answers to many.
 *
 * @param detections a pattern that it knows is to be detected, any other isn't
 * @param farthest largest distance from the nearest known pattern at which it answered; -1 if it
 *     never did
 */
public record PatternExam(Detections detections, int farthest) {
  /** Detectors side by side. */
  @FunctionalInterface
  public interface Detectors<E extends Exception> {
    /** Which of them detect a pattern. */
    boolean[] ask(boolean[] pattern) throws E;
  }

  /** Patterns that were detected, rightly or not. */
  public long accepted() {
    return detections.truePositives() + detections.falsePositives();
  }

  /**
   * Asks all detectors every question.
   *
   * @param known patterns of each detector
   * @return one a detector
   */
  public static <E extends Exception> PatternExam[] hold(
      List<boolean[][]> known, List<boolean[]> questions, Detectors<E> detectors) throws E {
    PatternExam[] exams = new PatternExam[known.size()];
    Arrays.fill(exams, new PatternExam(Detections.NONE, -1));
    for (boolean[] question : questions) {
      boolean[] detected = detectors.ask(question);
      for (int d = 0; d < exams.length; d++) {
        int nearest = Integer.MAX_VALUE;
        for (boolean[] pattern : known.get(d)) {
          nearest = Math.min(nearest, Patterns.distance(question, pattern));
        }
        exams[d] =
            new PatternExam(
                exams[d].detections.with(nearest == 0, detected[d]),
                detected[d] ? Math.max(exams[d].farthest, nearest) : exams[d].farthest);
      }
    }
    return exams;
  }
}
