/** The float64 interpreter as a driver: the oracle of tests. */
package dev.glia.drivers.reference;
