package dev.glia.learning.stdp;

import dev.glia.api.device.HardwareDriver;
import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.learning.LearningRule;
import dev.glia.api.testkit.AnyRule;
import dev.glia.api.testkit.LearningBundleContract;
import dev.glia.api.testkit.LearningRuleContract;
import dev.glia.api.testkit.TestProjection;
import dev.glia.drivers.cpu.CpuDriver;
import dev.glia.drivers.reference.ReferenceDriver;

/** All rules of this bundle keep what every learning rule promises. */
class EveryModelTest extends LearningBundleContract {
  @Override
  protected HardwareDriver driver() {
    return new ReferenceDriver();
  }

  @Override
  protected HardwareDriver compared() {
    return new CpuDriver();
  }

  @Override
  protected LearningRuleContract contract(LearningRule rule) {
    return !rule.descriptor().id().equals("reward-stdp")
        ? super.contract(rule)
        : new AnyRule(rule, this) {
          @Override
          protected NeuronEquations target() {
            return NeuronEquations.of("dv/dt = -v/tau : mV\nreward : 1")
                .start("reward = 1")
                .parameter("tau", "20 ms", "(0, inf)", "membrane time constant")
                .build();
          }

          @Override
          protected void configure(TestProjection projection) {
            projection.modulator("rule.reward", "post", "reward");
          }
        };
  }
}
