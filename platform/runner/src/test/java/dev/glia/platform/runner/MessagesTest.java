package dev.glia.platform.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.glia.api.component.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people read when an experiment is wrong, to the letter. */
class MessagesTest {
  @TempDir Path root;

  /** Nothing is written for a bad experiment, and nothing stays leased. */
  @AfterEach
  void nothingIsLeft() throws Exception {
    try (var files = Files.list(root)) {
      assertThat(files).isEmpty();
    }
    assertThat(Lab.CATALOG.openLeases()).isZero();
  }

  private Fault refusal(String text) {
    return catchThrowableOfType(
        Fault.class,
        () ->
            Lab.runner()
                .run(
                    ExperimentReader.parse("lab.yaml", text, List.of()),
                    RunOptions.in(root),
                    RunListener.SILENT));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tau_m: 20 ms | tau_m: 20 mV | lab.yaml:7 cells.tau_m: 20 mV is a voltage, lif@1.0.0 wants"
            + " a time in (0, inf). Try 20 ms.",
        "tau_m: 20 ms | tau_m: 20 | lab.yaml:7 cells.tau_m: 20 has no unit, lif@1.0.0 wants a time"
            + " in (0, inf). Try 20 ms.",
        "tau_m: 20 ms | tau_m: -20 ms | lab.yaml:7 cells.tau_m: -20 ms is out of range, lif@1.0.0"
            + " wants a time in (0, inf). Try 20 ms.",
        "tau_m: 20 ms | tau_m: 20 msec | lab.yaml:7 cells.tau_m: unknown unit 'msec': did you mean"
            + " 'ms'? lif@1.0.0 wants a time in (0, inf). Try 20 ms.",
        "tau_m: 20 ms | tau_m: .nan | lab.yaml:7 cells.tau_m: NaN is not a number. Try a finite"
            + " value.",
        "tau_m: 20 ms | tau_m: NaN ms | lab.yaml:7 cells.tau_m: NaN is not a number. Try a finite"
            + " value.",
        "tau_m: 20 ms | tau_m: | lab.yaml:7 cells.tau_m: is empty, lif@1.0.0 wants a time in (0,"
            + " inf). Try 20 ms.",
        "tau_m: 20 ms | tau_m: [1 ms, 2 ms] | lab.yaml:7 cells.tau_m: a list of 2 values for 20"
            + " neurons. Try one value for all, or one each.",
        "tau_m: 20 ms | tau_m: {unifrom: [1 ms, 2 ms]} | lab.yaml:7 cells.tau_m: a number or a law"
            + " is wanted. Try 20 ms, {uniform: [low, high]} or {normal: [mean, deviation]}.",
        "tau_m: 20 ms | tau_m: {uniform: [2 ms, 1 ms]} | lab.yaml:7 cells.tau_m: the bounds of a"
            + " uniform law ascend and are finite. Try swapping them.",
        "tau_m: 20 ms | tau_n: 20 ms | lab.yaml:7 cells.tau_n: unknown parameter of lif@1.0.0. Did"
            + " you mean 'tau_m'?",
        "model: lif | model: liff | lab.yaml:7 cells.model: no component 'liff' is installed; did"
            + " you mean 'lif'?",
        "model: lif | modle: lif | lab.yaml:7 cells.modle: unknown field. Did you mean 'model'?",
        "'size: 20, tau_m' | tau_m | lab.yaml:7 cells.size: is missing. Try size: 100.",
        "'size: 20, tau_m' | 'size: -3, tau_m' | lab.yaml:7 cells.size: '-3' isn't a whole number"
            + " from 1 up. Try 1.",
        "delay: 1.5 ms | delay: -1.5 ms | lab.yaml:9 noise->cells.delay: -1.5 ms is out of range, a"
            + " delay wants a time in [0, inf). Try 1.5 ms.",
        "delay: 1.5 ms | delay: 1.5 mV | lab.yaml:9 noise->cells.delay: 1.5 mV is a voltage, a"
            + " delay wants a time in [0, inf). Try 1.5 ms.",
        "delay: 1.5 ms | delay: 2000 s | lab.yaml:9 noise->cells.delay: 2000000 ms is more than"
            + " 1000000 ticks of dt. Try a shorter delay.",
        "weight: 0.1 nA | weight: 0.1 mV | lab.yaml:9 noise->cells.weight: 0.1 mV is a voltage,"
            + " exponential@1.0.0 wants a current. Try 0.1 nA.",
        "weight: 0.1 nA | wieght: 0.1 nA | lab.yaml:9 noise->cells.wieght: unknown field. Did you"
            + " mean 'weight'?",
        "'weight: 0.1 nA, ' | '' | lab.yaml:9 noise->cells.weight: is missing, exponential@1.0.0"
            + " wants a current. Try weight: 1 nA.",
        "{exponential: {tau: 5 ms}} | {exponential: {tua: 5 ms}} | lab.yaml:9"
            + " noise->cells.exponential.tua: unknown parameter of exponential@1.0.0. Did you mean"
            + " 'tau'?",
        "'to: cells, topology' | 'to: cell, topology' | lab.yaml:9 projections[0].to: there's no"
            + " population 'cell'. Did you mean 'cells'?",
        "fixed-probability: 0.3 | fixed-probability: 1.3 | lab.yaml:9 noise->cells.topology.p: 1.3"
            + " is out of range, fixed-probability@1.0.0 wants a plain number in [0, 1].",
        "{fixed-probability: 0.3} | fixed-probability | lab.yaml:9 noise->cells.topology.p: is"
            + " missing, fixed-probability@1.0.0 needs it: probability of a pair.",
        "current: 0.1 nA | current: 0.1 mV | lab.yaml:11 inputs[0].current: 0.1 mV is a voltage,"
            + " lif@1.0.0 wants a current. Try 0.1 nA.",
        "until: 60 ms | until: 5 ms | lab.yaml:11 inputs[0].until: isn't after 'from'. Try a later"
            + " time, or leave it out.",
        "'of: cells, record: spikes' | 'of: cell, record: spikes' | lab.yaml:13 probes[0].of:"
            + " there's no population or projection 'cell'. Did you mean 'cells'?",
        "'record: v,' | 'record: vv,' | lab.yaml:14 probes[1].record: 'vv' can't be recorded of"
            + " cells (lif@1.0.0). Did you mean 'v'?",
        "first: 10 | first: 100 | lab.yaml:14 probes[1].first: cells has only 20 neurons. Try"
            + " first: 20.",
        "dt: 0.1 ms | dt: 0.1 mV | lab.yaml:4 time.dt: 0.1 mV is a voltage, this field wants a time"
            + " in (0, inf). Try 0.1 ms.",
        "dt: 0.1 ms | dt: 0 ms | lab.yaml:4 time.dt: 0 ms is out of range, this field wants a time"
            + " in (0, inf). Try 0.1 ms.",
        "projections: | projektions: | lab.yaml:8 projektions: unknown field. Did you mean"
            + " 'projections'?",
        "populations: | popluations: | lab.yaml:5 popluations: unknown field. Did you mean"
            + " 'populations'?",
        "'[firing-rates, raster]' | '[firing-rate]' | lab.yaml:15 analyze[0]: no component"
            + " 'firing-rate' is installed; did you mean 'firing-rates'?",
        "target: reference | target: reference:9 | lab.yaml:16 target: reference@1.0.0 has no"
            + " device '9' now. There are: [0].",
        "target: reference | target: {reference: {speed: 3}} | lab.yaml:16 target.speed:"
            + " reference@1.0.0 takes no parameters.",
        "v_threshold: -50 mV | v_reset: -40 mV | lab.yaml:7 cells.v_reset: -40 mV is out of range,"
            + " lif@1.0.0 wants a voltage in (-inf, v_threshold). Here v_threshold is -50 mV.",
        "every: 1 ms | every: .inf ms | lab.yaml:14 probes[1].every: inf is out of range, this"
            + " field wants a time in (0, inf). Try 1 ms.",
        "tau_m: 20 ms | tau_m: inf ms | lab.yaml:7 cells.tau_m: inf is out of range, lif@1.0.0"
            + " wants a time in (0, inf). Try 20 ms.",
        "glia: 1 | glia: 2 | lab.yaml:1 glia: format '2' isn't known here, only 1 is. Try a newer"
            + " Glia.",
        "name: lab | name: Lab one | lab.yaml:2 name: a name is lower-case letters, digits, - and"
            + " _, at most 64: the run's folder is called after it. Try hello.",
        "seed: 7 | seed: many | lab.yaml:3 seed: isn't a whole number from 0 to"
            + " 18446744073709551615. Try 1.",
      })
  void oneMistakeGivesOneMessage(String right, String wrong, String message) {
    assertThat(Texts.FREE).contains(right);
    Fault fault = refusal(Texts.FREE.replace(right, wrong == null ? "" : wrong));

    assertThat(fault).hasMessage(message);
    assertThat(fault.kind().exitCode()).isEqualTo(2);
  }

  @Test
  void allMistakesAreSaidTogether() {
    Fault fault =
        refusal(
            Texts.FREE
                .replace("tau_m: 20 ms", "tau_m: 20 mV, foo: 1")
                .replace("delay: 1.5 ms", "delay: -1 ms")
                .replace("raster", "rastr"));

    assertThat(fault.getMessage().lines())
        .containsExactly(
            "lab.yaml:7 cells.foo: unknown parameter of lif@1.0.0. Known: tau_m, r_m, v_rest,"
                + " v_threshold, v_reset, t_ref, model, size, shape, start.",
            "lab.yaml:7 cells.tau_m: 20 mV is a voltage, lif@1.0.0 wants a time in (0, inf). Try"
                + " 20 ms.",
            "lab.yaml:9 noise->cells.delay: -1 ms is out of range, a delay wants a time in [0,"
                + " inf). Try 1.5 ms.",
            "lab.yaml:15 analyze[1]: no component 'rastr' is installed; did you mean 'raster'?");
    assertThat(fault.kind()).isEqualTo(Fault.Kind.INPUT);
  }

  @Test
  void missingComponentIsNotTheFilesMistake() {
    assertThat(refusal(Texts.FREE.replace("target: reference", "target: fpga")).kind())
        .isEqualTo(Fault.Kind.MISSING);
  }

  @Test
  void tabIsNamed() {
    assertThat(refusal(Texts.FREE.replace("  noise: {", "\tnoise: {")))
        .hasMessageStartingWith("lab.yaml:6:1 a tab; indent with spaces");
  }

  @Test
  void duplicateKeyIsNamedWithItsFirstLine() {
    assertThat(refusal(Texts.FREE.replace("inputs:", "seed: 8\ninputs:")))
        .hasMessage("lab.yaml:10:1 seed: stands twice, first in line 3");
  }

  @Test
  void lineOfTenMegabytesIsRefused() {
    assertThat(refusal("glia: 1\nname: " + "x".repeat(10_000_000)))
        .hasMessage("lab.yaml:1:1 larger than 4 MiB; move long lists to a data file");
  }

  @Test
  void fileOfTenMegabytesIsRefusedUnread() throws Exception {
    Path file = Files.createTempFile("lab", ".yaml");
    Files.writeString(file, "glia: 1\nname: " + "x".repeat(10_000_000));
    try {
      assertThat(catchThrowableOfType(Fault.class, () -> ExperimentReader.read(file, List.of())))
          .hasMessage(
              file.getFileName() + ": larger than 4 MiB. Try moving long lists to a data file.");
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void billionLaughsAreRefused() {
    StringBuilder bomb = new StringBuilder("a: &a [x,x,x,x,x,x,x,x,x,x]\n");
    for (char c = 'b'; c <= 'j'; c++) {
      char before = (char) (c - 1);
      bomb.append(c).append(": &").append(c).append(" [");
      bomb.append(("*" + before + ",").repeat(9)).append('*').append(before).append("]\n");
    }
    assertThat(refusal(bomb.toString()))
        .hasMessageEndingWith("more than 200000 values, those repeated by aliases included");
  }

  @Test
  void deepNestingIsRefused() {
    assertThat(refusal("[".repeat(100_000)))
        .hasMessage("lab.yaml:1:52 nested deeper than 50 levels");
  }

  @Test
  void emptyAndAbsentSectionsAreTold() {
    assertThat(refusal("")).hasMessage("lab.yaml:1:1 the file is empty");
    assertThat(refusal("- 1"))
        .hasMessage(
            "lab.yaml:1: an experiment is a map that begins with 'glia: 1', here is a list.");
    assertThat(refusal("glia: 1\nname: x\npopulations:\nprojections:\n").getMessage().lines())
        .containsExactly(
            "lab.yaml:1 time: is missing. Try time: {dt: 0.1 ms, run: 1 s}.",
            "lab.yaml:3 populations: is empty. Try populations: {cells: {model: lif, size: 100}}.");
  }

  @Test
  void networkThatCannotFitIsRefused() {
    Fault fault = refusal(Texts.FREE.replace("size: 20, tau_m", "size: 2_000_000_000, tau_m"));

    assertThat(fault.getMessage())
        .matches(
            "lab.yaml:7 cells.size: needs at least 32.0 GB, and this process may use [0-9.]+ GB."
                + " Try smaller populations, fewer synapses, or a larger heap \\(-Xmx\\).");
  }

  @Test
  void analyzerThatLacksAProbeSaysSoBeforeTheRun() {
    assertThat(refusal(Texts.FREE.replace("[firing-rates, raster]", "accuracy")))
        .hasMessage(
            "lab.yaml:15 analyze[0]: accuracy needs answers to labeled samples, and the run has"
                + " none. Give the experiment a task with a readout: {population: classes, by:"
                + " most-spikes}.");
  }

  @Test
  void ambiguousTargetIsListed() {
    String twoInputs =
        """
        models:
          two:
            kind: neuron
            equations: |
              dv/dt = (-v + r*(i_a + i_b)) / tau : mV
              i_a : nA (input)
              i_b : nA (input)
            parameters:
              r: {default: 100 MOhm}
              tau: {default: 10 ms}
        """;
    assertThat(
            refusal(
                twoInputs
                    + Texts.FREE
                        .replace(
                            "model: lif, size: 20, tau_m: 20 ms, v_threshold: -50 mV",
                            "model: two, size: 20")
                        .replace("current: 0.1 nA", "into: i_a, current: 0.1 nA")))
        .hasMessage(
            "lab.yaml:19 noise->cells.into: is missing, exponential@1.0.0 could act on i_a, i_b of"
                + " two@0.0.0. Try into: i_a.");
  }

  @Test
  void inlineModelsMistakeIsPlacedInTheExperiment() {
    String wrong =
        """
        models:
          own:
            kind: neuron
            equations: |
              dv/dt = -v / tau_n : mV
            parameters: {tau_m: {default: 10 ms}}
        """;
    assertThat(refusal(wrong + Texts.FREE).getMessage())
        .startsWith("lab.yaml:5:20 models.own.equations: ")
        .contains("unknown name 'tau_n'")
        .contains("dv/dt = -v / tau_n : mV\n");
  }

  @Test
  void modelThatBlowsUpIsReportedWithNeuronTickAndVariable() {
    String explosive =
        """
        models:
          explosive:
            kind: neuron
            equations: |
              dv/dt = v / (x - t) : mV
            start: v = 1 mV
            solve: euler-maruyama
            parameters: {x: {default: 5 ms}}
        """;
    Fault fault =
        refusal(
            explosive
                + """
                glia: 1
                name: boom
                time: {dt: 0.1 ms, run: 100 ms}
                populations:
                  cells: {model: explosive, size: 3}
                target: reference
                """);

    assertThat(fault.getMessage())
        .matches(
            "lab.yaml:13 cells: cells\\[0\\]\\.v became (NaN|-?Infinity) at tick \\d+"
                + " \\([0-9.]+ ms\\): the equations divide by zero or dt is too large for the"
                + " solver\\. Try a smaller dt, or other parameters\\.");
    assertThat(fault.kind().exitCode()).isEqualTo(2);
  }

  @Test
  void missingFileIsNamed() {
    Path file = root.resolve("nowhere.yaml");
    assertThat(catchThrowableOfType(Fault.class, () -> ExperimentReader.read(file, List.of())))
        .hasMessage(file + ": there's no such file. Try glia examples for some to begin with.");
  }
}
