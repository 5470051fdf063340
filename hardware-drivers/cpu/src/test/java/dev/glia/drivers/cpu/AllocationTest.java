package dev.glia.drivers.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.InputBlock;
import dev.glia.api.device.OutputBlock;
import dev.glia.api.network.Network;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class AllocationTest {
  private static final int TICKS = 1000;

  /** Growth of lists that have never been so long before, and what advance itself needs. */
  private static final long ALLOWED = 64 * 1024;

  private static long allocatedByAThousandTicks(Network network, int before) throws Exception {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    OutputBlock out = new OutputBlock(network);
    try (Deployment deployment =
        new CpuDriver().devices().get(0).deploy(network, DeployOptions.DEFAULT)) {
      for (int i = 0; i < before; i++) {
        deployment.advance(TICKS, InputBlock.EMPTY, out);
      }
      long start = threads.getCurrentThreadAllocatedBytes();
      deployment.advance(TICKS, InputBlock.EMPTY, out);
      return threads.getCurrentThreadAllocatedBytes() - start;
    }
  }

  @Test
  void tickOfEverythingAllocatesNothing() throws Exception {
    assertThat(allocatedByAThousandTicks(TestNetworks.everything(), 3)).isLessThan(ALLOWED);
  }

  @Test
  void tickOfTheDigitsNetworkAllocatesNothing() throws Exception {
    assertThat(allocatedByAThousandTicks(BenchmarkNetworks.digits(100, 13), 3)).isLessThan(ALLOWED);
  }
}
