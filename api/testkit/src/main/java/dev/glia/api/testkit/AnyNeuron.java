package dev.glia.api.testkit;

import dev.glia.api.device.HardwareDriver;
import dev.glia.api.neuron.NeuronModel;
import java.util.Optional;

/**
 * A neuron model of a bundle, with its defaults; overridden for those that need more.
 *
 * @since 1.1
 */
public class AnyNeuron extends NeuronModelContract {
  private final NeuronModel model;
  private final NeuronBundleContract bundle;

  public AnyNeuron(NeuronModel model, NeuronBundleContract bundle) {
    this.model = model;
    this.bundle = bundle;
  }

  @Override
  protected NeuronModel model() {
    return model;
  }

  @Override
  protected HardwareDriver driver() {
    return bundle.driver();
  }

  @Override
  protected Optional<HardwareDriver> compared() {
    return Optional.of(bundle.compared());
  }
}
