package dev.glia.analyzers.reservoirs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.analysis.Analyzer;
import dev.glia.api.analysis.Recording;
import dev.glia.api.analysis.ResultSink;
import dev.glia.api.component.Fault;
import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.equations.SynapseEquations;
import dev.glia.api.network.Network;
import dev.glia.api.random.RandomStream;
import dev.glia.api.testkit.Settings;
import dev.glia.api.testkit.TestNetwork;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReservoirAnalyzersTest {
  private static final int STEPS = 1200;
  private static final int UNITS = 8;
  private static final Object[] SHORT = {"washout", 50, "train", 600, "test", 500, "lambda", 1e-8};

  /** Units that hold the last eight inputs, and weights onto themselves. */
  private record Run(int every, List<Weights> weights) implements Recording {
    @Override
    public Network network() {
      NeuronEquations unit = NeuronEquations.of("r : 1\nx : 1 (input)").build();
      SynapseEquations coupling = SynapseEquations.of("").continuous("w*r_pre").build();
      return TestNetwork.with("1 ms")
          .population("series", 1, unit)
          .population("units", 2, unit)
          .project("series", "units", p -> p.through(coupling, "x").weight("1"))
          .project("units", "units", p -> p.through(coupling, "x").weight("1"))
          .build();
    }

    @Override
    public long ticks() {
      return STEPS;
    }

    @Override
    public List<SpikeTrains> spikes() {
      return List.of();
    }

    @Override
    public List<Trace> traces() {
      RandomStream random = new RandomStream(1, "input", 0);
      float[] input = new float[STEPS / every];
      float[] held = new float[STEPS / every * UNITS];
      for (int t = 0; t < input.length; t++) {
        input[t] = (float) random.nextDouble();
        for (int i = 0; i < UNITS; i++) {
          held[t * UNITS + i] = t >= i + 1 ? input[t - i - 1] : 0;
        }
      }
      long[] ticks = LongStream.rangeClosed(1, STEPS / every).map(t -> t * every).toArray();
      return List.of(
          new Trace("series", "r", "1", 1, ticks, input),
          new Trace("units", "r", "1", UNITS, ticks, held));
    }

    @Override
    public List<Answer> answers() {
      return List.of();
    }
  }

  private static Map<String, Double> metrics(Analyzer analyzer, Recording run, Object... given) {
    Map<String, Double> metrics = new HashMap<>();
    analyzer.analyze(
        run,
        Settings.of(analyzer.descriptor(), given),
        new ResultSink() {
          @Override
          public void metric(String name, double value, String unit) {
            metrics.put(name, value);
          }

          @Override
          public void table(String name, List<String> columns, List<List<String>> rows) {
            assertThat(rows).allMatch(row -> row.size() == columns.size());
          }

          @Override
          public void artifact(String file, String mediaType, byte[] content) {}
        });
    return metrics;
  }

  @Test
  void eightHeldInputsAreAMemoryOfEight() {
    assertThat(metrics(new MemoryCapacity(), new Run(1, List.of()), SHORT))
        .hasEntrySatisfying(
            "memory-capacity.units", mc -> assertThat(mc).isBetween(7.99, 8.3)); // 52 × noise
  }

  @Test
  void theUnknownFutureIsPredictedAsItsMean() {
    assertThat(metrics(new Nrmse(), new Run(1, List.of()), SHORT))
        .hasEntrySatisfying("nrmse.series.r", e -> assertThat(e).isBetween(0.97, 1.06));
  }

  @Test
  void whatUnitsHoldIsPredictedExactly() {
    Object[] own = {
      "target", "units", "ahead", 0, "washout", 50, "train", 600, "test", 500, "lambda", 1e-8
    };
    Map<String, Double> errors = metrics(new Nrmse(), new Run(1, List.of()), own);
    assertThat(IntStream.range(0, UNITS).mapToObj(i -> errors.get("nrmse.units.r." + i)))
        .allMatch(error -> error < 1e-6);
  }

  @Test
  void balanceComparesBothKindsOfInput() {
    float[] w = new float[UNITS * UNITS];
    w[1] = 2; // unit 0 onto 1
    w[UNITS] = -0.5f; // unit 1 onto 0
    Run run = new Run(1, List.of(new Recording.Weights("units->units", UNITS, UNITS, w)));
    Map<String, Double> found = metrics(new EiBalance(), run);
    assertThat(found.get("ei-balance.excitation")).isCloseTo(2 * 0.5 / UNITS, within(0.01));
    assertThat(found.get("ei-balance.ratio")).isCloseTo(0.25, within(0.01));
  }

  @Test
  void missingProbesAreNamed() {
    assertThatThrownBy(() -> metrics(new EiBalance(), new Run(1, List.of())))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("{of: units->units, record: weights}");
    assertThatThrownBy(() -> metrics(new MemoryCapacity(), new Run(1, List.of()), "input", "noise"))
        .hasMessageContaining("{of: noise, record: r}");
    assertThatThrownBy(() -> metrics(new MemoryCapacity(), new Run(2, List.of()), SHORT))
        .hasMessageContaining("every tick");
    assertThatThrownBy(() -> metrics(new MemoryCapacity(), new Run(1, List.of())))
        .hasMessageContaining("needs 3,200 steps, the run has 1,200");
  }
}
