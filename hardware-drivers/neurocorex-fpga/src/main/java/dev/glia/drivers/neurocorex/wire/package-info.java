/**
 * Bytes on the serial line: what {@code PROTOCOL.md} says under "Plain commands" and "Extension".
 * Framing is by length; every transfer has a time-out and a bounded number of retries.
 */
package dev.glia.drivers.neurocorex.wire;
