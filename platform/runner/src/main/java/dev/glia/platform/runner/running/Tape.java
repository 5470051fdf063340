package dev.glia.platform.runner.running;

import dev.glia.api.device.OutputBlock;

/** Takes what a deployment shows, block by block. One thread. */
interface Tape {
  /** The block to be filled next. */
  OutputBlock blank();

  /** Takes it, filled. */
  void take(OutputBlock block);
}
