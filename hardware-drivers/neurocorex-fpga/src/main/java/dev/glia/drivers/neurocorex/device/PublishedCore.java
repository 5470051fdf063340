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
import dev.glia.drivers.neurocorex.wire.PlainStream;
import java.io.IOException;
import java.util.Optional;

/**
 * A core with the published commands only. The bit-true model of it runs ahead on the host, and the
 * core must follow before anything is given out; what the core can't tell while it runs (membranes,
 * weights) is the model's.
 */
final class PublishedCore implements Core {
  private static final int MAX_STEPS = 10_000;

  private final Lockstep lockstep;
  private final boolean learns;
  private final Memory start = new Memory();
  private final EventTrain events = new EventTrain();
  private final IntegerCore model = new IntegerCore();
  private final int neurons;

  /** Why the model's state isn't the core's any more. */
  private Optional<IOException> failure = Optional.empty();

  PublishedCore(PlainClient client, Plan plan) throws IOException {
    learns = plan.rule().isPresent();
    neurons = plan.neurons().length;
    start.set(plan.memory());
    start.flags = Flags.PUBLISHED_ORDER;
    start.floor = -1;
    model.memory.set(start);
    lockstep = new Lockstep(client, start, events);
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
          events.steps() == 0
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
        "unverified wire: "
            + lockstep.untested()
            + "spikes are compared with the host's model at every tick, recurrent weights at the"
            + " end, membranes are the model's");
  }

  @Override
  public int maxSteps() {
    return MAX_STEPS;
  }

  @Override
  public Bits[] run(Bits[] given, Bits[] forced) throws IOException {
    requireRight();
    Bits[] spikes = new Bits[given.length];
    for (int i = 0; i < given.length; i++) {
      events.add(given[i]);
      model.step(given[i]);
      int wrapped = model.overflowed.next(0);
      if (wrapped < neurons) {
        throw new UnsupportedOperationException(
            "a sum of neuron %d leaves -128 to 128, where a published core wraps"
                .formatted(wrapped));
      }
      spikes[i] = PlainStream.prompt(model.state.spikes);
    }
    return spikes;
  }

  @Override
  public void confirm() throws IOException {
    requireRight();
    try {
      lockstep.catchUp();
    } catch (IOException e) {
      failure = Optional.of(e);
      throw e;
    }
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

  /**
   * The model's; those between neurons that learned have been compared with the core's at times.
   */
  @Override
  public byte[] readWeights(Wire wire) throws IOException {
    requireRight();
    if (learns && !wire.isFromInputs() && wire.projection.learning().isPresent()) {
      try {
        lockstep.compareSometimes();
      } catch (IOException e) {
        failure = Optional.of(e);
        throw e;
      }
    }
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
    lockstep.reprogram();
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
  public Optional<String> close() {
    return failure.isPresent() ? Optional.empty() : lockstep.end();
  }
}
