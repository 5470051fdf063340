/** A model of a macro of resistive memory: cells, lines, converters, energy. */
package dev.glia.drivers.rram.array;
