package dev.glia.api.testkit;

import dev.glia.api.device.HardwareDriver;
import dev.glia.api.learning.LearningRule;
import java.util.Optional;

/**
 * A learning rule of a bundle, with its defaults; overridden for those that need more.
 *
 * @since 1.1
 */
public class AnyRule extends LearningRuleContract {
  private final LearningRule model;
  private final LearningBundleContract bundle;

  public AnyRule(LearningRule model, LearningBundleContract bundle) {
    this.model = model;
    this.bundle = bundle;
  }

  @Override
  protected LearningRule rule() {
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
