/** The driver of a resistive-memory macro, and its arrays for those who want them alone. */
package dev.glia.drivers.rram;
