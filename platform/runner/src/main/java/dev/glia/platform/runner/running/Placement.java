package dev.glia.platform.runner.running;

import dev.glia.api.device.Deployment;
import dev.glia.api.device.Device;
import dev.glia.platform.runner.building.Leases;
import dev.glia.platform.runner.building.Resolution;
import dev.glia.v1.ExperimentSpec;

/** Where a run's network is: on which device, with which components. One thread. */
final class Placement implements AutoCloseable {
  private final ExperimentSpec spec;
  private final Leases leases;
  private final Resolution resolution;
  private final int threads;
  private final LeasedDevice device;
  private Deployment deployment;

  private Placement(
      ExperimentSpec spec,
      Leases leases,
      Resolution resolution,
      int threads,
      LeasedDevice device,
      Deployment deployment) {
    this.spec = spec;
    this.leases = leases;
    this.resolution = resolution;
    this.threads = threads;
    this.device = device;
    this.deployment = deployment;
  }

  /**
   * Loads a network on a device that was chosen.
   *
   * @param device is given back with the placement
   * @param leases are closed with the placement
   * @param threads that were asked for; 0 lets the driver choose
   */
  static Placement on(
      LeasedDevice device, ExperimentSpec spec, Leases leases, Resolution resolution, int threads) {
    Deployment deployment = device.deploy(resolution, threads);
    return new Placement(spec, leases, resolution, threads, device, deployment);
  }

  ExperimentSpec spec() {
    return spec;
  }

  Leases leases() {
    return leases;
  }

  Resolution resolution() {
    return resolution;
  }

  int threads() {
    return threads;
  }

  LeasedDevice device() {
    return device;
  }

  Deployment deployment() {
    return deployment;
  }

  Spares spares() {
    return new Spares(resolution, device.device());
  }

  /** For people: {@code cpu:0}. */
  String where() {
    return resolution.driver().descriptor().id() + ":" + device.device().id();
  }

  boolean isOn(Resolution other, Device there) {
    return resolution.driver().descriptor().id().equals(other.driver().descriptor().id())
        && device.device().id().equals(there.id());
  }

  /** Takes the network off its device, which has room for one only. */
  void vacate() {
    deployment.close();
  }

  /** Loads the network anew after {@link #vacate}. */
  void reload() {
    deployment = device.deploy(resolution, threads);
  }

  /** Leaves the device; the components stay leased. */
  void leave() {
    try (device) {
      deployment.close();
    }
  }

  @Override
  public void close() {
    try (leases) {
      leave();
    }
  }
}
