/**
 * The controller of a simulated macro: a process of its own that answers {@link
 * dev.glia.v1.CrossbarRequest}s on a local socket, as the one of a bench would.
 */
package dev.glia.drivers.rram.controller;
