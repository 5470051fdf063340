package dev.glia.drivers.neurocorex.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Device;
import dev.glia.api.testkit.Trial;
import dev.glia.drivers.neurocorex.core.Layout;
import dev.glia.drivers.neurocorex.mapping.Dialect;
import dev.glia.drivers.neurocorex.virtual.Bitstream;
import dev.glia.drivers.neurocorex.wire.FaultyLine;
import dev.glia.drivers.neurocorex.wire.Line;
import dev.glia.v1.DeviceHealth.Condition;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a published core has learned is compared with what the model has. */
@Timeout(120)
class LearnedWeightsTest {
  private static final int TICKS = 60;

  /** The next line to a core; it's kept to look at. */
  private FaultyLine line;

  private final Device device =
      new NeuroCoreDevice(
          "bench",
          new NeuroCoreDevice.Plug() {
            @Override
            public Line open() {
              line = new FaultyLine(1, Bitstream.PUBLISHED);
              return line;
            }

            @Override
            public Optional<String> absence() {
              return Optional.empty();
            }

            @Override
            public boolean isInProcess() {
              return true;
            }
          },
          1,
          Dialect.PUBLISHED);

  private Trial run() {
    Trial trial =
        Trial.on(device, PublishedNetworks.wide(2, true), DeployOptions.DEFAULT).blocks(30);
    return PublishedNetworks.show(trial, 3, TICKS).run(TICKS);
  }

  /** Neuron 60 gets a weight that it didn't learn, from one that's weakly coupled. */
  private void spoil() {
    line.port.core().memory.recurrent[Layout.recurrentCell(60, 7)] += 1;
  }

  @Test
  void aRunWhoseCoreHasTheModelsWeightsLeavesAReadyDevice() {
    run().close();
    assertThat(device.health().getCondition()).isEqualTo(Condition.CONDITION_READY);
  }

  @Test
  void otherWeightsAtTheEndAreMarkedUntilTheNextNetwork() {
    Trial trial = run();
    spoil();
    trial.close();
    assertThat(device.health().getCondition()).isEqualTo(Condition.CONDITION_DEGRADED);
    assertThat(device.health().getReason())
        .contains("in doubt", "recurrent weights aren't the model's after 60 steps");
    run().close();
    assertThat(device.health().getCondition()).isEqualTo(Condition.CONDITION_READY);
  }

  @Test
  void otherWeightsWhenTheyAreReadLetTheRunBeMadeAgain() throws Exception {
    try (Trial trial = run()) {
      byte[] right = line.port.core().memory.recurrent.clone();
      spoil();
      String learning =
          trial.deployment().network().projections().stream()
              .filter(p -> p.learning().isPresent())
              .findFirst()
              .orElseThrow()
              .name();
      trial.deployment().readWeights(learning);
      assertThat(line.port.core().memory.recurrent).isEqualTo(right);
    }
    assertThat(device.health().getCondition()).isEqualTo(Condition.CONDITION_READY);
  }
}
