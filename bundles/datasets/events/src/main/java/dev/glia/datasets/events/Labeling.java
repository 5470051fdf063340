package dev.glia.datasets.events;

/** What a sample's class is. */
enum Labeling {
  DIRECTION {
    @Override
    int label(int pattern, int direction, int directions) {
      return direction;
    }

    @Override
    int classes(int patterns, int directions) {
      return directions;
    }
  },
  PATTERN {
    @Override
    int label(int pattern, int direction, int directions) {
      return pattern;
    }

    @Override
    int classes(int patterns, int directions) {
      return patterns;
    }
  },
  BOTH {
    @Override
    int label(int pattern, int direction, int directions) {
      return pattern * directions + direction;
    }

    @Override
    int classes(int patterns, int directions) {
      return patterns * directions;
    }
  };

  abstract int label(int pattern, int direction, int directions);

  abstract int classes(int patterns, int directions);
}
