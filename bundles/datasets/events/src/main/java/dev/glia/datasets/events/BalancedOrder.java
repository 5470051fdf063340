package dev.glia.datasets.events;

import dev.glia.api.random.RandomStream;

/**
 * Which kind of thing each sample shows. In every run of as many samples as there are kinds, each
 * occurs once, in random order, so that classes are balanced wherever one stops.
 */
record BalancedOrder(long seed, String stream, int kinds) {
  int at(long index) {
    RandomStream random = new RandomStream(seed, stream, index / kinds);
    int[] order = new int[kinds];
    for (int i = 0; i < kinds; i++) { // Fisher and Yates, inside out
      int place = random.nextInt(i + 1);
      order[i] = order[place];
      order[place] = i;
    }
    return order[(int) (index % kinds)];
  }
}
