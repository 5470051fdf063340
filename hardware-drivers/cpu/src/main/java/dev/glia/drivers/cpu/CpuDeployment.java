package dev.glia.drivers.cpu;

import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeploymentReport;
import dev.glia.api.device.InputBlock;
import dev.glia.api.device.OutputBlock;
import dev.glia.api.device.Rewindable;
import dev.glia.api.network.Network;
import dev.glia.api.network.Population;
import dev.glia.drivers.cpu.simd.VectorSupport;
import dev.glia.v1.NetworkState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

/** A network in the engine: checks what callers give, and lets the simulation do the rest. */
final class CpuDeployment implements Deployment, Rewindable {
  private static final int MAX_BLOCK = 10_000;

  private final Network network;
  private final Simulation simulation;
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile boolean closed;
  private CpuMark mark;
  private boolean broken;

  CpuDeployment(Network network, Simulation simulation) {
    this.network = network;
    this.simulation = simulation;
  }

  private void enter() {
    if (!busy.compareAndSet(false, true)) {
      throw new IllegalStateException("another thread is using this deployment");
    }
    if (closed) {
      busy.set(false);
      throw new IllegalStateException("this deployment is closed");
    }
  }

  private void leave() {
    busy.set(false);
  }

  @Override
  public Network network() {
    enter();
    leave();
    return network;
  }

  @Override
  public long now() {
    enter();
    try {
      return simulation.now();
    } finally {
      leave();
    }
  }

  @Override
  public int maxBlock() {
    enter();
    leave();
    return MAX_BLOCK;
  }

  @Override
  public void advance(int ticks, InputBlock in, OutputBlock out) {
    enter();
    try {
      if (broken) {
        throw new IllegalStateException("the network has blown up; only close() is useful now");
      }
      check(ticks, in, out);
      broken = true;
      simulation.advance(ticks, in, out);
      broken = false;
    } finally {
      leave();
    }
  }

  private void check(int ticks, InputBlock in, OutputBlock out) {
    if (ticks < 1 || ticks > MAX_BLOCK) {
      throw new IllegalArgumentException(
          "a block is 1 to " + MAX_BLOCK + " ticks long, given " + ticks);
    }
    if (!out.probes().equals(network.probes())) {
      throw new IllegalArgumentException("the output block was made for other probes");
    }
    long now = simulation.now();
    for (int i = 0; i < in.size(); i++) {
      if (in.tick(i) <= now || in.tick(i) > now + ticks) {
        throw new IllegalArgumentException(
            "a spike is forced at tick %d, outside this block's %d to %d"
                .formatted(in.tick(i), now + 1, now + ticks));
      }
      int p = in.population(i);
      if (p < 0 || p >= network.populations().size()) {
        throw new IllegalArgumentException("there is no population number " + p);
      }
      Population population = network.populations().get(p);
      if (in.neuron(i) < 0 || in.neuron(i) >= population.size()) {
        throw new IllegalArgumentException(
            "a spike is forced in %s[%d], which has %d neurons"
                .formatted(population.name(), in.neuron(i), population.size()));
      }
    }
  }

  @Override
  public void setParameter(String population, String parameter, double[] values) {
    enter();
    try {
      if (cells(population).setParameter(parameter, values)) {
        simulation.rebind();
      } else {
        simulation.takeParameters();
      }
    } finally {
      leave();
    }
  }

  @Override
  public void setState(String population, String variable, double[] values) {
    enter();
    try {
      cells(population).setState(variable, values);
    } finally {
      leave();
    }
  }

  @Override
  public void setLearning(String projection, boolean on) {
    enter();
    try {
      wires(projection).setLearning(on);
    } finally {
      leave();
    }
  }

  @Override
  public void raise(String projection, String event) {
    enter();
    try {
      Wires wires = wires(projection);
      if (wires.isLearning()) {
        int number = simulation.projections().indexOf(wires);
        for (int t = 0; t < simulation.threads(); t++) {
          simulation.worker(t).wires()[number].learner().raise(event);
        }
      }
    } finally {
      leave();
    }
  }

