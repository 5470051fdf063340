package dev.glia.drivers.neurocorex.virtual;

import dev.glia.drivers.neurocorex.core.Bits;
import dev.glia.drivers.neurocorex.core.IntegerCore;
import dev.glia.drivers.neurocorex.core.Layout;
import dev.glia.drivers.neurocorex.wire.Frame;
import dev.glia.drivers.neurocorex.wire.Region;
import dev.glia.drivers.neurocorex.wire.Request;
import dev.glia.drivers.neurocorex.wire.Status;
import dev.glia.drivers.neurocorex.wire.Words;
import java.util.Arrays;

/** Answers the frames of the extension. */
final class FramePort {
  private static final byte[] NOTHING = {};
  private static final int ABILITIES = 0b11;

  private final IntegerCore core;
  private final MemoryMap map;
  private final int[] counters = new int[4];
  private final Bits events = new Bits();
  private final Bits forced = new Bits();
  private int nonce;
  private Frame last;
  private byte[] lastReply;
  private boolean bye;

  FramePort(IntegerCore core) {
    this.core = core;
    map = new MemoryMap(core);
  }

  void discarded() {
    counters[2]++;
  }

  byte[] refuseChecksum(Frame frame) {
    counters[1]++;
    return Frame.reply(frame.type(), frame.sequence(), Status.WRONG_CRC, NOTHING);
  }

  byte[] refuseLength(Frame frame) {
    counters[1]++;
    return Frame.reply(frame.type(), frame.sequence(), Status.UNKNOWN, NOTHING);
  }

  /** Whether the last frame switched the extension off. */
  boolean saidBye() {
    return bye;
  }

  /** The answer to the key. */
  byte[] greetKey() {
    last = null;
    return Frame.reply(Request.HELLO, 0, Status.DONE, greeting());
  }

  byte[] serve(Frame frame) {
    counters[0]++;
    bye = false;
    if (isRepeated(frame)) {
      counters[3]++;
      return lastReply;
    }
    lastReply = execute(frame);
    last = frame;
    return lastReply;
  }

  private boolean isRepeated(Frame frame) {
    return last != null
        && frame.type() != Request.HELLO
        && frame.type() == last.type()
        && frame.sequence() == last.sequence()
        && frame.crc() == last.crc();
  }

  private byte[] execute(Frame frame) {
    byte[] payload = frame.payload();
    return switch (frame.type()) {
      case Request.HELLO -> hello(frame, payload);
      case Request.BYE -> payload.length == 0 ? bye(frame) : refuse(frame, Status.UNKNOWN);
      case Request.WRITE -> write(frame, payload);
      case Request.READ -> read(frame, payload);
      case Request.RUN -> run(frame, payload);
      case Request.RESET -> payload.length == 0 ? reset(frame) : refuse(frame, Status.UNKNOWN);
      default -> refuse(frame, Status.UNKNOWN);
    };
  }

  private static byte[] done(Frame frame, byte[] payload) {
    return Frame.reply(frame.type(), frame.sequence(), Status.DONE, payload);
  }

  private static byte[] refuse(Frame frame, int status) {
    return Frame.reply(frame.type(), frame.sequence(), status, NOTHING);
  }

  private byte[] hello(Frame frame, byte[] payload) {
    if (payload.length != 4) {
      return refuse(frame, Status.UNKNOWN);
    }
    nonce = Words.get(payload, 0, 4);
    return done(frame, greeting());
  }

  private byte[] greeting() {
    byte[] greeting = new byte[12];
    Words.put(greeting, 0, nonce, 4);
    greeting[4] = 1;
    greeting[6] = Layout.SLOTS;
    greeting[7] = Layout.NEURONS;
    Words.put(greeting, 8, ABILITIES, 2);
    Words.put(greeting, 10, Frame.MAX_PAYLOAD, 2);
    return greeting;
  }

  private byte[] bye(Frame frame) {
    bye = true;
    nonce = 0;
    return done(frame, NOTHING);
  }

  private byte[] reset(Frame frame) {
    core.state.reset();
    return done(frame, NOTHING);
  }

  private byte[] write(Frame frame, byte[] payload) {
    if (payload.length < 4) {
      return refuse(frame, Status.UNKNOWN);
    }
    int at = Words.get(payload, 1, 2);
    if (isOutside(payload[0], at, payload.length - 3) || Region.values()[payload[0]].isReadOnly()) {
      return refuse(frame, Status.OUTSIDE);
    }
    for (int i = 3; i < payload.length; i++) {
      map.write(Region.values()[payload[0]], at++, payload[i]);
    }
    return done(frame, NOTHING);
  }

  private byte[] read(Frame frame, byte[] payload) {
    if (payload.length != 5) {
      return refuse(frame, Status.UNKNOWN);
    }
    int at = Words.get(payload, 1, 2);
    int count = Words.get(payload, 3, 2);
    if (count < 1 || count > Frame.MAX_PAYLOAD || isOutside(payload[0], at, count)) {
      return refuse(frame, Status.OUTSIDE);
    }
    Region region = Region.values()[payload[0]];
    byte[] bytes = region == Region.COUNTERS ? countersAsBytes() : null;
    if (bytes != null) {
      return done(frame, Arrays.copyOfRange(bytes, at, at + count));
    }
    bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = map.read(region, at + i);
    }
    return done(frame, bytes);
  }

  private static boolean isOutside(int region, int at, int count) {
    return region < 0
        || region >= Region.values().length
        || at + count > Region.values()[region].bytes();
  }

  private byte[] countersAsBytes() {
    byte[] bytes = new byte[Region.COUNTERS.bytes()];
    for (int i = 0; i < counters.length; i++) {
      Words.put(bytes, 4 * i, counters[i], 4);
    }
    return bytes;
  }

  private byte[] run(Frame frame, byte[] payload) {
    if (payload.length == 0 || payload.length % Request.STEP_BYTES != 0) {
      return refuse(frame, Status.UNKNOWN);
    }
    int steps = payload.length / Request.STEP_BYTES;
    byte[] answer = new byte[4 + Bits.BYTES * steps];
    for (int i = 0; i < steps; i++) {
      events.read(payload, i * Request.STEP_BYTES);
      forced.read(payload, i * Request.STEP_BYTES + Bits.BYTES);
      core.step(events, forced);
      core.state.spikes.write(answer, 4 + Bits.BYTES * i);
    }
    Words.put(answer, 0, core.state.steps, 4);
    return done(frame, answer);
  }
}
