package dev.glia.drivers.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.network.Network;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThreadChoiceTest {
  private static Work work(Network network) {
    return new Work(network, StoragePlan.of(network, Map.of()));
  }

  private static int threads(Network network, int processors) {
    return ThreadChoice.of(work(network), ThreadChoice.meetings(network), processors);
  }

  @Test
  void smallNetworksHaveOneThread() {
    assertThat(threads(BenchmarkNetworks.digits(100, 13), 8)).isEqualTo(1);
    assertThat(threads(TestNetworks.everything(), 8)).isEqualTo(1);
  }

  @Test
  void largeNetworksHaveAllProcessorsThatThereAre() {
    Network network = BenchmarkNetworks.brunel(12500, 5, 2, "1.5 ms");
    assertThat(threads(network, 2)).isEqualTo(2);
    assertThat(threads(network, 4)).isEqualTo(4);
  }

  @Test
  void meetingsAreRareWhereDelaysAreLong() {
    assertThat(ThreadChoice.meetings(BenchmarkNetworks.brunel(1000, 5, 2, "1.5 ms")))
        .isEqualTo(1 / 16.0);
    assertThat(ThreadChoice.meetings(TestNetworks.everything())).isGreaterThan(1);
  }

  @Test
  void slicesShareTheWork() {
    Network network = BenchmarkNetworks.digits(100, 13);
    Partition partition = Partition.of(work(network), 2);
    Work work = work(network);
    double first = 0;
    for (int p = 0; p < network.populations().size(); p++) {
      int[] bounds = partition.bounds(p);
      assertThat(bounds[0]).isZero();
      assertThat(bounds[1] % 64 == 0 || bounds[1] == bounds[2]).isTrue();
      assertThat(bounds[2]).isEqualTo(network.populations().get(p).size());
      first += work.ofPopulation(p) * bounds[1] / bounds[2];
    }
    assertThat(first / work.divisible()).isBetween(0.35, 0.65);
  }

  @Test
  void waysOfLearningDifferInTheirWork() {
    double summed = learning("w_max", "w_max");
    double repeated = learning("w_max - w", "w");
    double columns = learning("w_max - w + 0*other*w", "w");
    assertThat(repeated / summed).isBetween(1.2, 3.0);
    assertThat(columns / repeated).isBetween(2.0, 5.0);
  }

  private static double learning(String up, String down) {
    return work(LearningBenchmark.network(2000, "10 Hz", LearningBenchmark.rule(up, down)))
        .ofPopulation(1);
  }
}
