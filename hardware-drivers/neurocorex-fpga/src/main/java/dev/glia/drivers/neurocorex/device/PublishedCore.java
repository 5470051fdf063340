package dev.glia.drivers.neurocorex.device;

import dev.glia.drivers.neurocorex.core.Bits;
import dev.glia.drivers.neurocorex.core.Flags;
import dev.glia.drivers.neurocorex.core.IntegerCore;
import dev.glia.drivers.neurocorex.core.Layout;
import dev.glia.drivers.neurocorex.core.Memory;
import dev.glia.drivers.neurocorex.core.State;
import dev.glia.drivers.neurocorex.mapping.Plan;
import dev.glia.drivers.neurocorex.mapping.Wire;
import dev.glia.drivers.neurocorex.wire.PlainClient;
import dev.glia.drivers.neurocorex.wire.WireException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A core with the published commands only. The bit-true model of it runs along on the host, and
 * every spike that the core sends must be the model's: that's the only check there is of most of
 * what crosses the wire. What the core can't tell while it runs (membranes, weights) is the
 * model's.
 *
 * <p>A run that went wrong is made once more from its first step, as nothing but a core that was
 * programmed anew is in a known state. So is one whose core stepped on while the host had nothing
 * to send.
 */
final class PublishedCore implements Core {
  private static final int ATTEMPTS = 4;
  private static final int MAX_STEPS = 10_000;

  private final PlainClient client;
  private final boolean learns;
  private final Memory start = new Memory();
  private final IntegerCore model = new IntegerCore();
  private final int neurons;

  /** Columns of the events of all steps so far, and what the model says of them. */
  private int[] columns = new int[1024];

  private final List<Bits> expected = new ArrayList<>();

  /** Steps that the core has run in its open stream. */
  private int done;

  /** Whether the core is as it was programmed, and has run nothing since. */
  private boolean fresh;

  /** Why the model's state isn't the core's any more. */
  private Optional<IOException> failure = Optional.empty();

