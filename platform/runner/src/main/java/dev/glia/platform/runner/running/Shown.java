package dev.glia.platform.runner.running;

/**
 * What became of a sample.
 *
 * @param answer of the readout; -1 if it stayed silent or isn't asked
 * @param counts spikes of the readout's neurons during the last showing; empty if it isn't asked
 * @param showings how often it was shown
 * @param from tick before the last showing, of the deployment
 * @param until tick of its end, included
 * @param end tick at which the sample was done with
 */
record Shown(int label, int answer, int[] counts, int showings, long from, long until, long end) {}
