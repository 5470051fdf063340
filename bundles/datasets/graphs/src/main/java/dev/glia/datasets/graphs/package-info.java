/** Data sets that are graphs: papers and who cites whom. */
package dev.glia.datasets.graphs;