  /** Programs everything; only recurrent weights are read back. */
  PublishedCore(PlainClient client, Plan plan) throws IOException {
    this.client = client;
    learns = plan.rule().isPresent();
    neurons = plan.neurons().length;
    start.set(plan.memory());
    start.flags = Flags.PUBLISHED_ORDER;
    start.floor = -1;
    model.memory.set(start);
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
        if (i == ATTEMPTS) {
          throw new WireException(e.getMessage() + "; tried " + ATTEMPTS + " times", e);
        }
        client.retried();
      }
    }
  }

  @Override
  public Optional<String> refusal(Request request) {
    return switch (request) {
      case FORCE_SPIKES -> Optional.of("a published core can't be made to spike by force");
      case SET_PARAMETERS, WRITE_WEIGHTS ->
          Optional.of(
              "a published core isn't programmed between two ticks: that would end its stream, and"
                  + " its membranes would be lost");
      case SET_STATE, RESTORE ->
          Optional.of("the membranes of a published core can't be set: it starts at rest");
      case FREEZE ->
          expected.isEmpty()
              ? Optional.empty()
              : Optional.of("a published core's learning is switched before the first tick only");
      case SNAPSHOT ->
          learns
              ? Optional.of(
                  "the windows of a published core that learns aren't those of the rule: no state"
                      + " of it would be exact")
              : Optional.empty();
    };
  }

  @Override
  public Optional<String> unchecked() {
    return Optional.of(
        "unverified wire, no readback: spikes are compared with the host's model at every tick,"
            + " weights and membranes are the model's");
  }

  @Override
  public int maxSteps() {
    return MAX_STEPS;
  }

  @Override
  public Bits[] run(Bits[] events, Bits[] forced) throws IOException {
    requireRight();
    int before = expected.size();
    for (int i = 0; i < events.length; i++) {
      step(events[i]);
    }
    try {
      retrying(this::catchUp);
    } catch (IOException e) {
      failure = Optional.of(e);
      throw e;
    }
    return expected.subList(before, expected.size()).toArray(Bits[]::new);
  }

  private void step(Bits events) {
    if (events.count() > 1) {
      throw new UnsupportedOperationException(
          "%d input lines have an event in one tick, but a published core takes one"
              .formatted(events.count()));
    }
    model.step(events);
    int wrapped = model.overflowed.next(0);
    if (wrapped < neurons) {
      throw new UnsupportedOperationException(
          "a sum of neuron %d leaves -128 to 128, where a published core wraps".formatted(wrapped));
    }
    int step = expected.size();
    if (step == columns.length) {
      columns = Arrays.copyOf(columns, 2 * step);
    }
    columns[step] = events.isEmpty() ? 0 : events.next(0);
    Bits spikes = new Bits();
    spikes.set(model.state.spikes);
    spikes.keepBelow(PlainClient.PROMPT_NEURONS);
    expected.add(spikes);
  }

  /** Lets the core run what the model has run; from the first step if its stream is spoiled. */
  private void catchUp() throws IOException {
    if (!fresh && (done == 0 || client.ranOn())) {
      program();
    }
    int from = done;
    done = 0; // until it's known to be right
    fresh = false;
    List<Bits> spikes = client.run(Arrays.copyOfRange(columns, from, expected.size()));
    for (int i = 0; i < spikes.size(); i++) {
      if (!spikes.get(i).equals(expected.get(from + i))) {
        throw new WireException(
            "the core's spikes aren't the model's in step %d, %s and not %s: bytes were lost or"
                    .formatted(from + i + 1, spikes.get(i), expected.get(from + i))
                + " changed on the line, or it isn't a published core as arXiv:2506.14138 has it");
      }
    }
    done = expected.size();
  }

  private void program() throws IOException {
    client.program(start);
    done = 0;
    fresh = true;
  }

  private void requireRight() throws IOException {
    if (failure.isPresent()) {
      throw failure.get();
    }
  }

  @Override
  public void readNeurons(State into) throws IOException {
    requireRight();
    into.setNeurons(model.state);
  }

  @Override
  public Bits readSpikes() throws IOException {
    requireRight();
    Bits spikes = new Bits();
    spikes.set(model.state.spikes);
    return spikes;
  }

  /** The model's: what the core has can't be read while it runs. */
  @Override
  public byte[] readWeights(Wire wire) throws IOException {
    requireRight();
    byte[] matrix = wire.isFromInputs() ? model.memory.input : model.memory.recurrent;
    byte[] stored = new byte[wire.count()];
    for (int s = 0; s < stored.length; s++) {
      stored[s] = matrix[wire.cell(s)];
    }
    return stored;
  }

  @Override
  public void setLearning(Wire wire, boolean on, boolean inputFrozen, boolean recurrentFrozen) {
    for (int s = 0; s < wire.count(); s++) {
      start.enable((wire.isFromInputs() ? Layout.CELLS : 0) + wire.cell(s), on);
    }
    model.memory.set(start);
    fresh = false;
  }

  @Override
  public void replan(Plan next) {
    throw refused(Request.SET_PARAMETERS);
  }

  @Override
  public void writeNeurons(State state) {
    throw refused(Request.SET_STATE);
  }

  @Override
  public void writeSpikes(Bits spikes) {
    throw refused(Request.SET_STATE);
  }

  @Override
  public void writeWindows(State state) {
    throw refused(Request.SET_STATE);
  }

  @Override
  public void writeWeights(Wire wire, byte[] stored) {
    throw refused(Request.WRITE_WEIGHTS);
  }

  private UnsupportedOperationException refused(Request request) {
    return new UnsupportedOperationException(refusal(request).orElseThrow());
  }

  @Override
  public void close() {
    try {
      client.end();
    } catch (IOException gone) {
      // there's no stream to end any more
    }
  }
}
