package dev.glia.drivers.neurocorex.device;

import dev.glia.api.device.DeployOptions;
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
import dev.glia.drivers.neurocorex.core.Bits;
import dev.glia.drivers.neurocorex.core.Fixed;
import dev.glia.drivers.neurocorex.core.State;
import dev.glia.drivers.neurocorex.mapping.Dialect;
import dev.glia.drivers.neurocorex.mapping.NetworkMapper;
import dev.glia.drivers.neurocorex.mapping.Plan;
import dev.glia.drivers.neurocorex.mapping.Wire;
import dev.glia.v1.NetworkState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A network on a core: sources run on the host, everything else on the device. */
final class NeuroCoreDeployment implements Deployment {
  private static final int MAX_BLOCK = 100_000;

  final Plan plan;
  final SourceHost sources;
  final Core core;
  final Map<Wire, Windows> windows = new HashMap<>();

  /** Parameters of populations on the core, as they are now. */
  final Map<String, Map<String, Values>> parameters = new HashMap<>();

  /** Who spiked on the core in the last tick. */
  final Bits spikes = new Bits();

  long now;

  private final String device;
  private final Network network;
  private final Readings readings;
  private final Runnable end;
  private final Recorder recorder;
  private final Door door = new Door();
  private boolean closed;

  /** Why it can't go on; empty while it can. */
  private Optional<String> ended = Optional.empty();

  NeuroCoreDeployment(String device, Plan plan, Core core, Readings readings, Runnable end)
      throws IOException, DeviceException {
    this.device = device;
    this.plan = plan;
    this.readings = readings;
    this.end = end;
    network = plan.placement().network();
    sources = new SourceHost(plan.placement());
    this.core = core;
    recorder = new Recorder(this, network);
    for (int p : plan.placement().firstNeurons().keySet()) {
      Population population = network.populations().get(p);
      parameters.put(population.name(), new HashMap<>(population.parameters()));
    }
    for (Wire wire : plan.placement().wires()) {
      if (wire.projection.learning().isPresent()) {
        windows.put(wire, new Windows(plan, wire));
      }
    }
    if (core.refusal(Core.Request.SET_STATE).isEmpty()) {
      State start = new State();
      new States(this).start(start);
      core.writeNeurons(start);
    }
  }

  private void permit(Core.Request request) {
    core.refusal(request)
        .ifPresent(
            why -> {
              throw new UnsupportedOperationException(why);
            });
  }

  private void requireGoing() {
    ended.ifPresent(
        why -> {
          throw new UnsupportedOperationException(why);
        });
  }

  /** Something that needs the device. */
  interface Task<T> {
    T run() throws IOException;
  }

