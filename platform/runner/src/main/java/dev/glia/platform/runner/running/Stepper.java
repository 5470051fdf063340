package dev.glia.platform.runner.running;

import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeviceLostException;
import dev.glia.api.device.InputBlock;
import dev.glia.api.device.OutputBlock;

/**
 * Advances a deployment in blocks that take about a tenth of a second, so that cancelling and
 * progress stay lively; results don't depend on how time is cut. One thread.
 */
final class Stepper {
  private static final long AIM = 100_000_000; // ns
  private static final int FIRST = 64; // ticks

  private final Deployment deployment;
  private final Tape tape;
  private final Standing standing;
  private final InputBlock input = new InputBlock();
  private int block;

  Stepper(Deployment deployment, Tape tape, Standing standing) {
    this.standing = standing;
    this.deployment = deployment;
    this.tape = tape;
    this.block = Math.min(FIRST, deployment.maxBlock());
  }

  long now() {
    return deployment.now();
  }

  /**
   * Runs one block.
   *
   * @param most ticks to run at most, at least 1
   * @return ticks that were run
   */
  int step(long most, ForcedSpikes forced) throws DeviceLostException {
    int ticks = (int) Math.min(most, block);
    long begin = System.nanoTime();
    standing.fill(input, forced, deployment.now() + ticks);
    OutputBlock output = tape.blank();
    deployment.advance(ticks, input, output);
    tape.take(output);
    adapt(ticks, System.nanoTime() - begin);
    return ticks;
  }

  private void adapt(int ticks, long nanos) {
    if (ticks == block && nanos < AIM / 2) {
      block = (int) Math.min(2L * block, deployment.maxBlock());
    } else if (nanos > 2 * AIM) {
      block = (int) Math.clamp(ticks * AIM / nanos, 1, deployment.maxBlock());
    }
  }
}
