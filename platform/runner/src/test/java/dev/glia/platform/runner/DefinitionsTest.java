package dev.glia.platform.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.v1.ExperimentSpec;
import dev.glia.v1.PopulationSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Named quantities and calculated values. */
class DefinitionsTest {
  private static final String SCALED =
      """
      glia: 1
      name: scaled
      description: = not a calculation
      let:
        scale: 0.1
        w: 87.8 pA
        inhibition: = -4*w/sqrt(scale)
      time: {dt: 0.1 ms, run: = 2*50 ms}
      populations:
        cells: &cell {model: lif, size: = floor(20683*scale + 0.5), tau_m: "= max(10 ms, 5 ms)"}
        others: {<<: *cell, v_threshold: -50 mV}
      projections:
        - {from: cells, to: others, topology: {fixed-probability: = 0.5*scale}, synapse: {exponential: {tau: 0.5 ms}}, weight: {normal: [= inhibition, 8.78 pA]}}
      probes: [{of: cells, record: spikes}]
      target: reference
      """;

  private static ExperimentSpec read(String text, String... overrides) {
    return ExperimentReader.parse("lab.yaml", text, List.of(overrides)).spec();
  }

  @Test
  void valuesAreCalculatedWhereverOneMayStand() {
    ExperimentSpec spec = read(SCALED);
    PopulationSpec cells = spec.getNetwork().getPopulations(0);

    assertThat(cells.getSize()).isEqualTo(2068);
    assertThat(spec.getNetwork().getPopulations(1).getSize()).isEqualTo(2068);
    assertThat(spec.getTime().getRun()).isEqualTo(0.1);
    assertThat(spec.getDescription()).isEqualTo("= not a calculation");
    assertThat(cells.getModel().getParameters().getEntries(0).getValue().getQuantity().getValue())
        .isEqualTo(10e-3);
    var law = spec.getNetwork().getProjections(0).getWeight().getMap().getEntries(0).getValue();
    assertThat(law.getList().getItems(0).getQuantity().getValue())
        .isEqualTo(-4 * 87.8e-12 / Math.sqrt(0.1));
    assertThat(law.getList().getItems(0).getQuantity().getUnit()).isEqualTo("pA");
  }

  @Test
  void aSettingChangesWhatFollowsFromIt() {
    assertThat(read(SCALED, "scale=1").getNetwork().getPopulations(0).getSize()).isEqualTo(20683);
    assertThat(read(SCALED, "let.scale=1").getNetwork().getPopulations(0).getSize())
        .isEqualTo(20683);
    assertThat(
            read(SCALED, "populations.cells.size= = 2*3").getNetwork().getPopulations(0).getSize())
        .isEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "20683*scale + 0.5 | 20683*scal + 0.5 | lab.yaml:10 populations.cells.size: ="
            + " floor(20683*scal + 0.5): unknown name 'scal': did you mean 'scale'?",
        "-4*w/sqrt(scale) | -4*w + scale | lab.yaml:7 let.inhibition: = -4*w + scale: can't add pA"
            + " and a plain number.",
        "w: 87.8 pA | exp: 87.8 pA | lab.yaml:6 let.exp: a name is a letter, then letters, digits"
            + " or _, and means nothing else in equations. Try scale.",
        "w: 87.8 pA | w: [1 pA] | lab.yaml:6 let.w: a quantity is wanted, as 0.1 or 87.8 pA, or ="
            + " 2*other.",
        "w: 87.8 pA | w: 87.8 pX | lab.yaml:6 let.w: unknown unit 'pX'",
        "floor(20683*scale + 0.5) | 20683*scale | lab.yaml:10 cells.size: '2068.3' isn't a whole"
            + " number from 1 up. Try 1.",
      })
  void saysWhereACalculationIsWrong(String good, String bad, String message) {
    assertThatThrownBy(() -> read(SCALED.replace(good, bad))).hasMessageContaining(message);
  }
}
