package dev.glia.drivers.interpreter;

import dev.glia.api.device.InputBlock;
import dev.glia.api.device.OutputBlock;
import dev.glia.api.equations.PopulationProgram;
import dev.glia.api.network.Network;
import dev.glia.api.network.Probe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A network in memory and the tick that moves it: the methods stand in the order of the device
 * package's page, and do what it says.
 */
final class Simulation {
  final Clock clock;
  final List<Cells> populations = new ArrayList<>();
  final List<Wires> projections = new ArrayList<>();

  private final Map<String, Cells> byName = new LinkedHashMap<>();
  private final List<Probe> probes;

  Simulation(Network network) {
    clock = new Clock(network.dt(), network.seed());
    probes = network.probes();
    network
        .populations()
        .forEach(
            population -> {
              Cells cells = new Cells(population, clock);
              populations.add(cells);
              byName.put(population.name(), cells);
            });
    network
        .projections()
        .forEach(
            projection ->
                projections.add(
                    new Wires(
                        projection,
                        byName.get(projection.source()),
                        byName.get(projection.target()),
                        clock)));
  }

  /** Runs one tick, from n to n+1. */
  void tick(InputBlock in, OutputBlock out) {
    projections.forEach(Wires::askArray); // the only step that may fail for want of a device
    readModulators();
    deliver();
    integrate();
    threshold(in);
    reset();
    learn();
    clock.tick++;
    probe(out);
    forgetOldSpikes();
  }

  /** Third factors are read once a tick, first of all: what a probe saw at n. */
  private void readModulators() {
    for (Wires wires : projections) {
      wires
          .modulators()
          .forEach(
              (name, from) -> {
                double[] values = byName.get(from.population()).state.column(from.variable());
                double mean = Arrays.stream(values).average().orElseThrow();
                wires.plasticity().orElseThrow().modulate(name, mean);
              });
    }
  }

  private void deliver() {
    for (Wires wires : projections) {
      wires.learnFromArrivals();
    }
    for (Wires wires : projections) {
      wires.learnFromTargetSpikes();
    }
    populations.forEach(Cells::clearArrivals);
    for (Wires wires : projections) {
      wires.addArrivingWeights();
    }
    populations.forEach(Cells::deliver);
  }

  private void integrate() {
    for (Cells cells : populations) {
      cells.clearCouplingSums();
      for (PopulationProgram.Coupling coupling : cells.couplings()) {
        projections.stream()
            .filter(wires -> wires.target() == cells && wires.actsThrough(coupling.receptor()))
            .forEach(wires -> wires.addCoupling(coupling));
      }
    }
    populations.forEach(Cells::integrate);
  }

  private void threshold(InputBlock in) {
    for (int p = 0; p < populations.size(); p++) {
      populations.get(p).threshold(forced(in, p));
    }
  }

  private int[] forced(InputBlock in, int population) {
    return IntStream.range(0, in.size())
        .filter(i -> in.tick(i) == clock.tick + 1 && in.population(i) == population)
        .map(in::neuron)
        .toArray();
  }

  private void reset() {
    populations.forEach(Cells::reset);
    populations.forEach(Cells::checkFinite);
  }

  private void learn() {
    for (Wires wires : projections) {
      wires.learnWithTime();
    }
  }

  private void probe(OutputBlock out) {
    for (int i = 0; i < probes.size(); i++) {
      Probe probe = probes.get(i);
      probe(probe, byName.get(probe.population()), out.record(i));
    }
  }

  private void probe(Probe probe, Cells cells, OutputBlock.Record record) {
    if (probe instanceof Probe.Trace trace) {
      if (clock.tick % trace.everyTicks() == 0) {
        double[] values = cells.state.column(trace.variable());
        int at = record.addRow(clock.tick);
        for (int i = 0; i < trace.neurons(); i++) {
          record.samples()[at + i] = (float) values[i];
        }
      }
      return;
    }
    for (int neuron : cells.spikes.at(clock.tick)) {
      if (neuron < probe.neurons()) {
        if (probe instanceof Probe.Spikes) {
          record.addSpike(clock.tick, neuron);
        } else {
          record.count(neuron);
        }
      }
    }
  }

  private void forgetOldSpikes() {
    for (Cells cells : populations) {
      cells.spikes.forgetBefore(clock.tick - longestDelayFrom(cells));
    }
  }

  /** How long spikes of a population matter, in ticks. */
  private int longestDelayFrom(Cells cells) {
    return projections.stream()
        .filter(wires -> wires.source() == cells)
        .mapToInt(wires -> wires.synapses().longestDelay())
        .max()
        .orElse(0);
  }
}
