package dev.glia.drivers.neurocorex.device;

import static dev.glia.drivers.neurocorex.device.Arguments.require;

import dev.glia.api.device.DeviceLostException;
import dev.glia.api.device.InputBlock;
import dev.glia.api.device.OutputBlock;
import dev.glia.drivers.neurocorex.core.Bits;

/** Runs blocks of ticks: sources on the host first, then the core in pieces, between traces. */
final class TickLoop {
  static final int MAX_BLOCK = 100_000;

  private final HostMirror mirror;
  private final CoreAccess access;
  private final Readings readings;
  private final Recorder recorder;

  TickLoop(HostMirror mirror, CoreAccess access, Readings readings) {
    this.mirror = mirror;
    this.access = access;
    this.readings = readings;
    recorder = new Recorder(mirror, access);
  }

  void advance(int ticks, InputBlock in, OutputBlock out) throws DeviceLostException {
    check(ticks, in, out);
    access.requireGoing();
    out.clear();
    long before = mirror.now;
    long last = before + ticks;
    mirror.sources.advance(ticks, in);
    try {
      while (mirror.now < last) {
        int steps = (int) Math.min(access.core.maxSteps(), recorder.nextTrace(last) - mirror.now);
        run(steps, in, out);
        recorder.trace(out);
      }
      confirm(before, out);
    } catch (UnsupportedOperationException e) {
      mirror.now = before;
      out.clear();
      access.end(e.getMessage());
      access.requireGoing();
    }
    recorder.copyTracesOfSources(out);
    mirror.sources.forgetOldSpikes(mirror.now);
  }

  private void check(int ticks, InputBlock in, OutputBlock out) {
    require(
        ticks >= 1 && ticks <= MAX_BLOCK,
        "a block is 1 to %d ticks long, given %d".formatted(MAX_BLOCK, ticks));
    require(
        out.probes().equals(mirror.network.probes()), "the output block was made for other probes");
    for (int i = 0; i < in.size(); i++) {
      int p = in.population(i);
      if (in.tick(i) <= mirror.now || in.tick(i) > mirror.now + ticks) {
        throw new IllegalArgumentException(
            "a spike is forced at tick %d, outside this block's %d to %d"
                .formatted(in.tick(i), mirror.now + 1, mirror.now + ticks));
      }
      if (p < 0
          || p >= mirror.network.populations().size()
          || in.neuron(i) < 0
          || in.neuron(i) >= mirror.network.populations().get(p).size()) {
        throw new IllegalArgumentException(
            "a spike is forced on neuron %d of population %d, which isn't there"
                .formatted(in.neuron(i), p));
      }
      if (mirror.plan.placement().firstNeurons().containsKey(p)) {
        access.permit(Core.Request.FORCE_SPIKES);
      }
    }
  }

  private void run(int steps, InputBlock in, OutputBlock out) throws DeviceLostException {
    Bits[] events = events(steps);
    Bits[] forced = forced(steps, in);
    Bits[] spiking = access.ask(core -> core.run(events, forced));
    for (Bits each : spiking) {
      mirror.tick(each);
      recorder.record(out);
    }
    readings.ran(steps, spiking);
  }

  private Bits[] events(int steps) {
    Bits[] events = new Bits[steps];
    for (int i = 0; i < steps; i++) {
      events[i] = new Bits();
      mirror.sources.events(mirror.now + i, events[i]);
    }
    return events;
  }

  private Bits[] forced(int steps, InputBlock in) {
    Bits[] forced = new Bits[steps];
    for (int i = 0; i < steps; i++) {
      forced[i] = new Bits();
    }
    for (int i = 0; i < in.size(); i++) {
      Integer first = mirror.plan.placement().firstNeurons().get(in.population(i));
      long step = in.tick(i) - mirror.now - 1;
      if (first != null && step >= 0 && step < steps) {
        forced[(int) step].add(first + in.neuron(i));
      }
    }
    return forced;
  }

  /** Nothing of a block is given out, and no tick has passed, unless all of it is right. */
  private void confirm(long before, OutputBlock out) throws DeviceLostException {
    long after = mirror.now;
    mirror.now = before;
    try {
      access.tell(Core::confirm);
    } catch (DeviceLostException e) {
      out.clear();
      throw e;
    }
    mirror.now = after;
  }
}
