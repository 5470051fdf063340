package dev.glia.api.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.api.network.Probe;
import dev.glia.api.units.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlocksTest {
  @Test
  void inputGrowsAndKeepsItsOrder() {
    InputBlock block = new InputBlock();
    for (int i = 0; i < 1_000; i++) {
      block.add(i / 3, i % 2, i);
    }
    assertThat(block.size()).isEqualTo(1_000);
    assertThat(block.tick(999)).isEqualTo(333);
    assertThat(block.population(999)).isEqualTo(1);
    assertThat(block.neuron(999)).isEqualTo(999);
  }

  @Test
  void inputRefusesDescendingTicks() {
    InputBlock block = new InputBlock();
    block.add(5, 0, 0);
    assertThatThrownBy(() -> block.add(4, 0, 0)).hasMessageContaining("4 after 5");
  }

  @Test
  void theEmptyBlockStaysEmpty() {
    assertThatThrownBy(() -> InputBlock.EMPTY.add(1, 0, 0))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void outputHoldsWhatWasAddedUntilItIsCleared() {
    OutputBlock block =
        new OutputBlock(
            List.of(
                new Probe.Spikes("cells", 10),
                new Probe.Counts("cells", 10),
                new Probe.Trace("cells", "v", Unit.ONE, 3, 1)));
    for (int i = 0; i < 100; i++) {
      block.record(0).addSpike(i, i % 10);
      block.record(1).count(i % 10);
      int at = block.record(2).addRow(i);
      block.record(2).samples()[at + 2] = i;
    }
    assertThat(block.record(0).spikes()).isEqualTo(100);
    assertThat(block.record(0).spikeTick(99)).isEqualTo(99);
    assertThat(block.record(1).counts()[3]).isEqualTo(10);
    assertThat(block.record(2).rows()).isEqualTo(100);
    assertThat(block.record(2).samples()[99 * 3 + 2]).isEqualTo(99);

    block.clear();
    assertThat(block.record(0).spikes()).isZero();
    assertThat(block.record(1).counts()).containsOnly(0);
    assertThat(block.record(2).rows()).isZero();
  }
}
