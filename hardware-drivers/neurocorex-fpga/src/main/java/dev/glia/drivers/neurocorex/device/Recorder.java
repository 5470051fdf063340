package dev.glia.drivers.neurocorex.device;

import dev.glia.api.device.DeviceLostException;
import dev.glia.api.device.OutputBlock;
import dev.glia.api.network.Network;
import dev.glia.api.network.Probe;
import dev.glia.drivers.neurocorex.core.State;

/** Fills output blocks with what a deployment's probes see. */
final class Recorder {
  private final HostMirror mirror;
  private final CoreAccess access;
  private final Network network;

  Recorder(HostMirror mirror, CoreAccess access) {
    this.mirror = mirror;
    this.access = access;
    network = mirror.network;
  }

  /** The first tick after now at which a trace on the core must be read; or the last tick. */
  long nextTrace(long last) {
    long next = last;
    for (Probe probe : network.probes()) {
      if (probe instanceof Probe.Trace trace && isOnCore(trace)) {
        next = Math.min(next, (mirror.now / trace.everyTicks() + 1) * trace.everyTicks());
      }
    }
    return next;
  }

  private boolean isOnCore(Probe probe) {
    return mirror.isOnCore(probe.population());
  }

  /** Takes the spikes of the tick that has just been run. */
  void record(OutputBlock out) {
    for (int i = 0; i < network.probes().size(); i++) {
      Probe probe = network.probes().get(i);
      if (probe instanceof Probe.Trace) {
        continue;
      }
      OutputBlock.Record record = out.record(i);
      if (isOnCore(probe)) {
        int first = mirror.firstNeuron(probe.population());
        int end = first + probe.neurons();
        for (int n = mirror.spikes.next(first); n < end; n = mirror.spikes.next(n + 1)) {
          record(probe, record, n - first);
        }
      } else {
        for (int n : mirror.sources.spikes(mirror.index(probe.population()), mirror.now)) {
          if (n < probe.neurons()) {
            record(probe, record, n);
          }
        }
      }
    }
  }

  private void record(Probe probe, OutputBlock.Record record, int neuron) {
    if (probe instanceof Probe.Spikes) {
      record.addSpike(mirror.now, neuron);
    } else {
      record.count(neuron);
    }
  }

  /** Reads the traces that are due, from the core. */
  void trace(OutputBlock out) throws DeviceLostException {
    State state = null;
    for (int i = 0; i < network.probes().size(); i++) {
      if (network.probes().get(i) instanceof Probe.Trace trace
          && isOnCore(trace)
          && mirror.now % trace.everyTicks() == 0) {
        if (state == null) {
          State read = new State();
          access.tell(core -> core.readNeurons(read));
          state = read;
        }
        double[] values = new States(mirror).variable(trace.population(), trace.variable(), state);
        OutputBlock.Record record = out.record(i);
        int at = record.addRow(mirror.now);
        for (int k = 0; k < trace.neurons(); k++) {
          record.samples()[at + k] = (float) values[k];
        }
      }
    }
  }

  /** Those of sources, of the whole block. */
  void copyTracesOfSources(OutputBlock out) {
    int index = 0;
    for (int i = 0; i < network.probes().size(); i++) {
      if (network.probes().get(i) instanceof Probe.Trace trace && !isOnCore(trace)) {
        OutputBlock.Record from = mirror.sources.trace(index++);
        OutputBlock.Record to = out.record(i);
        for (int row = 0; row < from.rows(); row++) {
          int at = to.addRow(from.rowTick(row));
          System.arraycopy(
              from.samples(), row * trace.neurons(), to.samples(), at, trace.neurons());
        }
      }
    }
  }
}
