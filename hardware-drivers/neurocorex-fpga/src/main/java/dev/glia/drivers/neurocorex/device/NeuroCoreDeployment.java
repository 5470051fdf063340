package dev.glia.drivers.neurocorex.device;

import static dev.glia.drivers.neurocorex.device.Arguments.require;
import static dev.glia.drivers.neurocorex.device.Arguments.requireNumbers;

import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeploymentReport;
import dev.glia.api.device.DeviceException;
import dev.glia.api.device.DeviceLostException;
import dev.glia.api.device.InputBlock;
import dev.glia.api.device.OutputBlock;
import dev.glia.api.network.Network;
import dev.glia.api.network.Population;
import dev.glia.api.network.Values;
import dev.glia.drivers.interpreter.Door;
import dev.glia.drivers.neurocorex.core.State;
import dev.glia.drivers.neurocorex.mapping.Dialect;
import dev.glia.drivers.neurocorex.mapping.NetworkMapper;
import dev.glia.drivers.neurocorex.mapping.Plan;
import dev.glia.drivers.neurocorex.mapping.Wire;
import dev.glia.v1.NetworkState;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** A network on a core: sources run on the host, everything else on the device. */
final class NeuroCoreDeployment implements Deployment {
  private final HostMirror mirror;
  private final CoreAccess access;
  private final TickLoop ticks;
  private final Readings readings;
  private final Runnable end;
  private final Door door = new Door();
  private boolean closed;

  NeuroCoreDeployment(String device, Plan plan, Core core, Readings readings, Runnable end)
      throws IOException, DeviceException {
    this.readings = readings;
    this.end = end;
    mirror = new HostMirror(plan, new SourceHost(plan.placement()));
    access = new CoreAccess(device, core, mirror, readings);
    ticks = new TickLoop(mirror, access, readings);
    if (core.refusal(Core.Request.SET_STATE).isEmpty()) {
      State start = new State();
      new States(mirror).start(start);
      core.writeNeurons(start);
    }
  }

  @Override
  public Network network() {
    try (Door.Visit visit = door.enter()) {
      return mirror.network;
    }
  }

  @Override
  public long now() {
    try (Door.Visit visit = door.enter()) {
      return mirror.now;
    }
  }

  @Override
  public int maxBlock() {
    try (Door.Visit visit = door.enter()) {
      return TickLoop.MAX_BLOCK;
    }
  }

  @Override
  public void advance(int count, InputBlock in, OutputBlock out) throws DeviceLostException {
    try (Door.Visit visit = door.enter()) {
      ticks.advance(count, in, out);
    }
  }

  @Override
  public void setParameter(String population, String parameter, double[] values)
      throws DeviceLostException {
    try (Door.Visit visit = door.enter()) {
      if (!mirror.isOnCore(population)) {
        mirror.sources.deployment.setParameter(population, parameter, values);
        return;
      }
      Population of = mirror.network.population(population);
      require(
          of.program().parameters().stream().anyMatch(p -> p.name().equals(parameter)),
          "population %s has no parameter '%s'".formatted(population, parameter));
      requireNumbers(values, of.size(), parameter);
      access.permit(Core.Request.SET_PARAMETERS);
      Map<String, Values> changed = new HashMap<>(mirror.parameters.get(population));
      changed.put(parameter, values.length == 1 ? Values.shared(values[0]) : Values.each(values));
      Map<String, Map<String, Values>> next = new HashMap<>(mirror.parameters);
      next.put(population, changed);
      Plan replanned =
          NetworkMapper.plan(mirror.network, mirror.sameScale(), next, Dialect.CHECKED);
      access.tell(core -> core.replan(replanned));
      mirror.parameters.put(population, changed);
    }
  }

  @Override
  public void setState(String population, String variable, double[] values)
      throws DeviceLostException {
    try (Door.Visit visit = door.enter()) {
      if (!mirror.isOnCore(population)) {
        mirror.sources.deployment.setState(population, variable, values);
        return;
      }
      requireNumbers(values, mirror.network.population(population).size(), variable);
      access.permit(Core.Request.SET_STATE);
      access.tell(
          core -> {
            State state = new State();
            core.readNeurons(state);
            new States(mirror).set(population, variable, values, state);
            core.writeNeurons(state);
          });
    }
  }

  @Override
  public void setLearning(String projection, boolean on) throws DeviceLostException {
    try (Door.Visit visit = door.enter()) {
      Wire wire = mirror.wire(projection);
      if (mirror.windows.containsKey(wire) && mirror.windows.get(wire).on != on) {
        access.permit(Core.Request.FREEZE);
        access.tell(core -> mirror.setLearning(wire, on, core));
      }
    }
  }

  @Override
  public void raise(String projection, String event) {
    try (Door.Visit visit = door.enter()) {
      mirror.wire(projection); // no rule that fits listens to events
    }
  }

  @Override
  public long synapses(String projection) {
    try (Door.Visit visit = door.enter()) {
      return mirror.wire(projection).count();
    }
  }

  @Override
  public float[] readWeights(String projection) throws DeviceLostException {
    try (Door.Visit visit = door.enter()) {
      Wire wire = mirror.wire(projection);
      byte[] stored = access.ask(core -> core.readWeights(wire));
      float[] weights = new float[stored.length];
      for (int s = 0; s < stored.length; s++) {
        weights[s] = mirror.plan.weight(stored[s]);
      }
      return weights;
    }
  }

  @Override
  public void writeWeights(String projection, float[] weights) throws DeviceLostException {
    try (Door.Visit visit = door.enter()) {
      Wire wire = mirror.wire(projection);
      require(
          weights.length == wire.count(),
          "projection %s has %d weights, given %d"
              .formatted(projection, wire.count(), weights.length));
      byte[] stored = new byte[weights.length];
      for (int s = 0; s < stored.length; s++) {
        require(!Float.isNaN(weights[s]), "a weight of " + projection + " is NaN");
        stored[s] = mirror.plan.weight(weights[s]);
      }
      access.permit(Core.Request.WRITE_WEIGHTS);
      access.tell(core -> core.writeWeights(wire, stored));
    }
  }

  @Override
  public NetworkState snapshot() throws DeviceLostException {
    try (Door.Visit visit = door.enter()) {
      access.requireGoing();
      access.permit(Core.Request.SNAPSHOT);
      NetworkState ofSources = mirror.sources.deployment.snapshot();
      return access.ask(core -> new States(mirror).take(core, ofSources));
    }
  }

  @Override
  public void restore(NetworkState state) throws DeviceLostException {
    try (Door.Visit visit = door.enter()) {
      StateRestoration restoration = new StateRestoration(mirror, state);
      restoration.check();
      access.permit(Core.Request.RESTORE);
      mirror.sources.restore(state);
      access.tell(restoration::apply);
    }
  }

  @Override
  public DeploymentReport report() {
    try (Door.Visit visit = door.enter()) {
      return PlacementReport.of(mirror.plan, access.core);
    }
  }

  @Override
  public void close() {
    door.close();
    if (!closed) {
      closed = true;
      access.core.close().ifPresent(readings::doubted);
      mirror.sources.close();
      end.run();
    }
  }
}
