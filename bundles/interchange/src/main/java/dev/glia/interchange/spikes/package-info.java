/** Spike trains of a run as other tools read them: NWB and NumPy. */
package dev.glia.interchange.spikes;
