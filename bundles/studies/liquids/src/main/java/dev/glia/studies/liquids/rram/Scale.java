package dev.glia.studies.liquids.rram;

import dev.glia.api.study.Cell;
import dev.glia.api.study.Profile;

/**
 * How large a profile's cells are.
 *
 * @param neurons of each liquid
 * @param train digits shown in training
 * @param test digits shown in tests
 * @param seen classes of things that can be seen and heard, met in training
 * @param unseen classes that are met in tests only
 * @param samples of each class
 * @param epochs of the projections' training
 */
record Scale(int neurons, int train, int test, int seen, int unseen, int samples, int epochs) {
  static Scale of(Profile profile) {
    return switch (profile) {
      case SMOKE -> new Scale(40, 60, 40, 6, 3, 10, 2);
      case QUICK -> new Scale(200, 2000, 1000, 22, 6, 60, 5);
      case FULL -> new Scale(200, 10_000, 2000, 40, 6, 60, 15);
      case PAPER -> new Scale(200, 60_000, 10_000, 40, 6, 200, 15);
    };
  }

  Cell digits(String condition, long seed, String array) {
    return Cell.of(condition, seed)
        .with("array", array)
        .with("neurons", neurons)
        .with("train", train)
        .with("test", test)
        .needing(400 + train / 20, 1);
  }

  Cell zeroShot(String condition, long seed, String array) {
    return Cell.of(condition, seed)
        .with("array", array)
        .with("neurons", neurons)
        .with("seen", seen)
        .with("unseen", unseen)
        .with("samples", samples)
        .with("epochs", epochs)
        .needing(400, 1);
  }
}
