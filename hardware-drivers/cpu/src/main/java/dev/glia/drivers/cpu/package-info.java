/**
 * The CPU driver: networks as compiled loops over float32 arrays.
 *
 * <p>A {@code Simulation} has {@code Cells} (a population: parameters, arrays, code) and {@code
 * Wires} (a projection: synapses). Both are cut into slices, a {@code Worker} each, which runs the
 * tick as the device package defines it: deliver, integrate, threshold, reset, learn, probe. A
 * thread owns its slice of every population, the synapses onto it, their learning and a copy of all
 * recent spikes; threads meet once a tick to exchange those, and where a rule reads across slices.
 *
 * <p>What makes results independent of threads and processors: sums are taken in one order, every
 * lane of a vector computes what a scalar would, functions are our own, random numbers depend on
 * neuron and tick only.
 */
package dev.glia.drivers.cpu;
