/**
 * Synapses and spikes on their way. {@code Storage} chooses how a projection is kept by what its
 * synapses have in common; weights are read when an event arrives. An event is a branch number: one
 * source, one delay.
 */
package dev.glia.drivers.cpu.delivery;
