package dev.glia.drivers.neurocorex.device;

import dev.glia.drivers.neurocorex.core.Bits;
import dev.glia.drivers.neurocorex.core.Fixed;
import dev.glia.drivers.neurocorex.core.Flags;
import dev.glia.drivers.neurocorex.core.Layout;
import dev.glia.drivers.neurocorex.core.Memory;
import dev.glia.drivers.neurocorex.core.State;
import dev.glia.drivers.neurocorex.mapping.Plan;
import dev.glia.drivers.neurocorex.mapping.Wire;
import dev.glia.drivers.neurocorex.wire.CoreClient;
import dev.glia.drivers.neurocorex.wire.Region;
import dev.glia.drivers.neurocorex.wire.Words;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** A core that checks every frame, and whose memories are all read and written at any time. */
final class CheckedCore implements Core {
  private static final int STATE_BYTES = 9;

  private final CoreClient client;
  private final Memory memory;
  private Plan plan;
  private int steps;

  /** Programs everything, and reads it back. */
  CheckedCore(CoreClient client, Plan plan) throws IOException {
    this.client = client;
    this.plan = plan;
    memory = plan.memory();
    client.reset();
    client.program(Region.INPUT_WEIGHTS, memory.input);
    client.program(Region.RECURRENT_WEIGHTS, memory.recurrent);
    client.program(Region.ENABLE, memory.enable);
    programNeurons();
    client.program(Region.CONTROL, Image.control(memory, 0));
  }

  private void programNeurons() throws IOException {
    client.program(Region.PARAMETERS, Image.parameters(memory));
    client.program(Region.BIAS, Image.bias(memory));
  }

  @Override
  public void replan(Plan next) throws IOException {
    plan = next;
    plan.writeNeurons(memory);
    programNeurons();
  }

  @Override
  public Optional<String> refusal(Request request) {
    return Optional.empty();
  }

  @Override
  public Optional<String> unchecked() {
    return Optional.empty();
  }

  @Override
  public int maxSteps() {
    return client.maxSteps();
  }

  @Override
  public Bits[] run(Bits[] events, Bits[] forced) throws IOException {
    Bits[] spikes = client.run(events, forced, steps + events.length);
    steps += events.length;
    return spikes;
  }

  @Override
  public void confirm() {
    // each reply has a checksum
  }

  @Override
  public void readNeurons(State into) throws IOException {
    byte[] bytes = client.read(Region.STATE);
    for (int n = 0; n < Layout.NEURONS; n++) {
      into.v[n] = Image.signed(bytes, n * STATE_BYTES);
      into.refractory[n] = Fixed.unsigned(Words.get(bytes, n * STATE_BYTES + 3, 3));
      into.compared[n] = Image.signed(bytes, n * STATE_BYTES + 6);
    }
  }

  @Override
  public Bits readSpikes() throws IOException {
    Bits spikes = new Bits();
    spikes.read(client.read(Region.SPIKES), 0);
    return spikes;
  }

  @Override
  public void writeNeurons(State state) throws IOException {
    byte[] bytes = new byte[Region.STATE.bytes()];
    for (int n = 0; n < Layout.NEURONS; n++) {
      Words.put(bytes, n * STATE_BYTES, state.v[n], 3);
      Words.put(bytes, n * STATE_BYTES + 3, state.refractory[n], 3);
      Words.put(bytes, n * STATE_BYTES + 6, state.compared[n], 3);
    }
    client.program(Region.STATE, bytes);
  }

  @Override
  public void writeSpikes(Bits spikes) throws IOException {
    byte[] bytes = new byte[Bits.BYTES];
    spikes.write(bytes, 0);
    client.program(Region.SPIKES, bytes);
  }

  @Override
  public void writeWindows(State state) throws IOException {
    byte[] bytes = new byte[Region.WINDOWS.bytes()];
    for (int n = 0; n < Layout.SLOTS; n++) {
      if (n < Layout.NEURONS) {
        bytes[n] = (byte) state.recurrentPre[n];
        bytes[Layout.SLOTS + n] = (byte) state.recurrentPost[n];
        bytes[3 * Layout.SLOTS + n] = (byte) state.inputPost[n];
      }
      bytes[2 * Layout.SLOTS + n] = (byte) state.inputPre[n];
    }
    client.program(Region.WINDOWS, bytes);
  }

  @Override
  public byte[] readWeights(Wire wire) throws IOException {
    byte[] matrix = readRows(wire);
    byte[] stored = new byte[wire.count()];
    for (int s = 0; s < stored.length; s++) {
      stored[s] = matrix[wire.cell(s)];
    }
    return stored;
  }

  /** The whole matrix, with only those rows filled in that the projection reaches. */
  private byte[] readRows(Wire wire) throws IOException {
    byte[] matrix = new byte[Layout.CELLS];
    if (wire.count() > 0) {
      int from = firstRow(wire) * Layout.SLOTS;
      int count = (lastRow(wire) + 1) * Layout.SLOTS - from;
      System.arraycopy(client.read(region(wire), from, count), 0, matrix, from, count);
    }
    return matrix;
  }

  private static Region region(Wire wire) {
    return wire.isFromInputs() ? Region.INPUT_WEIGHTS : Region.RECURRENT_WEIGHTS;
  }

  private static int firstRow(Wire wire) {
    int first = Layout.SLOTS;
    for (int s = 0; s < wire.count(); s++) {
      first = Math.min(first, wire.cell(s) / Layout.SLOTS);
    }
    return first;
  }

  private static int lastRow(Wire wire) {
    int last = 0;
    for (int s = 0; s < wire.count(); s++) {
      last = Math.max(last, wire.cell(s) / Layout.SLOTS);
    }
    return last;
  }

  @Override
  public void writeWeights(Wire wire, byte[] stored) throws IOException {
    if (wire.count() == 0) {
      return;
    }
    byte[] matrix = readRows(wire);
    for (int s = 0; s < stored.length; s++) {
      matrix[wire.cell(s)] = stored[s];
    }
    int from = firstRow(wire) * Layout.SLOTS;
    int to = (lastRow(wire) + 1) * Layout.SLOTS;
    client.program(region(wire), from, Arrays.copyOfRange(matrix, from, to));
  }

  @Override
  public void setLearning(Wire wire, boolean on, boolean inputFrozen, boolean recurrentFrozen)
      throws IOException {
    for (int s = 0; s < wire.count(); s++) {
      memory.enable((wire.isFromInputs() ? Layout.CELLS : 0) + wire.cell(s), on);
    }
    client.program(Region.ENABLE, memory.enable);
    memory.flags =
        Flags.SATURATE
            | (inputFrozen ? Flags.INPUT_LEARNING_FROZEN : 0)
            | (recurrentFrozen ? Flags.RECURRENT_LEARNING_FROZEN : 0);
    client.program(Region.CONTROL, Image.control(memory, steps));
  }

  @Override
  public Optional<String> close() {
    return Optional.empty(); // it stays as it is until the next one resets it
  }
}
