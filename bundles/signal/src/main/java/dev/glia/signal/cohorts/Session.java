package dev.glia.signal.cohorts;

/**
 * Features of one recording of one subject.
 *
 * @param state {@code off}, {@code control}: what group the recording belongs to
 * @param features {@code [epoch][channel][feature]}; not to be changed
 */
public record Session(int subject, String state, double[][][] features) {
  public int epochs() {
    return features.length;
  }

  /** Some features: {@code [epoch][channel][feature]}. */
  public double[][][] select(int... wanted) {
    double[][][] selected = new double[features.length][features[0].length][wanted.length];
    for (int e = 0; e < selected.length; e++) {
      for (int c = 0; c < selected[e].length; c++) {
        for (int f = 0; f < wanted.length; f++) {
          selected[e][c][f] = features[e][c][wanted[f]];
        }
      }
    }
    return selected;
  }

  /** Features of each epoch, averaged over channels. */
  public double[][] means(int... wanted) {
    double[][] means = new double[features.length][wanted.length];
    for (int e = 0; e < means.length; e++) {
      for (double[] channel : features[e]) {
        for (int f = 0; f < wanted.length; f++) {
          means[e][f] += channel[wanted[f]] / features[e].length;
        }
      }
    }
    return means;
  }

  /** A feature averaged over epochs and channels. */
  public double mean(int feature) {
    double sum = 0;
    for (double[] epoch : means(feature)) {
      sum += epoch[0] / features.length;
    }
    return sum;
  }
}
