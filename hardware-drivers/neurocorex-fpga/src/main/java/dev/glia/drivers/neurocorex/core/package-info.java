/**
 * The core, bit for bit: what {@code PROTOCOL.md} says under "Numbers", "State" and "One step", in
 * plain integer arrays. Knows no wire and no network.
 */
package dev.glia.drivers.neurocorex.core;
