package example.tally;

import dev.glia.api.device.HardwareDriver;
import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.equations.SynapseEquations;
import dev.glia.api.network.Network;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.drivers.conformance.DeviceContract;
import dev.glia.drivers.conformance.Plug;
import dev.glia.drivers.conformance.Specimen;
import java.util.List;
import java.util.Optional;

public class TallyConformanceTest extends DeviceContract {
  private final TallyDriver driver = new TallyDriver();

  @Override
  protected HardwareDriver driver() {
    return driver;
  }

  @Override
  protected List<Specimen> specimens() {
    return List.of(
        Specimen.of("counting", counting(4), 40)
            .force("in", 0, 1, 2, 3, 9, 17, 18, 30)
            .force("in", 1, 2, 9, 10, 29)
            .force("in", 2, 5, 20, 21, 22, 23));
  }

  @Override
  protected Network refused() {
    return counting(TallyBoard.COUNTERS + 1);
  }

  @Override
  protected Optional<Plug> plug() {
    return Optional.of(
        new Plug() {
          @Override
          public void pull() {
            driver.board().plug(false);
          }

          @Override
          public void putBack() {
            driver.board().plug(true);
          }
        });
  }

  /** Inputs that are counted with a weight that the board has to round. */
  private static Network counting(int counters) {
    NeuronEquations counter =
        NeuronEquations.of("n : 1")
            .spike("n >= full")
            .reset("n = 0")
            .parameter("full", "5", "[1, 1000]", "count at which it fires")
            .build();
    SynapseEquations adding = SynapseEquations.of("").onSpike("target += w").build();
    return TestNetwork.with("1 ms")
        .population("in", 3, TestNetwork.relay())
        .population("counters", counters, counter)
        .project("in", "counters", p -> p.through(adding, "n").weight("2.4").delay("0 ms"))
        .probeSpikes("in")
        .probeSpikes("counters")
        .build();
  }
}
