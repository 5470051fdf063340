package dev.glia.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.integration.fixture.GliaProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typed and what is answered. */
class CommandsTest {
  @TempDir Path temp;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lif",
        "lif-delta",
        "lif-adaptive",
        "adex",
        "izhikevich",
        "hodgkin-huxley",
        "morris-lecar",
        "fitzhugh-nagumo",
        "exponential",
        "alpha",
        "conductance-exponential",
        "gap-junction",
        "pair-stdp",
        "triplet-stdp",
        "symmetric-stdp",
        "synaptic-scaling"
      })
  void everyModelDescribesItself(String id) throws Exception {
    GliaProcess.Result result = GliaProcess.in(temp).run("describe", id);

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).startsWith(id + "@1.0.0");
  }

  @Test
  void lifIsDescribedWithItsEquationsUnitsAndForeignNames() throws Exception {
    GliaProcess.Result result = GliaProcess.in(temp).run("describe", "lif");

    assertThat(result.out())
        .contains("membrane time constant")
        .contains("20 ms")
        .contains("(0, ∞)")
        .contains("doi:")
        .contains("nest")
        .contains("V_th")
        .contains("reset to a value in the tick of the spike")
        .contains("Brian2 holds one tick less");
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "reproduce", "gc"})
  void everyCommandTellsHowItIsUsed(String command) throws Exception {
    GliaProcess glia = GliaProcess.in(temp);
    GliaProcess.Result asked = glia.run(command, "--help");

    assertThat(asked.exitCode()).as(asked.err()).isZero();
    assertThat(asked.out()).startsWith("Usage: glia " + command).contains("--store=<dir>");
    assertThat(glia.run("help", command).out()).isEqualTo(asked.out());
  }

  @Test
  void jsonIsForPrograms() throws Exception {
    GliaProcess glia = GliaProcess.in(temp);

    assertThat(glia.run("list", "drivers", "--json").out())
        .startsWith("[")
        .contains("\"id\": \"cpu\"")
        .contains("\"id\": \"reference\"");
    assertThat(glia.run("check", "hello", "--json").out())
        .contains("\"name\": \"cells\"")
        .contains("\"target\": \"cpu");
    assertThat(glia.run("run", "hello", "--json").out()).contains("\"spikeChecksum\"");
  }

  @Test
  void benchMeasuresANetworkAndSaysWhatItCanMeasure() throws Exception {
    GliaProcess glia = GliaProcess.in(temp);

    GliaProcess.Result measured = glia.run("bench", "hello", "--repeats", "1");
    assertThat(measured.exitCode()).as(measured.err()).isZero();
    assertThat(measured.out()).contains("events/CPU s", "first tick s").contains("hello  ");
    assertThat(glia.run("bench", "hello", "--repeats", "1", "--json").out())
        .contains("\"workload\": \"hello\"")
        .contains("\"cpuSeconds\"");

    GliaProcess.Result unknown = glia.run("bench", "brunell");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("did you mean 'brunel'?").contains("microcircuit-full");
    GliaProcess.Result absent =
        glia.run("bench", "hello", "--against", "brian2", "--python", "no-such-python");
    assertThat(absent.exitCode()).isEqualTo(2);
    assertThat(absent.err()).contains("Brian2 isn't installed").doesNotContain("\tat ");
  }

  @Test
  void exitCodesTellWhoseMatterItIs() throws Exception {
    GliaProcess glia = GliaProcess.in(temp);

    assertThat(glia.run("--version").exitCode()).isZero();
    assertThat(glia.run("run").exitCode()).isEqualTo(2);
    assertThat(glia.run("run", "nowhere.yaml").exitCode()).isEqualTo(2);
    assertThat(glia.run("frobnicate").exitCode()).isEqualTo(2);
    assertThat(glia.run("describe", "nothing").exitCode()).isEqualTo(2);
  }

  @Test
  void theShellUnderstandsGliaAndGogo() throws Exception {
    GliaProcess.Result result =
        GliaProcess.in(temp).input("list drivers\nlb\nnonsense\nexit\n").run("shell");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).contains("reference").contains("Active");
    assertThat(result.err()).contains("nonsense");
  }

  @Test
  void bundlesAreListed() throws Exception {
    GliaProcess.Result result = GliaProcess.in(temp).run("bundles");

    assertThat(result.out()).contains("dev.glia.drivers.cpu").contains("active");
  }

  @Test
  void devicesAreListedAndWatched() throws Exception {
    GliaProcess glia = GliaProcess.in(temp);

    GliaProcess.Result listed = glia.run("devices");
    assertThat(listed.exitCode()).as(listed.err()).isZero();
    assertThat(listed.out())
        .contains("cpu:0")
        .contains("float32")
        .contains("anyone, at the same time")
        .contains("any equations");
    assertThat(glia.run("devices", "reference", "--json").out())
        .contains("\"target\": \"reference:0\"")
        .doesNotContain("cpu:0");
    try (GliaProcess.Running watching = glia.start("devices", "cpu", "--watch")) {
      watching.awaitOut("plugged  cpu:0");
      watching.interrupt();
      assertThat(watching.await().exitCode()).isEqualTo(130);
    }
  }

  @Test
  void checkShowsWhatTheTargetMakesOfEachTerm() throws Exception {
    GliaProcess glia = GliaProcess.in(temp);

    GliaProcess.Result fits = glia.run("check", "hello", "--target", "cpu:0", "--terms");
    assertThat(fits.exitCode()).as(fits.err()).isZero();
    assertThat(fits.out())
        .contains("dv/dt = (v_rest - v + r_m*i_syn) / tau_m : mV (unless refractory)")
        .contains("v > v_threshold")
        .containsPattern("cpu:0 takes the network's terms: \\d+ exact");

    Files.writeString(
        temp.resolve("noisy.yaml"),
        """
        glia: 1
        name: noisy
        time: {dt: 0.1 ms, run: 10 ms}
        populations:
          a: {model: poisson, size: 2, rate: 20 Hz}
          b: {model: lif, size: 2}
        projections:
          - {from: a, to: b, topology: all-to-all, synapse: delta, weight: 1 mV, learning: noisy}
        models:
          noisy: {kind: learning, on pre: w += a*random(), parameters: {a: {default: 1 weight}}}
        probes:
          - {of: b, record: spikes}
        target: cpu
        """);
    GliaProcess.Result refused = glia.run("check", "noisy.yaml");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.out()).contains("refused").contains("weight").contains("1 mV");
    assertThat(refused.err())
        .contains("cpu can't run projection a->b: its learning rule draws random numbers");
    GliaProcess.Result run = glia.run("run", "noisy.yaml");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("draws random numbers");
  }
}
