package dev.glia.drivers.neurocorex.virtual;

import dev.glia.drivers.neurocorex.core.Flags;
import dev.glia.drivers.neurocorex.core.IntegerCore;
import dev.glia.drivers.neurocorex.wire.Frame;
import dev.glia.drivers.neurocorex.wire.FrameDecoder;
import dev.glia.drivers.neurocorex.wire.Request;

/**
 * The device's end of the wire: takes any bytes, one by one, and never fails. Not safe for use by
 * several threads.
 */
public final class DevicePort {
  private final IntegerCore core = new IntegerCore();
  private final KeyMatcher key = new KeyMatcher();
  private final FrameDecoder decoder = new FrameDecoder(Frame.REQUEST);
  private final boolean extended;
  private final ByteSink out;
  private final PlainPort plain;
  private final FramePort frames;

  /** Whether the extension is switched on. */
  private boolean locked;

  /** A device that has just been powered up, and knows the extension. */
  public DevicePort(ByteSink out) {
    this(out, Bitstream.CHECKED);
  }

  /** A device that has just been powered up. */
  public DevicePort(ByteSink out, Bitstream bitstream) {
    this.out = out;
    extended = bitstream == Bitstream.CHECKED;
    plain = new PlainPort(core, out, bitstream != Bitstream.FREE_RUNNING);
    frames = new FramePort(core);
    core.memory.flags = extended ? 0 : Flags.PUBLISHED_ORDER;
  }

  /** The core, for tests to look at. */
  public IntegerCore core() {
    return core;
  }

  public void accept(byte next) {
    if (locked) {
      acceptLocked(next);
    } else {
      acceptPlain(next);
    }
  }

  public void accept(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      accept(bytes[i]);
    }
  }

  /** The time of a step has passed: matters to a core that doesn't wait for its host. */
  public void tick() {
    plain.tick();
  }

  private void acceptPlain(byte next) {
    if (!plain.isIdle()) {
      key.reset();
    } else if (key.accept(next) && extended) {
      turnKey();
    }
    plain.accept(next);
  }

  private void acceptLocked(byte next) {
    FrameDecoder.Event event = decoder.accept(next);
    if (key.accept(next) && decoder.pending() == 0) {
      turnKey();
      return;
    }
    switch (event) {
      case COLLECTING -> {}
      case DISCARDED -> frames.discarded();
      case WRONG_CRC -> out.send(frames.refuseChecksum(decoder.frame()));
      case WRONG_LENGTH -> {
        if (decoder.frame().type() != Request.KEY_TYPE) {
          out.send(frames.refuseLength(decoder.frame()));
        }
      }
      case FRAME -> {
        out.send(frames.serve(decoder.frame()));
        locked = !frames.saidBye();
      }
    }
  }

  private void turnKey() {
    locked = true;
    decoder.reset();
    out.send(frames.greetKey());
  }
}
