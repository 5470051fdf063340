package dev.glia.datasets.events;

import dev.glia.api.random.RandomStream;

/**
 * Which kind of thing each sample shows. In every run of as many samples as there are kinds, each
 * occurs once, in random order, so that classes are balanced wherever one stops.
 */
record BalancedOrder(long seed, String stream, int kinds) {
  int at(long index) {
    int[] order = new RandomStream(seed, stream, index / kinds).permutation(kinds);
    return order[(int) (index % kinds)];
  }
}
