package dev.glia.platform.runner.running;

import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeploymentReport;
import dev.glia.api.device.DeviceLostException;
import dev.glia.api.device.InputBlock;
import dev.glia.api.device.OutputBlock;
import dev.glia.api.device.Rewindable;
import dev.glia.api.network.Network;
import dev.glia.v1.NetworkState;

/**
 * A deployment that another one does the same as, on another device: its results are those of the
 * first, and what the second makes of the same inputs is compared. Whatever goes wrong with the
 * second ends the comparison, not the run. One thread.
 */
final class Shadow implements Deployment, Rewindable {
  /** Does something with the shadow. */
  private interface Step {
    void with(Deployment shadow) throws DeviceLostException;
  }

  private final Deployment own;
  private final Deployment shadow;
  private final Divergence divergence;
  private final Window window;
  private final OutputBlock seen;
  private Return ownReturn;
  private Return shadowReturn;

  /**
   * A pair.
   *
   * @param shadow in the same state; closed by whoever made it
   */
  Shadow(Deployment own, Deployment shadow, Divergence divergence) {
    this.own = own;
    this.shadow = shadow;
    this.divergence = divergence;
    this.seen = new OutputBlock(own.network());
    this.window = new Window(own.network());
    window.over(new Nowhere());
  }

  /** Takes blocks and forgets them. */
  private static final class Nowhere implements Tape {
    @Override
    public OutputBlock blank() {
      throw new IllegalStateException("nothing is recorded here");
    }

    @Override
    public void take(OutputBlock block) {}
  }

  /** Counts spikes of the shadow, as that of a presenter does those of the run. */
  Window window() {
    return window;
  }

  /** Compares what both answer to a sample. */
  void answered(String phase, int label, int answer, int readout) {
    if (divergence.isGoingOn()) {
      int other = Readout.mostSpikes(window.counts(readout));
      divergence.answered(phase, label, answer, other);
    }
  }

  /** Says where the record is, when what was shown before may not be in it. */
  void at(long recorded) {
    if (divergence.isGoingOn()) {
      divergence.at(recorded);
    }
  }

  private void also(Step step) {
    if (divergence.isGoingOn()) {
      try {
        step.with(shadow);
      } catch (DeviceLostException | RuntimeException e) {
        divergence.end("at tick " + own.now() + ": " + e.getMessage());
      }
    }
  }

  @Override
  public Network network() {
    return own.network();
  }

  @Override
  public long now() {
    return own.now();
  }

  @Override
  public int maxBlock() {
    return divergence.isGoingOn() ? Math.min(own.maxBlock(), shadow.maxBlock()) : own.maxBlock();
  }

  @Override
  public void advance(int ticks, InputBlock in, OutputBlock out) throws DeviceLostException {
    own.advance(ticks, in, out);
    also(
        each -> {
          each.advance(ticks, in, seen);
          divergence.take(out, seen, ticks, own.now());
          window.take(seen);
        });
  }

  @Override
  public void setParameter(String population, String parameter, double[] values)
      throws DeviceLostException {
    own.setParameter(population, parameter, values);
    also(each -> each.setParameter(population, parameter, values));
  }

  @Override
  public void setState(String population, String variable, double[] values)
      throws DeviceLostException {
    own.setState(population, variable, values);
    also(each -> each.setState(population, variable, values));
  }

  @Override
  public void setLearning(String projection, boolean on) throws DeviceLostException {
    own.setLearning(projection, on);
    also(each -> each.setLearning(projection, on));
  }

  @Override
  public void raise(String projection, String event) throws DeviceLostException {
    own.raise(projection, event);
    also(each -> each.raise(projection, event));
  }

  @Override
  public long synapses(String projection) {
    return own.synapses(projection);
  }

  @Override
  public float[] readWeights(String projection) throws DeviceLostException {
    return own.readWeights(projection);
  }

  @Override
  public void writeWeights(String projection, float[] weights) throws DeviceLostException {
    own.writeWeights(projection, weights);
    also(each -> each.writeWeights(projection, weights));
  }

  @Override
  public NetworkState snapshot() throws DeviceLostException {
    return own.snapshot();
  }

  /** The shadow takes over the same state, whatever it had made of it. */
  @Override
  public void restore(NetworkState state) throws DeviceLostException {
    own.restore(state);
    also(each -> each.restore(state));
  }

  @Override
  public void mark() throws DeviceLostException {
    ownReturn = Return.to(own, own.snapshot());
    also(each -> shadowReturn = Return.to(each, each.snapshot()));
  }

  @Override
  public void rewind(long tick) throws DeviceLostException {
    if (ownReturn == null) {
      throw new IllegalStateException("no state was marked to return to");
    }
    ownReturn.to(tick);
    also(each -> shadowReturn.to(tick));
  }

  @Override
  public DeploymentReport report() {
    return own.report();
  }

  /** Both belong to their placements. */
  @Override
  public void close() {}
}
