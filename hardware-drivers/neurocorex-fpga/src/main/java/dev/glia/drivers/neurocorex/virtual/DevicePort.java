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
    this(out, true);
  }

  /**
   * A device that has just been powered up.
   *
   * @param extended whether it knows the extension; a published core doesn't
   */
  public DevicePort(ByteSink out, boolean extended) {
    this.out = out;
    this.extended = extended;
    plain = new PlainPort(core, out);
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
