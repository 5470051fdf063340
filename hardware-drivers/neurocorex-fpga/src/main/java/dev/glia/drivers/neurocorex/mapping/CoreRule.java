package dev.glia.drivers.neurocorex.mapping;

/**
 * A learning rule in the core's numbers.
 *
 * @param preWindow steps for which a pre spike is remembered
 * @param postWindow likewise for post spikes
 * @param strengthening added to a weight
 * @param weakening subtracted from a weight
 * @param floor no weight is weakened below it
 */
public record CoreRule(int preWindow, int postWindow, int strengthening, int weakening, int floor) {
  /** Whether both differ in their windows at most. */
  boolean sharesSteps(CoreRule other) {
    return strengthening == other.strengthening
        && weakening == other.weakening
        && floor == other.floor;
  }
}
