/**
 * The driver: serial ports, the devices behind them, and networks that run there. What becomes of a
 * network is decided in {@code mapping}, what crosses the wire in {@code wire}.
 */
package dev.glia.drivers.neurocorex.device;
