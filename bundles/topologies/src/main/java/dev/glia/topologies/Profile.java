package dev.glia.topologies;

/** How the probability of a pair falls with its distance. Distances are squared, in grid steps. */
enum Profile {
  GAUSSIAN {
    @Override
    double at(double squaredDistance, double reach) {
      return StrictMath.exp(-squaredDistance / (2 * reach * reach));
    }

    @Override
    double horizon(double reach) {
      return reach * StrictMath.sqrt(-2 * StrictMath.log(NEGLIGIBLE));
    }
  },
  EXPONENTIAL {
    @Override
    double at(double squaredDistance, double reach) {
      return StrictMath.exp(-StrictMath.sqrt(squaredDistance) / reach);
    }

    @Override
    double horizon(double reach) {
      return -reach * StrictMath.log(NEGLIGIBLE);
    }
  },
  STEP {
    @Override
    double at(double squaredDistance, double reach) {
      return squaredDistance <= reach * reach ? 1 : 0;
    }

    @Override
    double horizon(double reach) {
      return reach;
    }
  };

  /** Pairs that are less likely than this, relative to the peak, aren't drawn at all. */
  static final double NEGLIGIBLE = 1e-9;

  abstract double at(double squaredDistance, double reach);

  /** The distance beyond which a pair is negligible. */
  abstract double horizon(double reach);
}
