package dev.glia.drivers.neurocorex.device;

import dev.glia.drivers.neurocorex.core.Layout;
import dev.glia.drivers.neurocorex.core.Memory;
import dev.glia.drivers.neurocorex.wire.PlainClient;
import dev.glia.drivers.neurocorex.wire.WireException;
import java.io.IOException;
import java.util.Optional;

/**
 * Keeps a published core and its twin in step with the events of a run. What goes wrong is made
 * once more from the first step, as nothing but a core that was programmed anew is in a known
 * state. So is what a core has run that stepped on while the host had nothing to send.
 */
final class Lockstep {
  private static final int ATTEMPTS = 4;

  /** Steps that are compared at once. */
  private static final int CHUNK = 8192;

  private final PlainClient client;
  private final SelfTest selfTest;
  private final Memory start;
  private final EventTrain events;

  private Twin twin;

  /** Whether the core is where the twin is, with its stream open or about to be. */
  private boolean inStep;

  /** Whether parameters were tested, too. */
  private boolean parametersTested;

  /** Steps after which the core's weights were found to be the twin's. */
  private int compared;

  /**
   * Programs the core.
   *
   * @param start what with; may change before the first step
   * @param events of the run; grows while it's run
   */
  Lockstep(PlainClient client, Memory start, EventTrain events) throws IOException {
    this.client = client;
    this.start = start;
    this.events = events;
    selfTest = new SelfTest(client);
    retrying(this::program);
  }

  /** Something that may be done again from the beginning. */
  private interface Attempt {
    void run() throws IOException;
  }

  private void retrying(Attempt attempt) throws IOException {
    for (int i = 1; ; i++) {
      try {
        attempt.run();
        return;
      } catch (WireException e) {
        inStep = false;
        if (i == ATTEMPTS) {
          throw new WireException(e.getMessage() + "; tried " + ATTEMPTS + " times", e);
        }
        client.retried();
      }
    }
  }

  /** What's programmed has changed: the core must be programmed again before it runs. */
  void reprogram() {
    inStep = false;
  }

  /** Lets the core make all steps whose events are known. */
  void catchUp() throws IOException {
    retrying(this::follow);
  }

  private void follow() throws IOException {
    if (!inStep || client.stream().ranOn()) {
      program();
    }
    inStep = false; // until it's known to be right
    while (twin.steps() < events.steps()) {
      int to = Math.min(events.steps(), twin.steps() + CHUNK);
      twin.run(client.stream(), events.columns(twin.steps(), to));
    }
    inStep = true;
  }

  /** Fills all memories, tests what can be tested, and leaves the core at rest. */
  private void program() throws IOException {
    client.quiesce();
    client.writeWeights(start);
    selfTest.weights(start);
    client.settle();
    client.writeNeurons(start);
    Memory tested = new Memory();
    tested.set(start);
    if (learnsFromInputs()) {
      tested.clearEnable(); // what the test would teach input weights couldn't be undone
    }
    client.writeEnable(tested.enable);
    parametersTested = SelfTest.rests(tested);
    if (parametersTested) {
      selfTest.network(tested);
    }
    if (learnsFromInputs()) {
      client.writeEnable(start.enable);
    } else if (learnsFromNeurons()) {
      client.writeRecurrent(start.recurrent);
    }
    twin = new Twin(start);
    twin.requireWeights(client.readRecurrent());
    client.open();
    inStep = true;
  }

  private boolean learnsFromNeurons() {
    return start.learns(0, Layout.CELLS);
  }

  private boolean learnsFromInputs() {
    return start.learns(Layout.CELLS, 2 * Layout.CELLS);
  }

  /** What a network's own spikes alone can tell whether it arrived, for people. */
  String untested() {
    return (parametersTested ? "" : "parameters, as it doesn't come to rest; ")
        + (learnsFromInputs() ? "which inputs' synapses learn; " : "");
  }

  /**
   * Makes sure of the learned weights if that's worth its price: the core can't tell them but when
   * its stream has ended, and then it must run again from the first step if it's to go on. So they
   * are compared when a run is twice as long as it was the last time.
   */
  void compareSometimes() throws IOException {
    int steps = events.steps();
    if (steps > 0 && steps >= 2 * compared) {
      retrying(
          () -> {
            follow();
            endStream();
            Optional<String> difference = difference();
            if (difference.isPresent()) {
              throw new WireException(difference.get());
            }
          });
      compared = steps;
    }
  }

  /**
   * Ends the run.
   *
   * @return how the core's weights aren't the twin's; empty if they are, or the core is gone
   */
  Optional<String> end() {
    try {
      boolean due = inStep && twin.steps() > compared;
      endStream();
      return due ? difference() : Optional.empty();
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  /** Membranes are lost with the stream. */
  private void endStream() throws IOException {
    inStep = false;
    twin.end(client.stream());
  }

  /** What differs is read again: it may have been the line. */
  private Optional<String> difference() throws IOException {
    Optional<String> difference = twin.difference(client.readRecurrent());
    for (int i = 1; i < ATTEMPTS && difference.isPresent(); i++) {
      client.retried();
      difference = twin.difference(client.readRecurrent());
    }
    return difference;
  }
}
