package dev.glia.drivers.conformance;

import dev.glia.api.device.Ability;
import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.Device;
import dev.glia.api.device.DeviceLostException;
import dev.glia.api.device.HardwareDriver;
import dev.glia.api.device.NumberFormat;
import dev.glia.api.network.Network;
import dev.glia.api.network.Projection;
import dev.glia.api.testkit.Trial;
import java.util.LinkedHashMap;
import java.util.Map;

/** A group of the device contract's tests. */
abstract class DeviceTests {
  abstract DeviceContract contract();

  HardwareDriver driver() {
    return contract().driver();
  }

  Device device() {
    return contract().device();
  }

  NumberFormat format() {
    return driver().numberFormat();
  }

  boolean can(Ability ability) {
    return driver().capabilities().can(ability);
  }

  /** The specimen that stands for all. */
  Specimen any() {
    return contract().specimens().getFirst();
  }

  /** Loads a specimen; its forced spikes are on their way. */
  Trial deploy(Specimen specimen) {
    Trial trial = deploy(specimen.network());
    specimen.show(trial);
    return trial;
  }

  Trial deploy(Network network) {
    return Trial.on(device(), network, DeployOptions.DEFAULT);
  }

  /** All weights that can be read; of projections that have weights of their own. */
  Map<String, float[]> weights(Deployment deployment) throws DeviceLostException {
    Map<String, float[]> weights = new LinkedHashMap<>();
    if (can(Ability.READS_WEIGHTS)) {
      for (Projection projection : deployment.network().projections()) {
        float[] each = deployment.readWeights(projection.name());
        if (each.length > 0) {
          weights.put(projection.name(), each);
        }
      }
    }
    return weights;
  }

  static double[] wide(float[] values) {
    double[] wide = new double[values.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = values[i];
    }
    return wide;
  }
}
