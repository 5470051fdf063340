/** Runs: deployment, the loop over ticks or presentations, checkpoints, analysis. */
package dev.glia.platform.runner.running;
