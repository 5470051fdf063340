package dev.glia.drivers.cpu.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.network.Law;
import dev.glia.api.network.Projection;
import dev.glia.api.random.RandomStream;
import dev.glia.api.random.Streams;
import dev.glia.api.testkit.Wiring;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class SynapseDrawTest {
  private static final int N = 300;

  /** The fast way of drawing normal numbers gives what the law gives, to the last bit. */
  @Property(tries = 100)
  void normalWeightsAndDelaysAreThoseOfTheLaw(
      @ForAll long seed,
      @ForAll @DoubleRange(min = -3, max = 3) double mean,
      @ForAll @DoubleRange(min = 0.01, max = 4) double deviation) {
    Law weight = new Law.Normal(mean, deviation, -1, Double.POSITIVE_INFINITY);
    Law delay = new Law.Normal(1e-3 * Math.abs(mean), 1e-3 * deviation, 1e-4, 8e-3);
    Projection projection =
        new Projection("p", "a", "b", "r", Wiring.allToAll(3, N), weight, delay, Optional.empty());
    SynapseDraw draw = new SynapseDraw(projection, 1e-4, seed);
    for (int source = 0; source < 3; source++) {
      draw.row(source);
      RandomStream weights =
          new RandomStream(Streams.key(seed, Streams.ofProjection("p", "weight")), source);
      RandomStream delays =
          new RandomStream(Streams.key(seed, Streams.ofProjection("p", "delay")), source);
      for (int k = 0; k < N; k++) {
        assertThat(draw.weight(k)).isEqualTo((float) weight.draw(weights));
        assertThat(draw.delay(k)).isEqualTo((int) Math.round(delay.draw(delays) / 1e-4));
      }
    }
  }
}
