package dev.glia.drivers.neurocorex.wire;

import dev.glia.drivers.neurocorex.core.Bits;
import dev.glia.drivers.neurocorex.core.Fixed;
import dev.glia.drivers.neurocorex.core.Layout;
import dev.glia.drivers.neurocorex.core.Memory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A published core at the other end of a line. Its commands have neither checksums nor answers, so
 * this checks what can be: lengths, the start mark, silence, and the recurrent weights. One thread
 * at a time.
 */
public final class PlainClient {
  /**
   * Neurons whose spikes are known as soon as a step has run: later ones may share a byte with the
   * next step.
   */
  public static final int PROMPT_NEURONS = 84;

  /** Steps that are sent ahead of those whose spikes have come. */
  private static final int AHEAD = 256;

  private static final int SETTLING_STEPS = 128;
  private static final int QUIET_MILLIS = 20;

  private final Line line;
  private final Traffic traffic;
  private final int patienceMillis;
  private final byte[] buffer = new byte[4096];
  private SpikeBits decoder = new SpikeBits();
  private long steps;
  private long received;
  private boolean open;
  private Optional<Bits> early = Optional.empty();

  /**
   * A client; nothing is sent yet.
   *
   * @param patienceMillis for the next byte of an answer
   */
  public PlainClient(Line line, Traffic traffic, int patienceMillis) {
    this.line = line;
    this.traffic = traffic;
    this.patienceMillis = patienceMillis;
  }

  /** What is at the other end of a line. */
  public enum Kind {
    NOTHING,
    PUBLISHED,
    CHECKED
  }

  /**
   * Finds out what answers. Harmless to any core, but a network that runs there is lost: it ends
   * whatever the core is in the middle of, turns the key, which a published core ignores, and asks
   * for the recurrent weights, which only an unlocked core sends.
   */
  public Kind identify() throws IOException {
    quiesce();
    send(Request.key());
    if (line.read(buffer, Math.min(patienceMillis, 200)) > 0) {
      drain();
      new Link(line, traffic, patienceMillis).request(Request.BYE, new byte[0]);
      return Kind.CHECKED;
    }
    send(Plain.readRecurrent());
    if (upTo(Plain.READ_BYTES).length < Plain.READ_BYTES) {
      return Kind.NOTHING;
    }
    requireSilence("weights");
    return Kind.PUBLISHED;
  }

  /**
   * Ends whatever the core is in the middle of; membranes are 0 then.
   *
   * @throws WireException if it goes on sending
   */
  public void quiesce() throws IOException {
    byte[] fill = new byte[Link.LONG_FILL];
    Arrays.fill(fill, (byte) 0xFF);
    send(fill);
    drain();
    open = false;
  }

  private void drain() throws IOException {
    long end = System.nanoTime() + 2 * patienceMillis * 1_000_000L;
    while (read(QUIET_MILLIS) > 0) {
      if (System.nanoTime() > end) {
        throw new WireException(line.name() + " doesn't fall silent: it isn't a published core");
      }
    }
  }

  /**
   * Fills a core's memories, and brings it into the state after power-up.
   *
   * @throws WireException if the recurrent weights read back differently, or the core sends what it
   *     shouldn't. That input weights, parameters, enable bits and bias arrived can't be found out
   */
  public void program(Memory memory) throws IOException {
    quiesce();
    settle();
    send(Plain.inputWeights(memory.input));
    send(Plain.recurrentWeights(memory.recurrent));
    send(Plain.enable(memory.enable));
    send(Plain.parameters(memory.parameters));
    for (int n = 0; n < Layout.NEURONS; n++) {
      if (memory.bias[n] != 0) {
        send(Plain.bias(memory.bias[n], n));
      }
    }
    int difference = Arrays.mismatch(readRecurrent(), memory.recurrent);
    if (difference >= 0 && difference < Plain.READ_BYTES) {
      throw new WireException(
          "%s doesn't keep its recurrent weights: byte %d differs when it's read back"
              .formatted(line.name(), difference));
    }
  }

  /** Lets refractory counters and windows run out, with neurons that can't spike. */
  private void settle() throws IOException {
    Memory inert = new Memory();
    Arrays.fill(inert.parameters, 0, Layout.SLOTS, Fixed.MAX);
    send(Plain.enable(inert.enable));
    send(Plain.parameters(inert.parameters));
    send(Plain.bias(0, 0));
    for (Bits spikes : run(new int[SETTLING_STEPS])) {
      if (!spikes.isEmpty()) {
        throw new WireException(
            line.name() + " has spikes where none can be: bytes were lost or changed on the line");
      }
    }
    end();
  }

