package dev.glia.drivers.cpu;

import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeviceException;
import dev.glia.api.device.InputBlock;
import dev.glia.api.device.OutputBlock;
import dev.glia.api.network.Network;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A tick of 4,096 neurons without synapses: drives, state, threshold, list of spikes, reset. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 5, time = 1)
public class StateStep {
  private static final int TICKS = 1000;

  @Param({
    "lif",
    "lif-delta",
    "lif-poisson",
    "lif-adaptive",
    "izhikevich",
    "hodgkin-huxley",
    "poisson",
    "fitzhugh-nagumo"
  })
  public String model;

  private Deployment deployment;
  private OutputBlock out;

  @Setup
  public void deploy() throws DeviceException {
    Network network = KernelNetworks.of(model);
    deployment = new CpuDriver().devices().get(0).deploy(network, new DeployOptions(1, Map.of()));
    out = new OutputBlock(network);
  }

  @TearDown
  public void close() {
    deployment.close();
  }

  @Benchmark
  @OperationsPerInvocation(TICKS)
  public void tick() throws DeviceException {
    deployment.advance(TICKS, InputBlock.EMPTY, out);
  }
}
