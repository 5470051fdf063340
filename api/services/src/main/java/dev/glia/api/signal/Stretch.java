package dev.glia.api.signal;

/**
 * A stretch of time without a gap.
 *
 * @param start seconds from the start of the recording
 * @param seconds how long it is
 */
public record Stretch(double start, double seconds) {}
