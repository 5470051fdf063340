package dev.glia.neurons.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.device.HardwareDriver;
import dev.glia.api.neuron.NeuronModel;
import dev.glia.api.testkit.ModelResources;
import dev.glia.api.testkit.NeuronModelContract;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.TestPopulation;
import dev.glia.api.testkit.Trial;
import dev.glia.drivers.reference.ReferenceDriver;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PoissonTest extends NeuronModelContract {
  private static final int SIZE = 200;

  @Override
  protected NeuronModel model() {
    return ModelResources.neuron("poisson");
  }

  @Override
  protected HardwareDriver driver() {
    return new ReferenceDriver();
  }

  @Override
  protected Optional<String> spikesWithoutInput() {
    return Optional.of("it's a source");
  }

  @Override
  protected void configure(TestPopulation population) {
    population.set("rate", "100 Hz");
  }

  private Trial trial(long seed, double... rates) {
    TestNetwork network =
        TestNetwork.with("0.1 ms")
            .seed(seed)
            .population("noise", SIZE, model().equations(), p -> p.set("rate", rates))
            .probeSpikes("noise")
            .probeCounts("noise");
    return Trial.of(driver(), network.build()).run(20_000);
  }

  @Test
  void countsHaveThePoissonMeanAndVariance() {
    try (Trial trial = trial(1, 50)) {
      double[] counts = Arrays.stream(trial.counts("noise")).asDoubleStream().toArray();
      double mean = Arrays.stream(counts).average().orElseThrow();
      double variance = Arrays.stream(counts).map(c -> (c - mean) * (c - mean)).sum() / (SIZE - 1);
      // 100 expected in 2 s; standard errors 0.7 and 10, limits of 4.
      assertThat(mean).isCloseTo(100, within(2.8));
      assertThat(variance).isCloseTo(100, within(40.0));
    }
  }

  @Test
  void intervalsVaryAsMuchAsTheirMean() {
    try (Trial trial = trial(2, 100)) {
      double[] last = new double[SIZE];
      Arrays.fill(last, -1);
      double n = 0;
      double sum = 0;
      double squares = 0;
      long[] ticks = trial.spikes("noise").ticks();
      int[] neurons = trial.spikes("noise").neurons();
      for (int i = 0; i < ticks.length; i++) {
        if (last[neurons[i]] >= 0) {
          double interval = ticks[i] - last[neurons[i]];
          n++;
          sum += interval;
          squares += interval * interval;
        }
        last[neurons[i]] = ticks[i];
      }
      double mean = sum / n;
      double cv = Math.sqrt(squares / n - mean * mean) / mean;
      assertThat(cv).isCloseTo(1, within(0.03));
    }
  }

  @Test
  void eachNeuronHasItsOwnRate() {
    double[] rates = new double[SIZE];
    rates[3] = 200;
    try (Trial trial = trial(3, rates)) {
      int[] counts = trial.counts("noise");
      assertThat(counts[3]).isBetween(320, 480);
      assertThat(Arrays.stream(counts).sum()).isEqualTo(counts[3]);
    }
  }

  @Test
  void anotherSeedGivesOtherSpikes() {
    try (Trial one = trial(4, 50);
        Trial other = trial(5, 50)) {
      assertThat(other.spikes("noise").ticks()).isNotEqualTo(one.spikes("noise").ticks());
    }
  }
}
