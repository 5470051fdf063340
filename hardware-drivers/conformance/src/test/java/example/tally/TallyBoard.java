package example.tally;

import java.io.IOException;
import java.util.Arrays;

/** What is at the other end of the cable; a driver of yours talks to a port here. */
final class TallyBoard {
  static final int INPUTS = 16;
  static final int COUNTERS = 16;
  static final int FULL = 1000; // largest count that a spike can be set to

  private final byte[][] weight = new byte[INPUTS][COUNTERS];
  private final int[] count = new int[COUNTERS];
  private int full = 1;
  private boolean plugged = true;
  private int session;

  synchronized void plug(boolean in) {
    plugged = in;
  }

  synchronized boolean isPlugged() {
    return plugged;
  }

  /** Switches it on, with all counters at 0; what was loaded before is lost. */
  synchronized int start(byte[][] weights, int fullCount) throws IOException {
    link(++session);
    full = fullCount;
    for (int i = 0; i < INPUTS; i++) {
      weight[i] = Arrays.copyOf(i < weights.length ? weights[i] : new byte[0], COUNTERS);
    }
    Arrays.fill(count, 0);
    return session;
  }

  /** One step: what came in is added, and a counter that's full starts anew and says so. */
  synchronized boolean[] step(int of, boolean[] inputs) throws IOException {
    link(of);
    boolean[] out = new boolean[COUNTERS];
    for (int j = 0; j < COUNTERS; j++) {
      for (int i = 0; i < inputs.length; i++) {
        count[j] += inputs[i] ? weight[i][j] : 0;
      }
      out[j] = count[j] >= full;
      count[j] = out[j] ? 0 : count[j];
    }
    return out;
  }

  synchronized int[] counts(int of) throws IOException {
    link(of);
    return count.clone();
  }

  synchronized void setCounts(int of, int[] values) throws IOException {
    link(of);
    System.arraycopy(values, 0, count, 0, values.length);
  }

  synchronized void setWeights(int of, byte[][] values) throws IOException {
    link(of);
    for (int i = 0; i < values.length; i++) {
      weight[i] = Arrays.copyOf(values[i], COUNTERS);
    }
  }

  /** A board that was unplugged has forgotten what was going on, even when it's back. */
  private void link(int of) throws IOException {
    if (!plugged) {
      session++;
    }
    if (!plugged || of != session) {
      throw new IOException("no answer");
    }
  }
}
