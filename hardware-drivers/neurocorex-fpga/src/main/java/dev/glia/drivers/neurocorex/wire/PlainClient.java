package dev.glia.drivers.neurocorex.wire;

import dev.glia.drivers.neurocorex.core.Bits;
import dev.glia.drivers.neurocorex.core.Fixed;
import dev.glia.drivers.neurocorex.core.Layout;
import dev.glia.drivers.neurocorex.core.Memory;
import java.io.IOException;
import java.util.Arrays;

/**
 * A published core at the other end of a line. Its commands have neither checksums nor answers, so
 * this checks what can be: lengths, the start mark, silence, and the recurrent weights. One thread
 * at a time.
 */
public final class PlainClient {
  private static final int SETTLING_STEPS = 128;

  private final Line raw;
  private final PlainLine line;
  private final Traffic traffic;
  private final int patienceMillis;
  private PlainStream stream;

  /**
   * A client; nothing is sent yet.
   *
   * @param patienceMillis for the next byte of an answer
   */
  public PlainClient(Line line, Traffic traffic, int patienceMillis) {
    this.raw = line;
    this.line = new PlainLine(line, traffic, patienceMillis);
    this.traffic = traffic;
    this.patienceMillis = patienceMillis;
    stream = new PlainStream(this.line);
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
    line.send(Request.key());
    if (line.answers(200)) {
      line.drain();
      new Link(raw, traffic, patienceMillis).request(Request.BYE, new byte[0]);
      return Kind.CHECKED;
    }
    line.send(Plain.readRecurrent());
    if (line.upTo(Plain.READ_BYTES).length < Plain.READ_BYTES) {
      return Kind.NOTHING;
    }
    line.requireSilence("weights");
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
    line.send(fill);
    line.drain();
    stream = new PlainStream(line);
  }

  /** Fills both matrices; the core must have fallen silent. */
  public void writeWeights(Memory memory) throws IOException {
    line.send(Plain.inputWeights(memory.input));
    writeRecurrent(memory.recurrent);
  }

  public void writeRecurrent(byte[] matrix) throws IOException {
    line.send(Plain.recurrentWeights(matrix));
  }

  /** Says which synapses learn. */
  public void writeEnable(byte[] bits) throws IOException {
    line.send(Plain.enable(bits));
  }

  /** Sets thresholds, refractory steps, leak, learning and biases. */
  public void writeNeurons(Memory memory) throws IOException {
    line.send(Plain.parameters(memory.parameters));
    line.send(Plain.bias(0, 0));
    for (int n = 0; n < Layout.NEURONS; n++) {
      if (memory.bias[n] != 0) {
        line.send(Plain.bias(memory.bias[n], n));
      }
    }
  }

  /**
   * Lets refractory counters and windows run out, with neurons that can't spike; none may learn.
   */
  public void settle() throws IOException {
    Memory inert = new Memory();
    Arrays.fill(inert.parameters, 0, Layout.SLOTS, Fixed.MAX);
    writeNeurons(inert);
    PlainStream rest = open();
    for (Bits spikes : rest.run(new byte[SETTLING_STEPS])) {
      if (!spikes.isEmpty()) {
        throw new WireException(
            line.name() + " has spikes where none can be: bytes were lost or changed on the line");
      }
    }
    rest.end();
  }

  /** The recurrent weights but for the last, which belongs to nobody; no stream may be open. */
  public byte[] readRecurrent() throws IOException {
    line.send(Plain.readRecurrent());
    byte[] bytes = line.upTo(Plain.READ_BYTES);
    if (bytes.length < Plain.READ_BYTES) {
      throw new WireException(
          "%s sends %d of %d weights".formatted(line.name(), bytes.length, Plain.READ_BYTES));
    }
    line.requireSilence("weights");
    return bytes;
  }

  /** A new stream, which replaces the one before. */
  public PlainStream open() {
    stream = new PlainStream(line);
    return stream;
  }

  /** The stream that was opened last. */
  public PlainStream stream() {
    return stream;
  }

  /** Counts a transfer that was damaged, lost or late, and is made once more. */
  public void retried() {
    traffic.errors.increment();
    traffic.retries.increment();
  }
}
