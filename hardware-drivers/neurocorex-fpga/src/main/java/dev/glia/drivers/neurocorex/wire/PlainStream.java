package dev.glia.drivers.neurocorex.wire;

import dev.glia.drivers.neurocorex.core.Bits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A stream of events to a core, and of the spikes that come back. It opens with the first step. One
 * thread at a time.
 */
public final class PlainStream {
  /**
   * Neurons whose spikes are known as soon as a step has run: later ones may share a byte with the
   * next step.
   */
  public static final int PROMPT_NEURONS = 84;

  /**
   * Steps that are sent ahead of those whose spikes have come; twice as many, with an event each,
   * are half of what the core's queue takes.
   */
  private static final int AHEAD = 256;

  private final PlainLine line;
  private final SpikeBits decoder = new SpikeBits();
  private boolean open;
  private long steps;
  private long received;
  private Optional<Bits> early = Optional.empty();

  PlainStream(PlainLine line) {
    this.line = line;
  }

  /**
   * Runs steps.
   *
   * @param columns of the events, 0 where a step has none
   * @return the spikes of each step, of neurons below {@link #PROMPT_NEURONS}
   */
  public List<Bits> run(byte[] columns) throws IOException {
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

  private void sendEvents(byte[] columns) throws IOException {
    Plain.Stream stream = open ? Plain.Stream.continued() : new Plain.Stream();
    open = true;
    int idle = 0;
    for (byte column : columns) {
      idle++;
      if (column != 0) {
        stream.event(idle, column);
        idle = 0;
      }
    }
    line.send(stream.idle(idle).toBytes());
  }

  private void receive(int count, List<Bits> into) throws IOException {
    steps += count;
    int expected = (int) (SpikeBits.bytes(steps) - received);
    byte[] bytes = line.upTo(expected);
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

  /** Of those whose spikes are known at once. */
  public static Bits prompt(Bits spikes) {
    Bits prompt = new Bits();
    prompt.set(spikes);
    prompt.keepBelow(PROMPT_NEURONS);
    return prompt;
  }

  /** Whether the core has sent what nobody asked for: it steps on without being told. */
  public boolean ranOn() throws IOException {
    int more = open ? line.unasked() : 0;
    received += more;
    return more > 0;
  }

  /**
   * Ends it: membranes become 0.
   *
   * @return how many steps the core has made that it wasn't told to make
   * @throws WireException if what has come isn't the spikes of whole steps
   */
  public int end() throws IOException {
    if (!open) {
      return 0;
    }
    open = false;
    line.send(Plain.Stream.continued().end().toBytes());
    received += line.drain();
    int made = SpikeBits.steps(received);
    if (SpikeBits.bytes(made) != received) {
      throw new WireException(
          "%s sends %d bytes by the end of its steps, which no number of steps gives: bytes were"
                  .formatted(line.name(), received)
              + " lost or added on the line");
    }
    return made - (int) steps;
  }
}
