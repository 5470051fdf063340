/** Runs of studies: planning, the cells' surroundings, order and threads. */
package dev.glia.platform.studies.running;