  @Override
  public long synapses(String projection) {
    enter();
    try {
      return wires(projection).count();
    } finally {
      leave();
    }
  }

  @Override
  public float[] readWeights(String projection) {
    enter();
    try {
      return Weights.read(wires(projection));
    } finally {
      leave();
    }
  }

  @Override
  public void writeWeights(String projection, float[] weights) {
    enter();
    try {
      Wires wires = wires(projection);
      if (weights.length != wires.count()) {
        throw new IllegalArgumentException(
            "projection %s has %d weights, given %d"
                .formatted(projection, wires.count(), weights.length));
      }
      for (float each : weights) {
        if (Float.isNaN(each)) {
          throw new IllegalArgumentException("a weight of projection " + projection + " is NaN");
        }
      }
      wires.setWeightsReplaced(true);
      if (Weights.write(wires, weights)) {
        simulation.rebind();
      }
    } finally {
      leave();
    }
  }

  @Override
  public NetworkState snapshot() {
    enter();
    try {
      return new CpuSnapshot(simulation).take();
    } finally {
      leave();
    }
  }

  @Override
  public void restore(NetworkState state) {
    enter();
    try {
      new CpuRestoration(simulation, state).apply();
    } finally {
      leave();
    }
  }

  @Override
  public void mark() {
    enter();
    try {
      mark = new CpuMark(simulation);
    } finally {
      leave();
    }
  }

  @Override
  public void rewind(long tick) {
    enter();
    try {
      if (mark == null) {
        throw new IllegalStateException("no state was marked to return to");
      }
      if (tick < 0) {
        throw new IllegalArgumentException("tick must not be negative, given " + tick);
      }
      mark.rewind(tick);
    } finally {
      leave();
    }
  }

  @Override
  public DeploymentReport report() {
    enter();
    try {
      List<DeploymentReport.Entry> entries = new ArrayList<>();
      for (int p = 0; p < simulation.populations().size(); p++) {
        Cells cells = simulation.populations().get(p);
        entries.add(
            new DeploymentReport.Entry(
                "population " + cells.name(),
                "compiled, float32, " + VectorSupport.lanes() + " lanes",
                cells.size(),
                cells.bytes()));
      }
      for (int i = 0; i < simulation.projections().size(); i++) {
        entries.add(entry(i));
      }
      return new DeploymentReport(simulation.threads(), entries);
    } finally {
      leave();
    }
  }

  private DeploymentReport.Entry entry(int number) {
    Wires wires = simulation.projections().get(number);
    long bytes = 0;
    for (int t = 0; t < simulation.threads(); t++) {
      WireSlice slice = simulation.worker(t).wires()[number];
      bytes += wires.synapses(t).bytes();
      bytes += slice.learner() == null ? 0 : slice.learner().bytes();
    }
    String form = wires.synapses(0).form();
    return new DeploymentReport.Entry(
        "projection " + wires.name(), form + remark(wires), wires.count(), bytes);
  }

  private static String remark(Wires wires) {
    if (wires.projection().learning().isPresent()) {
      return ", learning" + path(wires);
    }
    return String.format(Locale.ROOT, ", about %.2f ns an event", wires.choice().nanosPerEvent());
  }

  /** Where a learning projection is visited. */
  private static String path(Wires wires) {
    if (wires.deferredPost().form() != null) {
      return " by rows";
    }
    String reason = wires.deferredPost().reason();
    return reason.isEmpty() ? "" : " by rows and columns: " + reason;
  }

  private Cells cells(String population) {
    return simulation.populations().stream()
        .filter(cells -> cells.name().equals(population))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("there's no population '" + population + "'"));
  }

  private Wires wires(String projection) {
    return simulation.projections().stream()
        .filter(wires -> wires.name().equals(projection))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("there's no projection '" + projection + "'"));
  }

  @Override
  public void close() {
    if (!busy.compareAndSet(false, true)) {
      throw new IllegalStateException("another thread is using this deployment");
    }
    try {
      if (!closed) {
        closed = true;
        simulation.close();
      }
    } finally {
      leave();
    }
  }
}
