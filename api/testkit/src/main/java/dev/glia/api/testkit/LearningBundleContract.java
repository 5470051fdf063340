package dev.glia.api.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.device.HardwareDriver;
import dev.glia.api.learning.LearningRule;
import dev.glia.api.modelfiles.ModelFile;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What every learning rule of a bundle owes its users: each one, by {@link LearningRuleContract},
 * on the oracle and on another driver. One test class a bundle extends it, so that none is
 * forgotten.
 *
 * @since 1.1
 */
public abstract class LearningBundleContract {
  /** The oracle: the reference driver. */
  protected abstract HardwareDriver driver();

  /** The driver that must agree with it: the CPU's, in float32. */
  protected abstract HardwareDriver compared();

  /** The contract of one model; overridden for those that need parameters or have a say. */
  protected LearningRuleContract contract(LearningRule model) {
    return new AnyRule(model, this);
  }

  /** Why a model cites nothing; empty if it does. */
  protected Optional<String> uncited(String id) {
    return Optional.empty();
  }

  @TestFactory
  Stream<DynamicNode> everyModel() {
    return ModelResources.ofBundle().stream()
        .filter(ModelFile.Learning.class::isInstance)
        .map(ModelFile.Learning.class::cast)
        .map(model -> tests(model, model.descriptor().id(), model.descriptor().citation()));
  }

  private DynamicNode tests(LearningRule model, String id, String citation) {
    DynamicTest cites =
        DynamicTest.dynamicTest(
            "citesWhereItComesFrom",
            () ->
                assertThat(citation.isBlank())
                    .as("%s cites nothing", id)
                    .isEqualTo(uncited(id).filter(reason -> !reason.isBlank()).isPresent()));
    return ContractTests.of(id, contract(model), LearningRuleContract.class, cites);
  }
}
