package dev.glia.platform.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.api.modelfiles.ModelFile;
import dev.glia.platform.runner.running.ExperimentRunnerService;
import dev.glia.platform.testkit.TestCatalog;
import dev.glia.v1.ComponentLease;
import dev.glia.v1.TimelineEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A population or projection of a running run gets other equations. */
class EquationSwapTest {
  /** The shipped LIF neuron and a variable that nothing depends on. */
  private static final String WITH_TRACE =
      """
      models:
        lif-with-trace:
          kind: neuron
          equations: |
            dv/dt = (v_rest - v + r_m*i_syn) / tau_m : mV (unless refractory)
            du/dt = (u_rest - u) / tau_m : mV
            i_syn : nA (input)
          start: |
            v = v_rest
            u = u_rest
          spike: v > v_threshold
          reset: v = v_reset
          refractory: t_ref
          solve: exact
          parameters:
            tau_m: {default: 10 ms, range: "(0, inf)"}
            r_m: {default: 100 MOhm, range: "(0, inf)"}
            v_rest: {default: -65 mV}
            v_threshold: {default: -50 mV}
            v_reset: {default: -65 mV}
            t_ref: {default: 2 ms, range: "[0, inf)"}
            u_rest: {default: 1 mV}
      """;

  @TempDir Path root;

  private final TestCatalog catalog = Lab.CATALOG.with(newer());
  private final ExperimentRunner runner = new ExperimentRunnerService(catalog);

  /** The shipped LIF neuron under another version, with another default. */
  private static ModelFile newer() {
    String text = TestCatalog.text("lif").replace("version: 1.0.0", "version: 1.1.0");
    return ModelFile.read("lif.yaml", text);
  }

  private RunResult run(String text) {
    return runner.run(
        ExperimentReader.parse("lab.yaml", text, List.of()),
        RunOptions.in(root),
        RunListener.SILENT);
  }

  private static String on(String target) {
    return Texts.FREE
        .replace("model: lif,", "model: \"lif@[1.0,1.1)\",")
        .replace("target: reference", "target: " + target);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cpu", "reference"})
  void anotherVersionOfTheSameEquationsChangesNothingButTheRecord(String target) {
    String text = on(target);
    String expected = run(text).record().getSpikeChecksum();

    RunResult result =
        run(text + "interventions: [{at: 40 ms, swap: {models: {cells: lif@1.1}}}]\n");

    assertThat(result.record().getSpikeChecksum()).isEqualTo(expected);
    assertThat(result.record().getComponentsList().stream().filter(c -> c.getId().equals("lif")))
        .extracting(ComponentLease::getVersion)
        .containsExactly("1.0.0", "1.1.0");
    TimelineEntry entry = result.record().getTimeline(0);
    assertThat(entry.getMessage()).isEqualTo("swap cells to lif@1.1.0");
    assertThat(entry.getWhat().getModels().getModels(0).getModel().getVersionRange())
        .isEqualTo("[1.1.0,1.1.0]");
    assertThat(catalog.openLeases()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cpu", "reference"})
  void newVariablesBeginWithTheirStartAndOldOnesGoOnlyIfAccepted(String target) {
    String text = on(target) + WITH_TRACE;
    String expected = run(text).record().getSpikeChecksum();
    String there = "interventions:\n  - {at: 40 ms, swap: {models: {cells: lif-with-trace}}}\n";
    String back = "  - {at: 60 ms, swap: {models: {cells: lif}%s}}\n";

    RunResult result = run(text + there + back.formatted(", accept: true"));

    assertThat(result.record().getSpikeChecksum()).isEqualTo(expected);
    assertThat(result.record().getTimelineList())
        .extracting(TimelineEntry::getMessage)
        .containsExactly(
            "swap cells to lif-with-trace, began with cells.u at the start value",
            "swap cells to lif@1.1.0, dropped cells.u");
    assertThatThrownBy(() -> run(text + there + back.formatted("")))
        .hasMessageContaining("lab.yaml:41")
        .hasMessageContaining("would drop cells.u");
    assertThat(catalog.openLeases()).isZero();
  }

  @Test
  void anEditedFileIsSwappedInAndItsMistakesAreTold() throws Exception {
    Path file = root.resolve("slow.yaml");
    Files.writeString(file, TestCatalog.text("lif").replace("id: lif", "id: slow"));
    var what = InterventionReader.models(List.of("cells=" + file), List.of(), false);
    assertThat(what.getModels().getModels(0).getModel().getId()).isEqualTo("slow");
    assertThat(what.getModels().getModels(0).getModel().getInlineModel()).contains("dv/dt");
    Files.writeString(file, "kind: neuron\nequations: nonsense\n");
    assertThatThrownBy(() -> InterventionReader.models(List.of("cells=" + file), List.of(), false))
        .hasMessageContaining("slow.yaml");
    assertThatThrownBy(() -> InterventionReader.models(List.of("cells"), List.of(), false))
        .hasMessageContaining("Try cells=lif@1.1.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cpu", "reference"})
  void rulesAreSwappedAndWeightsStay(String target) {
    String text =
        on(target)
            .replace("delay: 1.5 ms}", "delay: 1.5 ms, learning: {pair-stdp: {w_max: 0.5 nA}}}")
            .replace("weight: 0.1 nA", "weight: {uniform: [0 nA, 0.2 nA]}")
            .replace("probes:", "probes:\n  - {of: noise->cells, record: weights, every: 10 ms}");
    String expected = run(text).record().getSpikeChecksum();
    String swap = "interventions: [{at: 50 ms, swap: {rules: {noise->cells: %s}}}]\n";

    RunResult same = run(text + swap.formatted("{pair-stdp: {w_max: 0.5 nA}}"));
    RunResult none = run(text + swap.formatted("").replace("}}}]", "}, accept: true}}]"));

    assertThat(same.record().getSpikeChecksum()).isEqualTo(expected);
    assertThat(none.record().getTimeline(0).getMessage())
        .startsWith("swap noise->cells to no rule, dropped noise->cells.");
    assertThat(none.record().getSpikeChecksum()).isNotEqualTo(expected);
    assertThat(catalog.openLeases()).isZero();
  }
}
