package dev.glia.platform.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.component.Fault;
import dev.glia.platform.runner.RunListener;
import dev.glia.platform.runner.RunProgress;
import dev.glia.platform.runner.running.ExperimentRunnerService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkloadsTest {
  @Test
  void everyWorkloadHasItsFiles() {
    for (Workload each : Workloads.all()) {
      assertThat(GuardsTest.HOME.resolve(each.experiment())).as(each.name()).isRegularFile();
      each.script()
          .ifPresent(script -> assertThat(GuardsTest.HOME.resolve(script)).isRegularFile());
    }
  }

  @Test
  void theLargestIsMeasuredOnlyWhenItIsNamed() {
    assertThat(Workloads.named(List.of()))
        .extracting(Workload::name)
        .doesNotContain("microcircuit-full");
    assertThat(Workloads.named(List.of("microcircuit-full"))).hasSize(1);
  }

  @Test
  void aWrongNameIsAnsweredByAllNames() {
    assertThatThrownBy(() -> Workloads.named(List.of("brunel", "brunell")))
        .isInstanceOf(Fault.class)
        .hasMessageContainingAll(
            "'brunell'", "did you mean 'brunel'?", "stdp", "microcircuit-full");
  }

  @Test
  void aMeasurementTellsWhatRan() {
    List<RunProgress> seen = new ArrayList<>();
    RunListener listener =
        new RunListener() {
          @Override
          public void progress(RunProgress progress) {
            seen.add(progress);
          }
        };
    DriverBenchmark benchmark =
        new DriverBenchmark(
            new ExperimentRunnerService(Shipped.CATALOG), GuardsTest.HOME, "cpu", 0);
    Measurement measured =
        benchmark.measure(Workloads.named(List.of("hello")).get(0), 1, listener).orElseThrow();

    assertThat(measured.synapses()).isBetween(1800L, 2200L);
    assertThat(measured.rate()).isBetween(50.0, 90.0);
    // 100 sources at 20 Hz with 20 synapses each
    assertThat(measured.events()).isCloseTo(40_000, within(6_000.0));
    assertThat(measured.firstTickSeconds()).isPositive();
    assertThat(seen.get(seen.size() - 1).done()).isEqualTo(seen.get(seen.size() - 1).total());
  }

  @Test
  void aMeasurementCanBeCancelled() {
    RunListener impatient =
        new RunListener() {
          @Override
          public boolean isCancelled() {
            return true;
          }
        };
    DriverBenchmark benchmark =
        new DriverBenchmark(
            new ExperimentRunnerService(Shipped.CATALOG), GuardsTest.HOME, "cpu", 0);
    assertThat(benchmark.measure(Workloads.named(List.of("hello")).get(0), 1, impatient)).isEmpty();
  }

  @Test
  void saysThatBrian2IsNotInstalled() {
    assertThatThrownBy(() -> Brian2.find(Optional.of("no-such-python"), GuardsTest.HOME))
        .isInstanceOf(Fault.class)
        .hasMessageContainingAll("Brian2 isn't installed", "no-such-python", "python3-brian");
  }

  @Test
  void mediansAreTakenOfEachNumber() {
    Measurement median =
        Measurement.median(List.of(run(1, 30), run(2, 10), run(9, 20), run(4, 40)));
    assertThat(median.cpuSeconds()).isEqualTo(3);
    assertThat(median.bytes()).isEqualTo(25);
    assertThat(median.storedBytes()).isNaN();
  }

  private static Measurement run(double cpu, double bytes) {
    return new Measurement(1, 10, 5, 100, 0, 1, 1, cpu, cpu, bytes, Double.NaN);
  }
}
