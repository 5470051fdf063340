package dev.glia.studies.plasticity.symmetricstdp;

import dev.glia.api.study.Cell;
import dev.glia.api.study.Profile;

/**
 * How large a profile's cells are.
 *
 * @param hidden excitatory neurons, as many as inhibitory ones
 * @param segments parts in which images are shown; the accuracy curve has a point after each
 * @param images of a segment
 * @param epochs how often each segment's images are shown
 * @param probes test images after each segment but the last
 * @param tests test images at the end
 * @param smaller hidden neurons of the cell that shows what size gains; 0 for no such cell
 */
record Scale(int hidden, int segments, int images, int epochs, int probes, int tests, int smaller) {
  static Scale of(Profile profile) {
    return switch (profile) {
      case SMOKE -> new Scale(20, 2, 30, 1, 10, 20, 0);
      case QUICK -> new Scale(100, 5, 1000, 1, 200, 1000, 0);
      case FULL -> new Scale(400, 4, 2500, 2, 500, 10_000, 100);
      case PAPER -> new Scale(6400, 20, 3000, 20, 1000, 10_000, 1600);
    };
  }

  Cell cell(String condition, long seed) {
    return Cell.of(condition, seed)
        .with("hidden", hidden)
        .with("segments", segments)
        .with("images", images)
        .with("epochs", epochs)
        .with("tests", tests)
        .needing(200 + hidden / 4, hidden > 1000 ? 4 : 1);
  }
}
