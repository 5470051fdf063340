package dev.glia.drivers.interpreter;

import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeploymentReport;
import dev.glia.api.device.DeviceLostException;
import dev.glia.api.device.InputBlock;
import dev.glia.api.device.OutputBlock;
import dev.glia.api.network.Network;
import dev.glia.api.network.Population;
import dev.glia.v1.NetworkState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A network in the interpreter: checks what callers give, and lets the simulation do the rest. */
final class InterpretedDeployment implements Deployment {
  private static final int MAX_BLOCK = 1_000_000;

  private final Network network;
  private final Simulation simulation;
  private final InterpretedNetwork.Host host;
  private final Door door = new Door();
  private boolean closed;

  InterpretedDeployment(Network network, Simulation simulation, InterpretedNetwork.Host host) {
    this.network = network;
    this.simulation = simulation;
    this.host = host;
  }

  @Override
  public Network network() {
    try (Door.Visit visit = door.enter()) {
      return network;
    }
  }

  @Override
  public long now() {
    try (Door.Visit visit = door.enter()) {
      return simulation.clock.tick;
    }
  }

  @Override
  public int maxBlock() {
    try (Door.Visit visit = door.enter()) {
      return MAX_BLOCK;
    }
  }

  @Override
  public void advance(int ticks, InputBlock in, OutputBlock out) throws DeviceLostException {
    try (Door.Visit visit = door.enter()) {
      check(ticks, in, out);
      host.check();
      out.clear();
      for (int i = 0; i < ticks; i++) {
        simulation.tick(in, out);
      }
    } catch (LinkLost e) {
      throw e.loss();
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
    long now = simulation.clock.tick;
    for (int i = 0; i < in.size(); i++) {
      if (in.tick(i) <= now || in.tick(i) > now + ticks) {
        throw new IllegalArgumentException(
            "a spike is forced at tick %d, outside this block's %d to %d"
                .formatted(in.tick(i), now + 1, now + ticks));
      }
      int p = in.population(i);
      if (p < 0 || p >= network.populations().size()) {
        throw new IllegalArgumentException("a spike is forced in population " + p + " of none");
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
    try (Door.Visit visit = door.enter()) {
      Cells cells = cells(population);
      cells.parameters.column(parameter);
      cells.parameters.put(parameter, oneOrEach(values, cells.population.size(), parameter));
      cells.deriveCoefficients();
    }
  }

  @Override
  public void setState(String population, String variable, double[] values) {
    try (Door.Visit visit = door.enter()) {
      Cells cells = cells(population);
      double[] column = cells.state.column(variable);
      double[] given = oneOrEach(values, column.length, variable);
      for (int i = 0; i < column.length; i++) {
        column[i] = given.length == 1 ? given[0] : given[i];
      }
    }
  }

  private static double[] oneOrEach(double[] values, int size, String name) {
    if (values.length != 1 && values.length != size) {
      throw new IllegalArgumentException(
          "%s takes 1 value or %d, given %d".formatted(name, size, values.length));
    }
    if (Arrays.stream(values).anyMatch(Double::isNaN)) {
      throw new IllegalArgumentException(name + " can't be NaN");
    }
    return values.clone();
  }

  @Override
  public void setLearning(String projection, boolean on) {
    try (Door.Visit visit = door.enter()) {
      wires(projection).plasticity().ifPresent(plasticity -> plasticity.on = on);
    }
  }

  @Override
  public void raise(String projection, String event) {
    try (Door.Visit visit = door.enter()) {
      wires(projection)
          .plasticity()
          .filter(plasticity -> plasticity.on)
          .ifPresent(plasticity -> plasticity.raise(event));
    }
  }

  @Override
  public long synapses(String projection) {
    try (Door.Visit visit = door.enter()) {
      return wires(projection).synapses().count();
    }
  }

  @Override
  public float[] readWeights(String projection) {
    try (Door.Visit visit = door.enter()) {
      double[] weight = wires(projection).synapses().weight;
      float[] copy = new float[weight.length];
      for (int s = 0; s < weight.length; s++) {
        copy[s] = (float) weight[s];
      }
      return copy;
    }
  }

  @Override
  public void writeWeights(String projection, float[] weights) throws DeviceLostException {
    try (Door.Visit visit = door.enter()) {
      Wires wires = wires(projection);
      double[] weight = wires.synapses().weight;
      if (weights.length != weight.length) {
        throw new IllegalArgumentException(
            "projection %s has %d weights, given %d"
                .formatted(projection, weight.length, weights.length));
      }
      for (float each : weights) {
        if (Float.isNaN(each)) {
          throw new IllegalArgumentException("a weight of projection " + projection + " is NaN");
        }
      }
      double[] replaced = new double[weight.length];
      for (int s = 0; s < weight.length; s++) {
        replaced[s] = weights[s];
      }
      wires.replaceWeights(replaced);
      wires.weightsReplaced = true;
    } catch (LinkLost e) {
      throw e.loss();
    }
  }

  @Override
  public NetworkState snapshot() {
    try (Door.Visit visit = door.enter()) {
      return Snapshots.take(simulation);
    }
  }

  @Override
  public void restore(NetworkState state) throws DeviceLostException {
    try (Door.Visit visit = door.enter()) {
      new Restoration(simulation, state).apply();
    } catch (LinkLost e) {
      throw e.loss();
    }
  }

  @Override
  public DeploymentReport report() {
    try (Door.Visit visit = door.enter()) {
      List<DeploymentReport.Entry> entries = new ArrayList<>();
      for (Cells cells : simulation.populations) {
        long size = cells.population.size();
        long bytes = size * (4 + 8L * cells.state.all().size());
        entries.add(
            new DeploymentReport.Entry(
                "population " + cells.population.name(), "interpreted, float64", size, bytes));
      }
      for (Wires wires : simulation.projections) {
        long count = wires.synapses().count();
        entries.add(
            new DeploymentReport.Entry(
                "projection " + wires.projection().name(),
                wires.form(),
                count,
                count * (4 * Integer.BYTES + Double.BYTES)));
      }
      return new DeploymentReport(1, entries);
    }
  }

  private Cells cells(String population) {
    return simulation.populations.stream()
        .filter(cells -> cells.population.name().equals(population))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("there's no population '" + population + "'"));
  }

  private Wires wires(String projection) {
    return simulation.projections.stream()
        .filter(wires -> wires.projection().name().equals(projection))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("there's no projection '" + projection + "'"));
  }

  @Override
  public void close() {
    door.close();
    if (!closed) {
      closed = true;
      host.close();
    }
  }
}
