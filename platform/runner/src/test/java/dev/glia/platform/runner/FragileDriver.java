package dev.glia.platform.runner;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeploymentReport;
import dev.glia.api.device.Device;
import dev.glia.api.device.DeviceException;
import dev.glia.api.device.DeviceLostException;
import dev.glia.api.device.Fit;
import dev.glia.api.device.HardwareDriver;
import dev.glia.api.device.InputBlock;
import dev.glia.api.device.NumberFormat;
import dev.glia.api.device.OutputBlock;
import dev.glia.api.network.Network;
import dev.glia.drivers.reference.ReferenceDriver;
import dev.glia.v1.DeviceHealth;
import dev.glia.v1.NetworkState;
import dev.glia.v1.Telemetry;
import java.util.List;

/** The reference device behind a cable that can be pulled. */
final class FragileDriver implements HardwareDriver {
  private final HardwareDriver reference = new ReferenceDriver();
  private volatile int blocksLeft;
  private volatile boolean unplugged;

  /** The cable holds for so many blocks. */
  FragileDriver(int blocks) {
    blocksLeft = blocks;
  }

  void mend() {
    blocksLeft = Integer.MAX_VALUE;
    unplugged = false;
  }

  @Override
  public Descriptor descriptor() {
    return Descriptor.of(ComponentKind.DRIVER, "fragile", "1.0.0", "A loose cable", "");
  }

  @Override
  public NumberFormat numberFormat() {
    return reference.numberFormat();
  }

  @Override
  public List<Device> devices() {
    return unplugged ? List.of() : List.of(new Board(reference.devices().getFirst()));
  }

  @Override
  public Fit fit(Network network) {
    return reference.fit(network);
  }

  private final class Board implements Device {
    private final Device inner;

    Board(Device inner) {
      this.inner = inner;
    }

    @Override
    public String id() {
      return "board";
    }

    @Override
    public boolean isShared() {
      return false;
    }

    @Override
    public DeviceHealth health() {
      return inner.health();
    }

    @Override
    public Telemetry telemetry() {
      return inner.telemetry();
    }

    @Override
    public Deployment deploy(Network network, DeployOptions options) throws DeviceException {
      return new Wired(inner.deploy(network, options));
    }
  }

  private final class Wired implements Deployment {
    private final Deployment inner;

    Wired(Deployment inner) {
      this.inner = inner;
    }

    @Override
    public void advance(int ticks, InputBlock in, OutputBlock out) throws DeviceLostException {
      if (blocksLeft-- <= 0) {
        unplugged = true;
        throw new DeviceLostException("board: the cable is out", null);
      }
      inner.advance(ticks, in, out);
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
      return Math.min(50, inner.maxBlock());
    }

    @Override
    public void setParameter(String population, String parameter, double[] values)
        throws DeviceLostException {
      inner.setParameter(population, parameter, values);
    }

    @Override
    public void setState(String population, String variable, double[] values)
        throws DeviceLostException {
      inner.setState(population, variable, values);
    }

    @Override
    public void setLearning(String projection, boolean on) throws DeviceLostException {
      inner.setLearning(projection, on);
    }

    @Override
    public void raise(String projection, String event) throws DeviceLostException {
      inner.raise(projection, event);
    }

    @Override
    public long synapses(String projection) {
      return inner.synapses(projection);
    }

    @Override
    public float[] readWeights(String projection) throws DeviceLostException {
      return inner.readWeights(projection);
    }

    @Override
    public void writeWeights(String projection, float[] weights) throws DeviceLostException {
      inner.writeWeights(projection, weights);
    }

    @Override
    public NetworkState snapshot() throws DeviceLostException {
      return inner.snapshot();
    }

    @Override
    public void restore(NetworkState state) throws DeviceLostException {
      inner.restore(state);
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
}
