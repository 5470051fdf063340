/**
 * What becomes of a network on the core. Neurons and learning rules are recognised by what they do:
 * their programs are run on many states, and what comes out is compared with what the core does. So
 * names don't matter, nor how an equation is written.
 */
package dev.glia.drivers.neurocorex.mapping;
