package dev.glia.api.encoding;

import dev.glia.api.random.RandomStream;

/**
 * How a sample is shown.
 *
 * @param neurons size of the driven population
 * @param ticks duration
 * @param dt seconds a tick
 * @param strength factor on the intensity; 1 at first, raised by a boost
 * @param random draws that belong to this presentation
 */
public record Presentation(
    int neurons, int ticks, double dt, double strength, RandomStream random) {}
