package dev.glia.learning.homeostasis;

import dev.glia.api.device.HardwareDriver;
import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.learning.LearningRule;
import dev.glia.api.testkit.AnyRule;
import dev.glia.api.testkit.LearningBundleContract;
import dev.glia.api.testkit.LearningRuleContract;
import dev.glia.drivers.cpu.CpuDriver;
import dev.glia.drivers.reference.ReferenceDriver;
import java.util.Optional;

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
    return !rule.descriptor().id().equals("inhibitory-rate-homeostasis")
        ? super.contract(rule)
        : new AnyRule(rule, this) {
          @Override
          protected NeuronEquations source() {
            return NeuronEquations.of("r : 1\nr_before : 1").start("r_before = 0.5").build();
          }

          @Override
          protected NeuronEquations target() {
            return NeuronEquations.of("dv/dt = -v/(20 ms) : mV\nr : 1\ntarget : 1")
                .start("r = 0.3; target = 0.4")
                .build();
          }

          @Override
          protected Optional<String> changesWithoutSpikes() {
            return Optional.of("it's about rates, and theirs isn't the target's");
          }
        };
  }
}
