package dev.glia.topologies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.topology.Connectivity;
import java.util.Arrays;
import java.util.stream.IntStream;

/** What every connectivity promises. */
final class TopologyClaims {
  private TopologyClaims() {}

  /** Rows ascend, stay in range, are the same at every call, in any order, from any thread. */
  static void check(Connectivity connectivity) {
    int sources = connectivity.sources();
    int[][] first = new int[sources][];
    for (int i = 0; i < sources; i++) {
      first[i] = connectivity.row(i);
      assertThat(first[i]).as("row %d", i).isSorted();
      assertThat(Arrays.stream(first[i]))
          .as("row %d", i)
          .allMatch(target -> target >= 0 && target < connectivity.targets());
    }
    int[][] parallel = new int[sources][];
    IntStream.range(0, sources)
        .parallel()
        .forEach(i -> parallel[sources - 1 - i] = connectivity.row(sources - 1 - i));
    assertThat(parallel).isDeepEqualTo(first);
    if (sources > 0) {
      Arrays.fill(connectivity.row(0), -1);
      assertThat(connectivity.row(0))
          .as("row 0 after a caller changed its copy")
          .isEqualTo(first[0]);
    }
  }

  static long synapses(Connectivity connectivity) {
    return IntStream.range(0, connectivity.sources())
        .mapToLong(i -> connectivity.row(i).length)
        .sum();
  }

  /** How many synapses each target has. */
  static int[] inDegrees(Connectivity connectivity) {
    int[] degrees = new int[connectivity.targets()];
    for (int i = 0; i < connectivity.sources(); i++) {
      for (int target : connectivity.row(i)) {
        degrees[target]++;
      }
    }
    return degrees;
  }
}
