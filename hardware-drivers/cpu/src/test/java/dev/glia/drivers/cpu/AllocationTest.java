package dev.glia.drivers.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.InputBlock;
import dev.glia.api.device.OutputBlock;
import dev.glia.api.network.Network;
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

  /** Lists may still grow in some of them, and on a busy machine the compiler takes its time. */
  private static final int BLOCKS = 80;

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
    assertThat(allocatedInABlock(network, threads)).isLessThan(ALLOWED);
  }

  /** The least of several blocks, the first that's below what is allowed if there is one. */
  private static long allocatedInABlock(Network network, int threads) throws Exception {
    OutputBlock out = new OutputBlock(network);
    try (Deployment deployment =
        new CpuDriver().devices().get(0).deploy(network, new DeployOptions(threads, Map.of()))) {
      for (int i = 0; i < 3; i++) {
        deployment.advance(TICKS, InputBlock.EMPTY, out);
      }
      long asking = allocated();
      asking = allocated() - asking;
      long least = Long.MAX_VALUE;
      for (int i = 0; i < BLOCKS && least >= ALLOWED; i++) {
        long start = allocated();
        deployment.advance(TICKS, InputBlock.EMPTY, out);
        least = Math.min(least, allocated() - start - asking);
      }
      return least;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void tickOfEverythingAllocatesNothing(int threads) throws Exception {
    assertNothingAllocated(TestNetworks.everything(), threads);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void tickOfTheDigitsNetworkAllocatesNothing(int threads) throws Exception {
    assertNothingAllocated(BenchmarkNetworks.digits(100, 13), threads);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void tickOfBrunelsNetworkAllocatesNothing(int threads) throws Exception {
    assertNothingAllocated(BenchmarkNetworks.brunel(1000, 5, 2, "1.5 ms"), threads);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void tickWithManyDelaysAllocatesNothing(int threads) throws Exception {
    for (int circuit = 0; circuit < 4; circuit++) {
      assertNothingAllocated(new RandomCircuit(circuit).network(), threads);
    }
  }
}
