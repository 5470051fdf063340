package dev.glia.api.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.glia.api.equations.LearningEquations;
import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.equations.SynapseEquations;
import dev.glia.api.network.Network;
import dev.glia.api.network.Population;
import dev.glia.api.network.Probe;
import dev.glia.api.network.Projection;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TestNetworkTest {
  private static final NeuronEquations CELL =
      NeuronEquations.of("dv/dt = (r*i - v)/tau : mV\ni : nA (input)")
          .parameter("tau", "20 ms", "(0, inf)", "time constant")
          .parameter("r", "MOhm", "(0, inf)", "resistance")
          .build();

  private static final SynapseEquations DECAYING =
      SynapseEquations.of("di/dt = -i/tau : target")
          .onSpike("i += w")
          .output("i")
          .parameter("tau", "5 ms", "(0, inf)", "time constant")
          .build();

  private static final LearningEquations RULE =
      LearningEquations.of("").onPre("w += a").parameter("a", "0.1 weight", "", "change").build();

  private static Network network(
      Consumer<TestPopulation> cells, Consumer<TestProjection> projection) {
    return TestNetwork.with("0.1 ms")
        .seed(9)
        .population("in", 2, TestNetwork.relay())
        .population(
            "cells",
            3,
            CELL,
            p -> {
              p.set("r", "100 MOhm");
              cells.accept(p);
            })
        .project(
            "in",
            "cells",
            p -> {
              p.through(DECAYING, "i").weight("2 nA");
              projection.accept(p);
            })
        .probeSpikes("cells")
        .probe("cells", "v", 2, 5)
        .build();
  }

  @Test
  void everyPartIsInSiBaseUnits() {
    Network network =
        network(
            p -> p.set("from_in.tau", "7 ms").start("v", "3 mV").current("drive", "i", "1 nA"),
            p -> p.delay("1.5 ms").learn("rule", RULE).set("rule.a", "0.5 weight"));
    assertThat(network.dt()).isEqualTo(1e-4);
    assertThat(network.seed()).isEqualTo(9);
    Population cells = network.population("cells");
    assertThat(cells.parameters().get("r").at(0)).isEqualTo(100e6);
    assertThat(cells.parameters().get("tau").at(0)).isEqualTo(20e-3);
    assertThat(cells.parameters().get("from_in.tau").at(0)).isEqualTo(7e-3);
    assertThat(cells.parameters().get("drive.amplitude").at(0)).isEqualTo(1e-9);
    assertThat(cells.start().get("v").at(2)).isEqualTo(3e-3);
    Projection projection = network.projection("in->cells");
    assertThat(projection.weight().draw(null)).isEqualTo(2e-9);
    assertThat(projection.delay().draw(null)).isEqualTo(1.5e-3);
    assertThat(projection.learning().orElseThrow().parameters()).containsEntry("rule.a", 0.5e-9);
    assertThat(network.probes().get(1))
        .isInstanceOfSatisfying(
            Probe.Trace.class,
            trace -> {
              assertThat(trace.unit().symbol()).isEqualTo("mV");
              assertThat(trace.neurons()).isEqualTo(2);
              assertThat(trace.everyTicks()).isEqualTo(5);
            });
  }

  @Test
  void wrongDimensionsAreNamed() {
    refuses(p -> p.set("tau", "20 mV"), p -> {}, "cells.tau is measured in ms, given 20 mV");
    refuses(p -> p.start("v", "1 s"), p -> {}, "cells.v is measured in mV");
    refuses(p -> {}, p -> p.weight("2 mV"), "a weight of in->cells is measured in nA");
    refuses(p -> {}, p -> p.learn("rule", RULE).set("rule.a", "1 ms"), "rule.a is measured in");
  }

  @Test
  void unknownNamesAreNamed() {
    refuses(p -> p.set("tau_x", "20 ms"), p -> {}, "cells has no 'tau_x'");
    refuses(p -> p.start("u", "20 ms"), p -> {}, "cells has no 'u'");
    refuses(p -> {}, p -> p.learn("rule", RULE).set("rule.b", "1"), "rule.b");
  }

  @Test
  void valuesFitThePopulation() {
    refuses(p -> p.set("tau", 1, 2), p -> {}, "takes 1 or 3 values, given 2");
    Network network = network(p -> p.set("tau", 1, 2, 3), p -> {});
    assertThat(network.population("cells").parameters().get("tau").at(1)).isEqualTo(2);
  }

  @Test
  void parametersWithoutADefaultAreNeeded() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TestNetwork.with("1 ms").population("cells", 1, CELL).build())
        .withMessageContaining("cells.r needs a value");
  }

  @Test
  void aNetworkCanBeBuiltTwice() {
    TestNetwork text =
        TestNetwork.with("1 ms")
            .population("in", 1, TestNetwork.relay())
            .population("cells", 1, CELL, p -> p.set("r", "1 MOhm"))
            .project(
                "in",
                "cells",
                p -> p.through(DECAYING, "i").learn("rule", RULE).set("rule.a", "0.5 weight"));
    for (int time = 0; time < 2; time++) {
      assertThat(text.build().projections().get(0).learning().orElseThrow().parameters())
          .containsEntry("rule.a", 0.5e-9);
    }
  }

  private static void refuses(
      Consumer<TestPopulation> cells, Consumer<TestProjection> projection, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network(cells, projection))
        .withMessageContaining(message);
  }
}
