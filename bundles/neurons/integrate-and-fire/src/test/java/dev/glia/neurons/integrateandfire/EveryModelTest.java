package dev.glia.neurons.integrateandfire;

import dev.glia.api.device.HardwareDriver;
import dev.glia.api.neuron.NeuronModel;
import dev.glia.api.testkit.AnyNeuron;
import dev.glia.api.testkit.NeuronBundleContract;
import dev.glia.api.testkit.NeuronModelContract;
import dev.glia.drivers.cpu.CpuDriver;
import dev.glia.drivers.reference.ReferenceDriver;
import java.util.Optional;

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

  @Override
  protected NeuronModelContract contract(NeuronModel model) {
    return !model.descriptor().id().equals("lif-adaptive")
        ? super.contract(model)
        : new AnyNeuron(model, this) {
          @Override
          protected Optional<String> movesWithoutInput() {
            return Optional.of("its threshold takes hours to come down");
          }
        };
  }
}
