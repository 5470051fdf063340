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
    return switch (rule.descriptor().id()) {
      case "reward-stdp" ->
          new AnyRule(rule, this) {
            @Override
            protected NeuronEquations target() {
              return membraneWith("reward");
            }

            @Override
            protected void configure(TestProjection projection) {
              projection.modulator("rule.reward", "post", "reward");
            }
          };
      case "lag-table-stdp" ->
          new AnyRule(rule, this) {
            @Override
            protected Optional<String> changesWithoutSpikes() {
              return Optional.of(LagTableStdpTest.CHANGES);
            }
          };
      case "teacher-gated-stdp" ->
          new AnyRule(rule, this) {
            @Override
            protected NeuronEquations target() {
              return membraneWith("taught");
            }
          };
      default -> super.contract(rule);
    };
  }

  /** A membrane with a variable that is always 1. */
  private static NeuronEquations membraneWith(String variable) {
    return NeuronEquations.of("dv/dt = -v/tau : mV\n" + variable + " : 1")
        .start(variable + " = 1")
        .parameter("tau", "20 ms", "(0, inf)", "membrane time constant")
        .build();
  }
}
