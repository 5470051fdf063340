package dev.glia.drivers.interpreter;

import dev.glia.api.device.DeviceException;
import dev.glia.api.device.DeviceLostException;
import dev.glia.api.equations.Interpreter;
import dev.glia.api.equations.PopulationProgram.Coupling;
import dev.glia.api.equations.Scope;
import dev.glia.api.network.Projection;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** One projection at work: its synapses between the cells of its two ends. */
final class Wires {
  private final Projection projection;
  private final Cells source;
  private final Cells target;
  private final Clock clock;
  private final Synapses synapses;
  private final Optional<Plasticity> plasticity;

  /** Hardware that holds the synapses; absent where they're held here. */
  private Optional<SynapseArray> array = Optional.empty();

  /** What arrives in this tick, as the hardware said. */
  private double[] arriving = {};

  /** Whether weights were written from outside, so that they aren't the specification's. */
  boolean weightsReplaced;

  Wires(Projection projection, Cells source, Cells target, Clock clock) {
    this.projection = projection;
    this.source = source;
    this.target = target;
    this.clock = clock;
    synapses = new Synapses(projection, clock);
    plasticity =
        projection
            .learning()
            .map(learning -> new Plasticity(projection, synapses, source, target, clock));
  }

  /** Gives the synapses to hardware, and takes note of the weights that they have there. */
  void putOn(InterpretedNetwork.Host host) throws DeviceException {
    array = Optional.of(host.take(projection, synapses.source, synapses.target, synapses.weight));
    weightsReplaced = true;
  }

  boolean isOnHardware() {
    return array.isPresent();
  }

  /** How the synapses are held, for people. */
  String form() {
    return array.map(SynapseArray::form).orElse("list of synapses, float64");
  }

  /** Asks the hardware for what arrives in this tick, before anything has changed. */
  void askArray() {
    if (array.isPresent()) {
      int[] sources = arrivingSources();
      try {
        arriving = sources.length == 0 ? new double[0] : array.get().sums(clock.tick, sources);
      } catch (DeviceLostException e) {
        throw new LinkLost(e);
      }
    }
  }

  private int[] arrivingSources() {
    int[] branches = synapses.arrivingBranches(source.spikes, clock.tick);
    return Arrays.stream(branches).map(branch -> synapses.branchSource[branch]).sorted().toArray();
  }

  /** Other weights; on hardware they become what it makes of them. */
  void replaceWeights(double[] weights) {
    double[] present = synapses.weight;
    if (array.isPresent() && !Arrays.equals(weights, present)) {
      double[] reached = weights.clone();
      try {
        array.get().write(reached);
      } catch (DeviceLostException e) {
        throw new LinkLost(e);
      }
      System.arraycopy(reached, 0, present, 0, present.length);
    } else {
      System.arraycopy(weights, 0, present, 0, present.length);
    }
  }

  Projection projection() {
    return projection;
  }

  Cells source() {
    return source;
  }

  Cells target() {
    return target;
  }

  Synapses synapses() {
    return synapses;
  }

  Optional<Plasticity> plasticity() {
    return plasticity;
  }

  Map<String, Projection.Modulator> modulators() {
    return projection.learning().map(Projection.Plasticity::modulators).orElse(Map.of());
  }

  /** The weights as they were before the first tick: drawn again, so always the same. */
  double[] specifiedWeights() {
    return new Synapses(projection, clock).weight;
  }

  boolean actsThrough(String receptor) {
    return projection.receptor().equals(receptor);
  }

  /** {@code on pre}: at every branch that a spike reaches now. */
  void learnFromArrivals() {
    plasticity
        .filter(learning -> learning.on)
        .ifPresent(
            learning -> {
              for (int branch : synapses.arrivingBranches(source.spikes, clock.tick)) {
                learning.onPre(branch);
              }
            });
  }

  /** {@code on post}: in every target that spiked at this instant. */
  void learnFromTargetSpikes() {
    plasticity
        .filter(learning -> learning.on)
        .ifPresent(
            learning -> {
              for (int neuron : target.spikes.at(clock.tick)) {
                learning.onPost(neuron);
              }
            });
  }

  /** Adds the weights of all synapses that a spike reaches now to the receptor's sums. */
  void addArrivingWeights() {
    target
        .arrivals(projection.receptor())
        .ifPresent(
            sums -> {
              if (array.isPresent()) {
                for (int i = 0; i < arriving.length; i++) {
                  sums[i] += arriving[i];
                }
                return;
              }
              for (int branch : synapses.arrivingBranches(source.spikes, clock.tick)) {
                for (int s : synapses.ofBranch[branch]) {
                  sums[synapses.target[s]] += synapses.weight[s];
                }
              }
            });
  }

  /** Adds the term of all synapses, over the present state of both ends. */
  void addCoupling(Coupling coupling) {
    double[] sums = target.couplingSums(coupling);
    for (int s = 0; s < synapses.count(); s++) {
      sums[synapses.target[s]] += new Interpreter(new Junction(s)).value(coupling.term());
    }
  }

  void learnWithTime() {
    plasticity
        .filter(learning -> learning.on)
        .ifPresent(
            learning -> {
              learning.integrate();
              learning.everyTick();
            });
  }

  /** The names that a coupling's term may have, at one synapse. */
  private final class Junction implements Interpreter.Environment {
    private final int synapse;

    Junction(int synapse) {
      this.synapse = synapse;
    }

    @Override
    public double read(String name, Scope scope) {
      return switch (scope) {
        case SYNAPSE -> synapses.weight[synapse];
        case PRE_NEURON -> source.state.read(name, synapses.source[synapse]);
        case POST_NEURON -> target.state.read(name, synapses.target[synapse]);
        case PARAMETER -> target.parameters.read(name, synapses.target[synapse]);
        case CLOCK -> clock.read(name);
        default -> throw new IllegalArgumentException("a coupling has no " + scope + " " + name);
      };
    }

    @Override
    public void write(String name, Scope scope, double value) {
      throw new UnsupportedOperationException("a coupling changes nothing: " + name);
    }

    @Override
    public Interpreter.Draws draws() {
      throw new UnsupportedOperationException("a coupling draws nothing");
    }
  }
}
