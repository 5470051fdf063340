package dev.glia.platform.runner.running;

/** How counts of spikes become an answer. */
final class Readout {
  private Readout() {}

  /** The neuron with most spikes, the first of them in a tie; -1 if all were silent. */
  static int mostSpikes(int[] counts) {
    int answer = -1;
    int most = 0;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > most) {
        most = counts[i];
        answer = i;
      }
    }
    return answer;
  }
}
