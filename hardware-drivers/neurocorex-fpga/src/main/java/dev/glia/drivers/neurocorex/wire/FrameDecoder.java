package dev.glia.drivers.neurocorex.wire;

import java.util.Arrays;

/**
 * Finds frames in a stream of bytes, whatever the bytes are. Both ends use it. Not safe for use by
 * several threads.
 */
public final class FrameDecoder {
  /** What a byte led to. */
  public enum Event {
    /** It begins or continues a frame. */
    COLLECTING,
    /** It completes one whose CRC is right: {@link #frame()}. */
    FRAME,
    /** It completes one whose CRC is wrong: {@link #frame()}, in which nothing is to be trusted. */
    WRONG_CRC,
    /** The length that it completes can't be: the frame is given up. */
    WRONG_LENGTH,
    /** It belongs to no frame. */
    DISCARDED
  }

  private final int start;
  private final int header;
  private final byte[] bytes;
  private int size;
  private int needed;
  private Frame frame;

  /**
   * A decoder of one direction.
   *
   * @param start {@link Frame#REQUEST} or {@link Frame#REPLY}
   */
  public FrameDecoder(int start) {
    this.start = start;
    header = Frame.headerBytes(start);
    bytes = new byte[header + Frame.MAX_PAYLOAD + Frame.CRC_BYTES];
  }

  public Event accept(byte next) {
    if (size == 0 && (next & 0xFF) != start) {
      return Event.DISCARDED;
    }
    bytes[size++] = next;
    if (size < header) {
      return Event.COLLECTING;
    }
    if (size == header) {
      int length = Words.get(bytes, header - 2, 2);
      if (length > Frame.MAX_PAYLOAD) {
        finish(new byte[0], 0);
        return Event.WRONG_LENGTH;
      }
      needed = header + length + Frame.CRC_BYTES;
      return Event.COLLECTING;
    }
    return size == needed ? complete() : Event.COLLECTING;
  }

  private Event complete() {
    int end = size - Frame.CRC_BYTES;
    int crc = Words.get(bytes, end, Frame.CRC_BYTES);
    boolean right = Frame.crcOf(bytes, end) == crc;
    finish(Arrays.copyOfRange(bytes, header, end), crc);
    return right ? Event.FRAME : Event.WRONG_CRC;
  }

  private void finish(byte[] payload, int crc) {
    int status = header == Frame.headerBytes(Frame.REQUEST) ? 0 : bytes[3] & 0xFF;
    frame = new Frame(bytes[1] & 0xFF, bytes[2] & 0xFF, status, payload, crc);
    size = 0;
  }

  /** The last frame that was completed or given up. */
  public Frame frame() {
    return frame;
  }

  /** How many bytes of an unfinished frame are here. */
  public int pending() {
    return size;
  }

  /** The type of the unfinished frame; known from its second byte on. */
  public int pendingType() {
    return bytes[1] & 0xFF;
  }

  /** Forgets an unfinished frame. */
  public void reset() {
    size = 0;
  }

  /** The direction it decodes. */
  public int start() {
    return start;
  }
}
