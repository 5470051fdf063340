package dev.glia.topologies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.api.component.Fault;
import dev.glia.api.component.Parameters;
import dev.glia.api.testkit.ServiceClaims;
import dev.glia.api.testkit.Settings;
import dev.glia.api.topology.Connectivity;
import dev.glia.api.topology.Connectivity.Pattern;
import dev.glia.api.topology.Layer;
import dev.glia.api.topology.Topology;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PatternTest {
  private static final Layer FOUR = Layer.of("cells", 4);
  private static final Layer FOUR_OTHERS = Layer.of("inhibitory", 4);
  private static final Layer THREE = Layer.of("input", 3);

  static Topology[] all() {
    return new Topology[] {
      new OneToOne(),
      new AllToAll(),
      new AllButOne(),
      new FixedProbability(),
      new FixedInDegree(),
      new DistanceDependent(),
      new Explicit()
    };
  }

  @ParameterizedTest
  @MethodSource("all")
  void bundleRegistersWhatTheTopologyDescribes(Topology topology) throws IOException {
    ServiceClaims.check(topology);
  }

  @Test
  void oneToOneConnectsEachToItsOwn() {
    Connectivity wires = connect(new OneToOne(), FOUR, FOUR_OTHERS);
    assertThat(wires.pattern()).isEqualTo(Pattern.ONE_TO_ONE);
    assertThat(wires.expectedSynapses()).isEqualTo(4);
    assertThat(wires.row(2)).containsExactly(2);
    TopologyClaims.check(wires);
  }

  @Test
  void oneToOneNamesBothSizesWhenTheyDiffer() {
    assertThatThrownBy(() -> connect(new OneToOne(), THREE, FOUR))
        .isInstanceOf(Fault.class)
        .hasMessageContainingAll("'input' has 3", "'cells' has 4", "Make the sizes equal");
  }

  @Test
  void allToAllConnectsEveryPair() {
    Connectivity wires = connect(new AllToAll(), THREE, FOUR);
    assertThat(wires.pattern()).isEqualTo(Pattern.ALL_TO_ALL);
    assertThat(wires.expectedSynapses()).isEqualTo(12);
    assertThat(wires.row(1)).containsExactly(0, 1, 2, 3);
    TopologyClaims.check(wires);
  }

  @Test
  void allToAllWithinAPopulationCanLeaveOutSelfConnections() {
    Connectivity wires = connect(new AllToAll(), FOUR, FOUR, "self", "forbid");
    assertThat(wires.pattern()).isEqualTo(Pattern.ALL_BUT_ONE);
    assertThat(wires.row(0)).containsExactly(1, 2, 3);
  }

  @Test
  void selfConnectionsAreNoMatterBetweenPopulations() {
    Connectivity wires = connect(new AllToAll(), FOUR, FOUR_OTHERS, "self", "forbid");
    assertThat(wires.row(0)).containsExactly(0, 1, 2, 3);
  }

  @Test
  void allButOneLeavesOutTheCounterpart() {
    Connectivity wires = connect(new AllButOne(), FOUR_OTHERS, FOUR);
    assertThat(wires.pattern()).isEqualTo(Pattern.ALL_BUT_ONE);
    assertThat(wires.expectedSynapses()).isEqualTo(12);
    assertThat(wires.row(0)).containsExactly(1, 2, 3);
    assertThat(wires.row(2)).containsExactly(0, 1, 3);
    assertThat(wires.row(3)).containsExactly(0, 1, 2);
    TopologyClaims.check(wires);
  }

  @Test
  void allButOneNamesBothSizesWhenTheyDiffer() {
    assertThatThrownBy(() -> connect(new AllButOne(), THREE, FOUR))
        .isInstanceOf(Fault.class)
        .hasMessageContainingAll("3", "4", "all-to-all");
  }

  @Test
  void rowsOutsideTheSourceAreRefused() {
    Connectivity wires = connect(new AllToAll(), THREE, FOUR);
    assertThatThrownBy(() -> wires.row(3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> wires.row(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static Connectivity connect(
      Topology topology, Layer source, Layer target, Object... given) {
    Parameters parameters = Settings.of(topology.descriptor(), given);
    return topology.connect(source, target, parameters, 1);
  }
}
