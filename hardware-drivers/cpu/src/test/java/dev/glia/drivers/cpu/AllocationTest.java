package dev.glia.drivers.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.InputBlock;
import dev.glia.api.device.OutputBlock;
import dev.glia.api.network.Network;
import dev.glia.v1.NetworkState;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllocationTest {
  private static final int TICKS = 1000;

  /** What advance itself needs. */
  private static final long ALLOWED = 16 * 1024;

  /** A tick's Poisson counts of 1,000 neurons: the compiler boxes a vector of each 64, or none. */
  private static final long POISSON = 4096;

  /** Lists may still grow in some of them, and on a busy machine the compiler takes its time. */
  private static final int BLOCKS = 80;

  /** Networks that learn without bounds are set back before their weights are too large. */
  private static final int LONGEST = 4 * TICKS;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Of this thread and all that a deployment has started. */
  private static long allocated() {
    LongStream crew =
        Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
            .filter(info -> info != null && info.getThreadName().startsWith("glia-cpu-crew-"))
            .mapToLong(info -> THREADS.getThreadAllocatedBytes(info.getThreadId()));
    return crew.sum() + THREADS.getCurrentThreadAllocatedBytes();
  }

  private static void assertNothingAllocated(Network network, int threads) throws Exception {
    assertThat(allocatedInABlock(network, threads, ALLOWED)).isLessThan(ALLOWED);
  }

  private static void assertNothingButPoissonCountsAllocated(Network network, int threads)
      throws Exception {
    long limit = ALLOWED + TICKS * POISSON;
    assertThat(allocatedInABlock(network, threads, limit)).isLessThan(limit);
  }

  /** The least of several blocks, the first that's below a limit if there is one. */
  private static long allocatedInABlock(Network network, int threads, long limit) throws Exception {
    OutputBlock out = new OutputBlock(network);
    try (Deployment deployment =
        new CpuDriver().devices().get(0).deploy(network, new DeployOptions(threads, Map.of()))) {
      NetworkState beginning = deployment.snapshot();
      for (int i = 0; i < 3; i++) {
        deployment.advance(TICKS, InputBlock.EMPTY, out);
      }
      long asking = allocated();
      asking = allocated() - asking;
      long least = Long.MAX_VALUE;
      for (int i = 0; i < BLOCKS && least >= limit; i++) {
        if (deployment.now() >= LONGEST) {
          deployment.restore(beginning);
        }
        long start = allocated();
        deployment.advance(TICKS, InputBlock.EMPTY, out);
        least = Math.min(least, allocated() - start - asking);
      }
      return least;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void tickOfEverythingAllocatesNothingButPoissonCounts(int threads) throws Exception {
    assertNothingButPoissonCountsAllocated(TestNetworks.everything(), threads);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void tickOfTheDigitsNetworkAllocatesNothing(int threads) throws Exception {
    assertNothingAllocated(BenchmarkNetworks.digits(100, 13), threads);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void tickOfBrunelsNetworkAllocatesNothingButPoissonCounts(int threads) throws Exception {
    assertNothingButPoissonCountsAllocated(BenchmarkNetworks.brunel(1000, 5, 2, "1.5 ms"), threads);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void tickWithManyDelaysAllocatesNothing(int threads) throws Exception {
    for (int circuit = 0; circuit < 4; circuit++) {
      assertNothingAllocated(new RandomCircuit(circuit).network(), threads);
    }
  }
}
