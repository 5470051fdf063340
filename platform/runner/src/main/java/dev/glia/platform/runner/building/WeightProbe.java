package dev.glia.platform.runner.building;

/**
 * Weights to keep.
 *
 * @param everyTicks ticks between readings; 0 for the end only
 */
public record WeightProbe(String projection, long everyTicks) {}
