/**
 * The host's end of the line to a macro's controller, and controllers that are started on demand.
 */
package dev.glia.drivers.rram.host;
