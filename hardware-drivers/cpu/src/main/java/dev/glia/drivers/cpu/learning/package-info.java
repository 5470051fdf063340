/** What changes weights: events on branches and targets, time, and events from outside. */
package dev.glia.drivers.cpu.learning;
