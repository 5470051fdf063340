package dev.glia.platform.runner.running;

import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeploymentReport;
import dev.glia.api.device.DeviceLostException;
import dev.glia.api.device.InputBlock;
import dev.glia.api.device.OutputBlock;
import dev.glia.api.network.Network;
import dev.glia.platform.runner.devices.DeviceLease;
import dev.glia.v1.NetworkState;

/**
 * A deployment that is lost with the lease of its device: after this process was stopped for longer
 * than the lease's time-out, the device may be somebody else's, and must not be touched.
 */
final class LeasedDeployment implements Deployment {
  private final Deployment inner;
  private final DeviceLease lease;
  private final String device;

  LeasedDeployment(Deployment inner, DeviceLease lease, String device) {
    this.inner = inner;
    this.lease = lease;
    this.device = device;
  }

  private Deployment ours() throws DeviceLostException {
    if (!lease.isHeld()) {
      throw new DeviceLostException(
          device + ": this process wasn't heard of for so long that its lease ran out", null);
    }
    return inner;
  }

  @Override
  public Network network() {
    return inner.network();
  }

  @Override
  public long now() {
    return inner.now();
  }

  @Override
  public int maxBlock() {
    return inner.maxBlock();
  }

  @Override
  public void advance(int ticks, InputBlock in, OutputBlock out) throws DeviceLostException {
    ours().advance(ticks, in, out);
  }

  @Override
  public void setParameter(String population, String parameter, double[] values)
      throws DeviceLostException {
    ours().setParameter(population, parameter, values);
  }

  @Override
  public void setState(String population, String variable, double[] values)
      throws DeviceLostException {
    ours().setState(population, variable, values);
  }

  @Override
  public void setLearning(String projection, boolean on) throws DeviceLostException {
    ours().setLearning(projection, on);
  }

  @Override
  public void raise(String projection, String event) throws DeviceLostException {
    ours().raise(projection, event);
  }

  @Override
  public long synapses(String projection) {
    return inner.synapses(projection);
  }

  @Override
  public float[] readWeights(String projection) throws DeviceLostException {
    return ours().readWeights(projection);
  }

  @Override
  public void writeWeights(String projection, float[] weights) throws DeviceLostException {
    ours().writeWeights(projection, weights);
  }

  @Override
  public NetworkState snapshot() throws DeviceLostException {
    return ours().snapshot();
  }

  @Override
  public void restore(NetworkState state) throws DeviceLostException {
    ours().restore(state);
  }

  @Override
  public DeploymentReport report() {
    return inner.report();
  }

  @Override
  public void close() {
    inner.close();
  }
}
