package dev.glia.studies.hardware.neurocorex;

import dev.glia.api.component.Fault;
import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.Device;
import dev.glia.api.device.DeviceException;
import dev.glia.api.device.DeviceLostException;
import dev.glia.api.device.Gauge;
import dev.glia.api.device.HardwareDriver;
import dev.glia.api.device.InputBlock;
import dev.glia.api.device.OutputBlock;
import dev.glia.api.network.Network;
import dev.glia.api.network.Probe;
import dev.glia.api.study.CellContext;
import dev.glia.v1.Telemetry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A network on the virtual FPGA board, found by its name in the catalog, and how to play it. */
final class Core implements AutoCloseable {
  private static final String DRIVER = "neurocorex-fpga";
  private static final String DEVICE = "virtual";

  /** Cells run side by side, and there's one board. */
  private static final Semaphore BOARD = new Semaphore(1, true);

  final Deployment deployment;
  private final Runnable leave;
  private final Supplier<double[]> meter;
  private double[] mark;
  private final int watched; // index of the probe of what is projected to
  private final InputBlock in = new InputBlock();
  private final OutputBlock out;

  /** On whatever it's deployed on already. */
  Core(Deployment deployment) {
    this(deployment, () -> {}, () -> new double[2]);
  }

  private Core(Deployment deployment, Runnable leave, Supplier<double[]> meter) {
    this.deployment = deployment;
    this.leave = leave;
    this.meter = meter;
    mark = meter.get();
    Network network = deployment.network();
    String target = network.projections().getFirst().target();
    watched = network.probes().stream().map(Probe::population).toList().indexOf(target);
    out = new OutputBlock(deployment.network());
  }

  /** On the board, when no other cell is. */
  static Core on(CellContext context, Network network) throws DeviceException {
    HardwareDriver driver = context.component(HardwareDriver.class, DRIVER);
    Device device =
        driver.devices().stream()
            .filter(each -> each.id().startsWith(DEVICE))
            .findFirst()
            .orElseThrow(
                () -> new Fault(Fault.Kind.MISSING, DRIVER + ":" + DEVICE + " isn't there"));
    BOARD.acquireUninterruptibly();
    boolean deployed = false;
    try {
      double[] before = seconds(device);
      Deployment deployment = device.deploy(network, DeployOptions.DEFAULT);
      deployed = true;
      Core core = new Core(deployment, BOARD::release, () -> seconds(device));
      core.mark = before;
      return core;
    } finally {
      if (!deployed) {
        BOARD.release();
      }
    }
  }

  /** The same network as a file of the study's describes, on its own target and on the board. */
  static Core on(CellContext context, String file, List<String> settings) throws DeviceException {
    try (Deployment plan = context.deploy(file, settings)) {
      return on(context, plan.network());
    }
  }

  private static double[] seconds(Device device) {
    return Stream.of(Gauge.WIRE_TIME, Gauge.COMPUTE_TIME)
        .mapToDouble(
            gauge ->
                device.telemetry().getReadingsList().stream()
                    .filter(reading -> reading.getName().equals(gauge.symbol()))
                    .mapToDouble(Telemetry.Reading::getValue)
                    .sum())
        .toArray();
  }

  /** Seconds on the wire, and of computing, since the last call; at first since it's there. */
  double[] cost() {
    double[] now = meter.get();
    double[] cost = {now[0] - mark[0], now[1] - mark[1]};
    mark = now;
    return cost;
  }

  /** A forced spike. */
  record Event(long tick, String population, int neuron) {}

  /** Runs on; returns the spikes of what is projected to, as ticks from now and neurons. */
  List<long[]> play(int ticks, List<Event> events) throws DeviceLostException {
    List<long[]> spikes = new ArrayList<>();
    long begin = deployment.now();
    int next = 0;
    while (deployment.now() < begin + ticks) {
      long now = deployment.now();
      int block = (int) Math.min(deployment.maxBlock(), begin + ticks - now);
      in.clear();
      for (; next < events.size() && events.get(next).tick() + begin <= now + block; next++) {
        Event event = events.get(next);
        in.add(begin + event.tick(), index(event.population()), event.neuron());
      }
      deployment.advance(block, in, out);
      OutputBlock.Record record = out.record(watched);
      for (int i = 0; i < record.spikes(); i++) {
        spikes.add(new long[] {record.spikeTick(i) - begin, record.spikeNeuron(i)});
      }
    }
    return spikes;
  }

  private int index(String population) {
    Network network = deployment.network();
    return network.populations().indexOf(network.population(population));
  }

  @Override
  public void close() {
    deployment.close();
    leave.run();
  }
}
