package dev.glia.api.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.api.network.Probe;
import dev.glia.api.units.Unit;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class FoundRecordsTest {
  private final OutputBlock out =
      new OutputBlock(
          List.of(
              new Probe.Counts("cells", 3),
              new Probe.Spikes("noise", 2),
              new Probe.Spikes("cells", 3),
              new Probe.Trace("cells", "v", Unit.ONE, 1, 1)));

  @Test
  void recordsAreFoundByWhatTheyHold() {
    assertThat(out.spikesOf("cells")).isSameAs(out.record(2));
    assertThat(out.traceOf("cells", "v")).isSameAs(out.record(3));
  }

  @Test
  void missingProbesAreNamed() {
    assertThatThrownBy(() -> out.spikesOf("others"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("no probe of 'others'");
    assertThatThrownBy(() -> out.traceOf("cells", "w")).hasMessage("no probe of 'cells.w'");
  }
}
