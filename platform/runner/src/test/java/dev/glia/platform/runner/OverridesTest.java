package dev.glia.platform.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.v1.ExperimentSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverridesTest {
  private static ExperimentSpec read(String text, String... overrides) {
    return ExperimentReader.parse("lab.yaml", text, List.of(overrides)).spec();
  }

  @Test
  void settingsReachEveryPartOfTheFile() {
    ExperimentSpec spec =
        read(
            Texts.TASK,
            "seed=9",
            "populations.hidden.size=5",
            "populations.hidden.t_ref=3 ms",
            "task.phases.train.samples=4",
            "task.phases.1.samples=2",
            "task.phases.train.set.classes.v_threshold=5 V",
            "task.phases.test.set.hidden.v_threshold=-40 mV",
            "projections.learn-class.weight={uniform: [0 nA, 1 nA]}",
            "target=cpu");

    assertThat(spec.getSeed()).isEqualTo(9);
    assertThat(spec.getNetwork().getPopulations(1).getSize()).isEqualTo(5);
    assertThat(spec.getNetwork().getPopulations(1).getModel().getParameters().getEntriesList())
        .anySatisfy(
            entry -> {
              assertThat(entry.getKey()).isEqualTo("t_ref");
              assertThat(entry.getValue().getQuantity().getValue()).isEqualTo(3e-3);
            });
    assertThat(spec.getTask().getPhases(0).getSamples()).isEqualTo(4);
    assertThat(spec.getTask().getPhases(1).getSamples()).isEqualTo(2);
    assertThat(
            spec.getTask().getPhases(0).getSet().getEntries(0).getValue().getQuantity().getValue())
        .isEqualTo(5);
    assertThat(spec.getTask().getPhases(1).getSet().getEntries(0).getKey())
        .isEqualTo("hidden.v_threshold");
    assertThat(spec.getNetwork().getProjections(1).getWeight().hasMap()).isTrue();
    assertThat(spec.getTarget().getId()).isEqualTo("cpu");
  }

  @Test
  void unnamedProjectionIsCalledAfterItsEnds() {
    ExperimentSpec spec = read(Texts.FREE, "projections.noise->cells.delay=2 ms");

    assertThat(spec.getNetwork().getProjections(0).getDelay().getQuantity().getValue())
        .isEqualTo(2e-3);
  }

  @Test
  void emptyValueRemovesAField() {
    assertThat(read(Texts.FREE, "seed=").getSeed()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "seed | --set seed: not a setting. Try a path and a value, as seed=3 or"
            + " populations.cells.size=100.",
        "populations.cels.size=3 | --set populations.cels.size: no 'cels' in populations. Did you"
            + " mean 'cells'?",
        "projections.3.delay=3 ms | --set projections.3.delay: no '3' in projections. Known:"
            + " noise->cells.",
        "seed.x=3 | --set seed.x: no 'x' in seed. It's the single value '7'.",
        "populations.cells.size=abc | --set cells.size: 'abc' isn't a whole number from 1 up. Try"
            + " 1.",
        "populations.cells.sise=3 | --set cells.sise: unknown field. Did you mean 'size'?",
      })
  void wrongSettingIsToldByItsPath(String setting, String message) {
    // In the last case the file's own size is taken away, so that the misspelt one stands out.
    String text =
        setting.contains("sise") ? Texts.FREE.replace("size: 20, tau_m", "tau_m") : Texts.FREE;
    assertThatThrownBy(() -> read(text, setting)).hasMessage(message);
  }
}