  <T> T onDevice(Task<T> task) throws DeviceLostException {
    try {
      return task.run();
    } catch (IOException e) {
      readings.lost();
      throw new DeviceLostException(
          "%s is lost: %s; the network's last whole tick was %d"
              .formatted(device, e.getMessage(), now),
          e);
    }
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
      return now;
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
      requireGoing();
      out.clear();
      long last = now + ticks;
      sources.advance(ticks, in);
      try {
        while (now < last) {
          int steps = (int) Math.min(core.maxSteps(), recorder.nextTrace(last) - now);
          run(steps, in, out);
          recorder.trace(out);
        }
      } catch (UnsupportedOperationException e) {
        ended =
            Optional.of(
                "%s can't go on: %s; the network's last whole tick was %d"
                    .formatted(device, e.getMessage(), now));
        requireGoing();
      }
      recorder.copyTracesOfSources(out);
      sources.forgetOldSpikes(now);
    }
  }

  private void check(int ticks, InputBlock in, OutputBlock out) {
    if (ticks < 1 || ticks > MAX_BLOCK) {
      throw new IllegalArgumentException(
          "a block is 1 to %d ticks long, given %d".formatted(MAX_BLOCK, ticks));
    }
    if (!out.probes().equals(network.probes())) {
      throw new IllegalArgumentException("the output block was made for other probes");
    }
    for (int i = 0; i < in.size(); i++) {
      int p = in.population(i);
      if (in.tick(i) <= now || in.tick(i) > now + ticks) {
        throw new IllegalArgumentException(
            "a spike is forced at tick %d, outside this block's %d to %d"
                .formatted(in.tick(i), now + 1, now + ticks));
      }
      if (p < 0
          || p >= network.populations().size()
          || in.neuron(i) < 0
          || in.neuron(i) >= network.populations().get(p).size()) {
        throw new IllegalArgumentException(
            "a spike is forced on neuron %d of population %d, which isn't there"
                .formatted(in.neuron(i), p));
      }
      if (plan.placement().firstNeurons().containsKey(p)) {
        permit(Core.Request.FORCE_SPIKES);
      }
    }
  }

  private void run(int steps, InputBlock in, OutputBlock out) throws DeviceLostException {
    Bits[] events = new Bits[steps];
    Bits[] forced = new Bits[steps];
    for (int i = 0; i < steps; i++) {
      events[i] = new Bits();
      forced[i] = new Bits();
      sources.events(now + i, events[i]);
    }
    for (int i = 0; i < in.size(); i++) {
      Integer first = plan.placement().firstNeurons().get(in.population(i));
      if (first != null && in.tick(i) > now && in.tick(i) <= now + steps) {
        forced[(int) (in.tick(i) - now - 1)].add(first + in.neuron(i));
      }
    }
    Bits[] spiking = onDevice(() -> core.run(events, forced));
    for (int i = 0; i < steps; i++) {
      countWindows();
      spikes.set(spiking[i]);
      now++;
      recorder.record(out);
    }
    readings.ran(steps, spiking);
  }

  /** What the tick that begins now does to windows; before its own spikes are known. */
  private void countWindows() {
    windows.forEach(
        (wire, each) -> {
          for (int b = 0; b < wire.branchSource.length; b++) {
            if (arrives(wire, b)) {
              each.arrive(b);
            }
          }
          int first = firstNeuron(wire.projection.target());
          for (int i = 0; i < each.post.length; i++) {
            if (spikes.has(first + i)) {
              each.spike(i);
            }
          }
          each.tick();
        });
  }

  private boolean arrives(Wire wire, int branch) {
    int source = wire.branchSource[branch];
    if (!wire.isFromInputs()) {
      return spikes.has(firstNeuron(wire.projection.source()) + source);
    }
    int p = index(wire.projection.source());
    return Arrays.binarySearch(sources.spikes(p, now - wire.branchDelay[branch]), source) >= 0;
  }

  int index(String population) {
    return network.populations().indexOf(network.population(population));
  }

  int firstNeuron(String population) {
    return plan.placement().firstNeurons().get(index(population));
  }

  @Override
  public void setParameter(String population, String parameter, double[] values)
      throws DeviceLostException {
    try (Door.Visit visit = door.enter()) {
      Map<String, Values> own = parameters.get(population);
      if (own == null) {
        sources.deployment.setParameter(population, parameter, values);
        return;
      }
      Population of = network.population(population);
      require(
          of.program().parameters().stream().anyMatch(p -> p.name().equals(parameter)),
          "population %s has no parameter '%s'".formatted(population, parameter));
      checkNumbers(values, of.size(), parameter);
      permit(Core.Request.SET_PARAMETERS);
      Map<String, Map<String, Values>> next = new HashMap<>(parameters);
      Map<String, Values> changed = new HashMap<>(own);
      changed.put(parameter, values.length == 1 ? Values.shared(values[0]) : Values.each(values));
      next.put(population, changed);
      DeployOptions same =
          new DeployOptions(0, Map.of(NetworkMapper.SCALE, Double.toString(plan.scale())));
      Plan replanned = NetworkMapper.plan(network, same, next, Dialect.CHECKED);
      onDevice(
          () -> {
            core.replan(replanned);
            return null;
          });
      parameters.put(population, changed);
    }
  }

  static void checkNumbers(double[] values, int size, String name) {
    require(
        values.length == 1 || values.length == size,
        "%s takes 1 value or %d, given %d".formatted(name, size, values.length));
    require(Arrays.stream(values).noneMatch(Double::isNaN), name + " can't be NaN");
  }

  static void require(boolean condition, String problem) {
    if (!condition) {
      throw new IllegalArgumentException(problem);
    }
  }

  @Override
  public void setState(String population, String variable, double[] values)
      throws DeviceLostException {
    try (Door.Visit visit = door.enter()) {
      if (!parameters.containsKey(population)) {
        sources.deployment.setState(population, variable, values);
        return;
      }
      checkNumbers(values, network.population(population).size(), variable);
      permit(Core.Request.SET_STATE);
      onDevice(
          () -> {
            State state = new State();
            core.readNeurons(state);
            new States(this).set(population, variable, values, state);
            core.writeNeurons(state);
            return null;
          });
    }
  }

  @Override
  public void setLearning(String projection, boolean on) throws DeviceLostException {
    try (Door.Visit visit = door.enter()) {
      Wire wire = wire(projection);
      if (windows.containsKey(wire) && windows.get(wire).on != on) {
        permit(Core.Request.FREEZE);
        onDevice(
            () -> {
              setLearning(wire, on);
              return null;
            });
      }
    }
  }

  void setLearning(Wire wire, boolean on) throws IOException {
    boolean before = windows.get(wire).on;
    windows.get(wire).on = on;
    try {
      core.setLearning(wire, on, isFrozen(true), isFrozen(false));
    } catch (IOException e) {
      windows.get(wire).on = before;
      throw e;
    }
  }

  private boolean isFrozen(boolean inputs) {
    return windows.entrySet().stream()
        .filter(e -> e.getKey().isFromInputs() == inputs)
        .noneMatch(e -> e.getValue().on);
  }

  @Override
  public void raise(String projection, String event) {
    try (Door.Visit visit = door.enter()) {
      wire(projection); // no rule that fits listens to events
    }
  }

  @Override
  public long synapses(String projection) {
    try (Door.Visit visit = door.enter()) {
      return wire(projection).count();
    }
  }

  @Override
  public float[] readWeights(String projection) throws DeviceLostException {
    try (Door.Visit visit = door.enter()) {
      Wire wire = wire(projection);
      byte[] stored = onDevice(() -> core.readWeights(wire));
      float[] weights = new float[stored.length];
      for (int s = 0; s < stored.length; s++) {
        weights[s] = plan.weight(stored[s]);
      }
      return weights;
    }
  }

  @Override
  public void writeWeights(String projection, float[] weights) throws DeviceLostException {
    try (Door.Visit visit = door.enter()) {
      Wire wire = wire(projection);
      require(
          weights.length == wire.count(),
          "projection %s has %d weights, given %d"
              .formatted(projection, wire.count(), weights.length));
      byte[] stored = new byte[weights.length];
      for (int s = 0; s < stored.length; s++) {
        require(!Float.isNaN(weights[s]), "a weight of " + projection + " is NaN");
        stored[s] = plan.weight(weights[s]);
      }
      permit(Core.Request.WRITE_WEIGHTS);
      onDevice(
          () -> {
            core.writeWeights(wire, stored);
            return null;
          });
    }
  }

  private Wire wire(String projection) {
    Optional<Wire> found =
        plan.placement().wires().stream()
            .filter(wire -> wire.projection.name().equals(projection))
            .findFirst();
    return found.orElseThrow(
        () -> new IllegalArgumentException("there's no projection '" + projection + "'"));
  }

  @Override
  public NetworkState snapshot() throws DeviceLostException {
    try (Door.Visit visit = door.enter()) {
      requireGoing();
      permit(Core.Request.SNAPSHOT);
      NetworkState ofSources = sources.deployment.snapshot();
      return onDevice(() -> new States(this).take(ofSources));
    }
  }

  @Override
  public void restore(NetworkState state) throws DeviceLostException {
    try (Door.Visit visit = door.enter()) {
      StateRestoration restoration = new StateRestoration(this, state);
      restoration.check();
      permit(Core.Request.RESTORE);
      sources.restore(state);
      onDevice(
          () -> {
            restoration.apply();
            return null;
          });
    }
  }

  @Override
  public DeploymentReport report() {
    try (Door.Visit visit = door.enter()) {
      String unchecked = core.unchecked().map("; "::concat).orElse("");
      List<DeploymentReport.Entry> entries = new ArrayList<>();
      for (int p = 0; p < network.populations().size(); p++) {
        Population population = network.populations().get(p);
        Integer first = plan.placement().firstNeurons().get(p);
        entries.add(
            new DeploymentReport.Entry(
                "population " + population.name(),
                first == null
                    ? "on the host, sent over input lines"
                    : "neurons %d to %d, %d for 1%s"
                        .formatted(
                            first,
                            first + population.size() - 1,
                            Math.round(plan.scale() * Fixed.ONE),
                            unchecked),
                population.size(),
                first == null ? 0 : 9L * population.size()));
      }
      for (Wire wire : plan.placement().wires()) {
        entries.add(
            new DeploymentReport.Entry(
                "projection " + wire.projection.name(),
                "8 bits, %s%s"
                    .formatted(wire.isFromInputs() ? "from input lines" : "recurrent", unchecked),
                wire.count(),
                wire.count()));
      }
      return new DeploymentReport(1, entries);
    }
  }

  @Override
  public void close() {
    door.close();
    if (!closed) {
      closed = true;
      core.close();
      sources.close();
      end.run();
    }
  }
}
