package dev.glia.drivers.neurocorex.virtual;

import dev.glia.drivers.neurocorex.core.Bits;
import dev.glia.drivers.neurocorex.core.IntegerCore;
import dev.glia.drivers.neurocorex.core.Layout;
import java.util.ArrayDeque;

/**
 * Runs the steps of a plain stream, and sends their spikes. A core that waits for its host runs
 * them as their triplets arrive. One that doesn't queues triplets, and runs a step each time a
 * step's time has passed: an event is due a number of steps after the one before it, so that a
 * triplet which comes too late for that acts in the next step.
 */
final class StreamPlayer {
  /** Triplets that fit the queue; more are lost. */
  private static final int DEPTH = 1024;

  private record Triplet(int gap, int column) {}

  private final IntegerCore core;
  private final SpikePacker packer;
  private final boolean waits;
  private final ArrayDeque<Triplet> queue = new ArrayDeque<>();
  private final Bits events = new Bits();
  private boolean running;
  private boolean ending;
  private int sinceEvent;

  StreamPlayer(IntegerCore core, ByteSink out, boolean waits) {
    this.core = core;
    this.waits = waits;
    packer = new SpikePacker(out);
  }

  /** An event, or the idle one, {@code gap} steps of silence after the one before. */
  void accept(int gap, int column) {
    ending = false;
    if (!running) {
      running = true;
      sinceEvent = 0;
      packer.begin();
    }
    if (queue.size() < DEPTH) {
      queue.add(new Triplet(gap, column));
    }
    while (waits && !queue.isEmpty()) {
      step();
    }
  }

  /** The stream ends as soon as what's queued has run. */
  void end() {
    ending = true;
    stopIfPlayed();
  }

  /** The time of a step has passed. */
  void tick() {
    if (running && !waits) {
      step();
      stopIfPlayed();
    }
  }

  private void step() {
    events.clear();
    sinceEvent++;
    if (!queue.isEmpty() && sinceEvent > queue.peek().gap) {
      sinceEvent = 0;
      int column = queue.poll().column;
      if (column < Layout.SLOTS) {
        events.add(column);
      }
    }
    core.step(events);
    packer.add(core.state.spikes);
  }

  private void stopIfPlayed() {
    if (ending && queue.isEmpty()) {
      running = false;
      core.state.endStream();
    }
  }
}
