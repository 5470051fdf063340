/**
 * A board in software: the device's end of the wire, and the core behind it. It understands all
 * that {@code PROTOCOL.md} says, and can sit behind a pseudo-terminal, so that the driver talks to
 * it through the same serial port as to a board.
 */
package dev.glia.drivers.neurocorex.virtual;
