package dev.glia.deployments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeviceException;
import dev.glia.api.random.RandomStream;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AgreementTest {
  private Deployment one;
  private Deployment other;
  private Agreement agreement;

  @BeforeEach
  void deploy() throws DeviceException {
    one = Chain.deployed();
    other = Chain.deployed();
    agreement =
        new Agreement(
            new SpikePlayer(one, "cells"),
            new SpikePlayer(other, "cells"),
            new Agreement.Exercise(
                "lines", 1, List.of("in", "row"), random -> random.nextInt(4) / 2.0),
            new RandomStream(1, "agreement", 0));
  }

  @AfterEach
  void close() {
    one.close();
    other.close();
  }

  @Test
  void equalDeploymentsAgreeInWhateverIsDone() throws DeviceException {
    int spikes = 0;
    for (int i = 0; i < 100; i++) {
      agreement.anything();
      spikes += agreement.play(5);
    }
    agreement.compareWeights();
    assertThat(spikes).isGreaterThan(50);
    assertThat(agreement.takeShare()).isEqualTo(1);
    assertThat(agreement.takeShare()).as("nothing since").isNaN();
  }

  @Test
  void weightThatDiffersIsCounted() throws DeviceException {
    agreement.write();
    agreement.takeShare();
    float[] weights = one.readWeights("row");
    weights[1]++;
    one.writeWeights("row", weights);
    agreement.compareWeights();
    assertThat(agreement.takeShare()).as("one of four").isEqualTo(0.75);
  }

  @Test
  void spikesThatDifferAreCounted() throws DeviceException {
    one.setState("cells", "v", new double[] {5});
    agreement.play(10);
    assertThat(agreement.takeShare()).isZero();
  }

  @Test
  void courseFindsNothingBetweenEqualsAndStopsWhenTold() throws DeviceException {
    Agreement.Findings found = agreement.course(50, 100, done -> done < 10);
    assertThat(found.memories()).isEqualTo(1);
    assertThat(found.rasters()).isEqualTo(1);
    assertThat(found.learned()).isEqualTo(1);
    assertThat(found.orders()).isEqualTo(1);
    assertThat(found.changed()).as("nothing learns").isZero();
    assertThat(found.spikes()).isPositive();
    assertThat(found.numbers())
        .hasSize(6)
        .containsEntry("orders", 1.0)
        .containsEntry("changed", 0.0);
  }

  @Test
  void differencesCountElements() {
    assertThat(Agreement.differences(new float[] {1, 2, 3}, new float[] {1, 0, 3})).isEqualTo(1);
    assertThat(Agreement.differences(new float[] {1}, new float[] {1, 0, 3})).isEqualTo(2);
  }
}
