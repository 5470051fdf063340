package dev.glia.drivers.rram;

import dev.glia.api.crossbar.Block;
import dev.glia.api.crossbar.CrossbarArray;
import dev.glia.api.device.DeviceException;
import dev.glia.api.device.DeviceLostException;

/**
 * Calls to an array in the middle of a run, where a device that refuses what it took before is as
 * good as gone.
 */
record Calling(CrossbarArray array) {
  float[] multiply(Block block, long[] bits, long access) throws DeviceLostException {
    try {
      return array.multiply(block, bits, 1, access);
    } catch (DeviceException e) {
      throw lost(e);
    }
  }

  static DeviceLostException lost(DeviceException e) {
    return e instanceof DeviceLostException lost
        ? lost
        : new DeviceLostException(e.getMessage(), e);
  }
}