  private byte[] readRecurrent() throws IOException {
    send(Plain.readRecurrent());
    byte[] bytes = upTo(Plain.READ_BYTES);
    if (bytes.length < Plain.READ_BYTES) {
      throw new WireException(
          "%s sends %d of %d weights".formatted(line.name(), bytes.length, Plain.READ_BYTES));
    }
    requireSilence("weights");
    return bytes;
  }

  private void requireSilence(String what) throws IOException {
    int more = read(QUIET_MILLIS);
    if (more > 0) {
      throw new WireException(
          "%s sends more than its %s: bytes were added on the line, or it isn't a published core"
              .formatted(line.name(), what));
    }
  }

  /** Whether the core has sent what nobody asked for: it steps on without being told. */
  public boolean ranOn() throws IOException {
    return open && read(0) > 0;
  }

  /**
   * Runs steps, in the stream that's open, or a new one.
   *
   * @param columns of the events, 0 where a step has none
   * @return the spikes of each step, of neurons below {@link #PROMPT_NEURONS}
   */
  public List<Bits> run(int[] columns) throws IOException {
    if (!open) {
      decoder = new SpikeBits();
      steps = 0;
      received = 0;
      early = Optional.empty();
    }
    List<Bits> spikes = new ArrayList<>();
    int sent = 0;
    while (spikes.size() < columns.length) {
      int due = Math.min(columns.length, spikes.size() + 2 * AHEAD);
      if (sent < due) {
        sendEvents(Arrays.copyOfRange(columns, sent, due));
        sent = due;
      }
      receive(Math.min(AHEAD, columns.length - spikes.size()), spikes);
    }
    return spikes;
  }

  private void sendEvents(int[] columns) throws IOException {
    Plain.Stream stream = open ? Plain.Stream.continued() : new Plain.Stream();
    open = true;
    int idle = 0;
    for (int column : columns) {
      idle++;
      if (column != 0) {
        stream.event(idle, column);
        idle = 0;
      }
    }
    send(stream.idle(idle).toBytes());
  }

  private void receive(int count, List<Bits> into) throws IOException {
    steps += count;
    int expected = (int) (SpikeBits.bytes(steps) - received);
    byte[] bytes = upTo(expected);
    received += bytes.length;
    if (bytes.length < expected) {
      throw new WireException(
          "%s sends %d of %d bytes of spikes: bytes were lost, or it has stopped"
              .formatted(line.name(), bytes.length, expected));
    }
    int end = into.size() + count;
    for (byte next : bytes) {
      decoder.accept(next, step -> take(step, into));
    }
    if (into.size() < end) {
      Bits pending = prompt(decoder.pending());
      early = Optional.of(pending);
      into.add(pending);
    }
  }

  private void take(Bits whole, List<Bits> into) {
    if (early.isPresent()) {
      early = Optional.empty(); // its last bits have come, of neurons that nobody uses
    } else {
      into.add(prompt(whole));
    }
  }

  private static Bits prompt(Bits spikes) {
    Bits prompt = new Bits();
    prompt.set(spikes);
    prompt.keepBelow(PROMPT_NEURONS);
    return prompt;
  }

  /** Ends the stream: membranes become 0. */
  public void end() throws IOException {
    if (open) {
      send(Plain.Stream.continued().end().toBytes());
      drain();
      open = false;
    }
  }

  private void send(byte[] bytes) throws IOException {
    line.write(bytes);
    traffic.sent.add(bytes.length);
  }

  private int read(int millis) throws IOException {
    int count = line.read(buffer, millis);
    traffic.received.add(count);
    return count;
  }

  /** So many bytes, or fewer if the next one doesn't come in time. */
  private byte[] upTo(int count) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(count);
    byte[] part = new byte[Math.min(count, buffer.length)];
    while (bytes.size() < count) {
      int wanted = Math.min(part.length, count - bytes.size());
      byte[] target = wanted == part.length ? part : new byte[wanted];
      int size = line.read(target, patienceMillis);
      if (size == 0) {
        break;
      }
      traffic.received.add(size);
      bytes.write(target, 0, size);
    }
    return bytes.toByteArray();
  }

  /** Counts a transfer that was damaged, lost or late, and is made once more. */
  public void retried() {
    traffic.errors.increment();
    traffic.retries.increment();
  }
}
