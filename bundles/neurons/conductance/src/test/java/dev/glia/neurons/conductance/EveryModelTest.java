package dev.glia.neurons.conductance;

import dev.glia.api.device.HardwareDriver;
import dev.glia.api.testkit.NeuronBundleContract;
import dev.glia.drivers.cpu.CpuDriver;
import dev.glia.drivers.reference.ReferenceDriver;

/** All models of this bundle keep what every neuron model promises. */
class EveryModelTest extends NeuronBundleContract {
  @Override
  protected HardwareDriver driver() {
    return new ReferenceDriver();
  }

  @Override
  protected HardwareDriver compared() {
    return new CpuDriver();
  }
}
