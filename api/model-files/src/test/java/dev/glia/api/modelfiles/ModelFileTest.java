package dev.glia.api.modelfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Fault;
import dev.glia.api.component.ParameterSchema;
import dev.glia.api.equations.NeuronEquations.JumpWhileRefractory;
import dev.glia.api.equations.NeuronEquations.ResetOrder;
import dev.glia.api.equations.Solver;
import dev.glia.api.learning.LearningRule;
import dev.glia.api.modelfiles.yaml.Document;
import dev.glia.api.modelfiles.yaml.Mapping;
import dev.glia.api.neuron.NeuronModel;
import dev.glia.api.synapse.SynapseModel;
import org.junit.jupiter.api.Test;

class ModelFileTest {
  private static final String LIF =
      """
      glia: 1
      kind: neuron
      id: lif
      version: 1.2.0
      summary: Leaky integrate-and-fire neuron
      cite: doi:10.1017/CBO9781107447615
      equations: |
        dv/dt = (v_rest - v + r_m*i_syn) / tau_m : mV (unless refractory)
        i_syn : nA (input)
      start: v = v_rest
      spike: v > v_threshold
      reset: v = v_rest
      reset order: before-next-tick
      refractory: t_ref
      while refractory: accumulate
      solve: exact
      parameters:
        tau_m: {default: 20 ms, range: "(0, inf)", about: membrane time constant}
        r_m: {default: 100 MOhm, about: resistance}
        v_rest: -65 mV
        v_threshold: {unit: mV, about: threshold}
        t_ref: 2 ms
      aliases:
        nest: {model: [iaf_psc_exp, iaf_psc_delta], v_rest: E_L, v: V_m, i_syn: I_e}
        norse: {tau_m: 1 / tau_mem_inv}
      """;

  private static ModelFile read(String text) {
    return ModelFile.read("lif.yaml", text);
  }

  private static void refuses(String from, String to, String message) {
    assertThat(LIF).contains(from);
    assertThatThrownBy(() -> read(LIF.replace(from, to)))
        .isInstanceOf(Fault.class)
        .hasMessage(message)
        .extracting(e -> ((Fault) e).kind())
        .isEqualTo(Fault.Kind.INPUT);
  }

  @Test
  void aNeuronFileIsANeuronModel() {
    NeuronModel model = (NeuronModel) read(LIF);
    assertThat(model.equations().text().resetOrder()).isEqualTo(ResetOrder.BEFORE_NEXT_TICK);
    assertThat(model.equations().text().whileRefractory())
        .isEqualTo(JumpWhileRefractory.ACCUMULATE);
    assertThat(model.equations().solver()).isEqualTo(Solver.EXACT);
    assertThat(model.equations().inputs()).hasSize(1);
  }

  @Test
  void theDescriptorSaysWhatTheFileSays() {
    Descriptor descriptor = read(LIF).descriptor();
    assertThat(descriptor.kind()).isEqualTo(ComponentKind.NEURON);
    assertThat(descriptor.reference()).isEqualTo("lif@1.2.0");
    assertThat(descriptor.summary()).isEqualTo("Leaky integrate-and-fire neuron");
    assertThat(descriptor.citation()).isEqualTo("doi:10.1017/CBO9781107447615");
    assertThat(descriptor.parameters())
        .extracting(ParameterSchema::name)
        .containsExactly("tau_m", "r_m", "v_rest", "v_threshold", "t_ref");
    ParameterSchema tau = descriptor.parameters().get(0);
    assertThat(tau.defaultText()).isEqualTo("20 ms");
    assertThat(tau.unit().symbol()).isEqualTo("ms");
    assertThat(tau.range().contains(0)).isFalse();
    assertThat(tau.description()).isEqualTo("membrane time constant");
    assertThat(descriptor.parameters().get(3).isRequired()).isTrue();
  }

  @Test
  void aliasesAreKeptFromTheirsToOurs() {
    assertThat(read(LIF).descriptor().aliases().get("nest"))
        .containsEntry("iaf_psc_exp", "lif")
        .containsEntry("iaf_psc_delta", "lif")
        .containsEntry("E_L", "v_rest")
        .containsEntry("V_m", "v")
        .containsEntry("I_e", "i_syn");
    assertThat(read(LIF).descriptor().aliases().get("norse"))
        .containsEntry("1 / tau_mem_inv", "tau_m");
  }

  @Test
  void aSynapseFileIsASynapseModel() {
    SynapseModel model =
        (SynapseModel)
            read(
                """
                glia: 1
                kind: synapse
                id: exponential
                version: 1.0.0
                equations: "di/dt = -i/tau : target"
                on spike: i += w
                output: i
                weight: target
                parameters: {tau: {default: 5 ms, range: "(0, inf)", about: decay}}
                """);
    assertThat(model.descriptor().kind()).isEqualTo(ComponentKind.SYNAPSE);
    assertThat(model.descriptor().parameters()).hasSize(1);
    assertThat(model.equations().isContinuous()).isFalse();
  }

  @Test
  void aLearningFileIsALearningRule() {
    LearningRule rule =
        (LearningRule)
            read(
                """
                glia: 1
                kind: learning
                id: rule
                version: 1.0.0
                equations: |
                  dx/dt = -x/tau : 1 (pre)
                  d : 1 (modulator)
                on pre: x += 1
                on post: w = min(w + a*d*x, w_max)
                on presentation: w = w/2
                on lesion: w = 0*w
                parameters:
                  tau: 20 ms
                  a: 0.1 weight
                  w_max: {default: 1 weight, about: bound}
                """);
    assertThat(rule.descriptor().kind()).isEqualTo(ComponentKind.LEARNING);
    assertThat(rule.equations().text().onEvent()).containsOnlyKeys("presentation", "lesion");
    assertThat(rule.equations().modulators()).containsExactly("d");
    assertThat(rule.descriptor().parameters().get(1).defaultText()).isEqualTo("0.1 weight");
  }

  @Test
  void inlineModelsNeedNoIdAndNoVersion() {
    Mapping root =
        Document.read(
                "lab.yaml",
                """
                models:
                  mine:
                    kind: neuron
                    equations: "dv/dt = -v/tau : mV"
                    parameters: {tau: 5 ms}
                """)
            .asMapping();
    Mapping model = root.require("models").asMapping().require("mine").asMapping();
    assertThat(ModelFile.inline("mine", model).descriptor().reference()).isEqualTo("mine@0.0.0");
  }

  @Test
  void inlineModelsWithAWrongNameAreRefused() {
    Mapping model = Document.read("lab.yaml", "kind: neuron\n").asMapping();
    assertThatThrownBy(() -> ModelFile.inline("My Model", model))
        .isInstanceOf(Fault.class)
        .hasMessage(
            "lab.yaml:1:1 a model is called by lower-case words joined by hyphens, as pair-stdp");
  }

  @Test
  void errorsOfInlineModelsHaveThePlaceInTheExperiment() {
    Mapping root =
        Document.read(
                "lab.yaml",
                """
                models:
                  mine:
                    kind: neuron
                    equations: |
                      # a comment
                      dv/dt = -v/tua : mV
                    parameters: {tau: 5 ms}
                """)
            .asMapping();
    Mapping model = root.require("models").asMapping().require("mine").asMapping();
    assertThatThrownBy(() -> ModelFile.inline("mine", model))
        .isInstanceOf(Fault.class)
        .hasMessageStartingWith("lab.yaml:6:18 models.mine.equations: ")
        .hasMessageContaining("tua")
        .hasMessageContaining("tau")
        .hasMessageEndingWith("\n  dv/dt = -v/tua : mV\n             ^");
  }

  @Test
  void equationErrorsPointIntoTheBlock() {
    assertThatThrownBy(() -> read(LIF.replace("/ tau_m : mV", "/ tau_n : mV")))
        .isInstanceOf(Fault.class)
        .hasMessageStartingWith("lif.yaml:8:38 equations: ")
        .hasMessageContaining("tau_m")
        .hasMessageEndingWith(
            "\n  dv/dt = (v_rest - v + r_m*i_syn) / tau_n : mV (unless refractory)\n"
                + "                                     ^");
  }

  @Test
  void statementErrorsPointIntoTheirLine() {
    assertThatThrownBy(() -> read(LIF.replace("reset: v = v_rest", "reset: v = v_rst")))
        .isInstanceOf(Fault.class)
        .hasMessageStartingWith("lif.yaml:12:12 reset: ")
        .hasMessageEndingWith("\n  reset: v = v_rst\n             ^");
  }

  @Test
  void parameterErrorsPointAtTheirDefaultOrRange() {
    assertThatThrownBy(() -> read(LIF.replace("default: 20 ms", "default: 20 msec")))
        .isInstanceOf(Fault.class)
        .hasMessageStartingWith("lif.yaml:18:20 parameters.tau_m.default: ");
    assertThatThrownBy(() -> read(LIF.replace("\"(0, inf)\"", "\"(0, in)\"")))
        .isInstanceOf(Fault.class)
        .hasMessageMatching("(?s)lif.yaml:18:3\\d parameters.tau_m.range: .*");
    assertThatThrownBy(() -> read(LIF.replace("default: 20 ms", "default: -20 ms")))
        .isInstanceOf(Fault.class)
        .hasMessageStartingWith("lif.yaml:18:20 parameters.tau_m.default: ");
    for (String nan : new String[] {"NaN", ".nan", "nan ms"}) {
      assertThatThrownBy(() -> read(LIF.replace("default: 20 ms", "default: " + nan)))
          .isInstanceOf(Fault.class)
          .hasMessageStartingWith("lif.yaml:18:20 parameters.tau_m.default: ");
    }
  }

  @Test
  void unknownKeysAreRefusedWithASuggestion() {
    refuses("spike: v", "spyke: v", "lif.yaml:11:1 spyke: unknown key; did you mean 'spike'?");
    refuses(
        "reset order:",
        "reset_order:",
        "lif.yaml:13:1 reset_order: unknown key; did you mean 'reset order'?");
    refuses(
        "about: membrane",
        "abuot: membrane",
        "lif.yaml:18:46 parameters.tau_m.abuot: unknown key; did you mean 'about'?");
    refuses(
        "v_rest: E_L",
        "v_rset: E_L",
        "lif.yaml:24:47 aliases.nest.v_rset: not a name of this model; did you mean 'v_rest'?");
  }

  @Test
  void keysOfAnotherKindAreRefused() {
    assertThatThrownBy(() -> read(LIF.replace("spike: v > v_threshold", "on pre: v = 0")))
        .hasMessageStartingWith("lif.yaml:11:1 on pre: unknown key; ");
  }

  @Test
  void misspeltEventsAreRefused() {
    assertThatThrownBy(
            () -> read("{glia: 1, kind: learning, id: r, version: 1.0.0, on psot: w = w}"))
        .hasMessageContaining("on psot: unknown key; did you mean 'on post'?");
  }

  @Test
  void missingKeysAreNamed() {
    refuses("kind: neuron\n", "", "lif.yaml:1:1 'kind' is missing");
    refuses("id: lif\n", "", "lif.yaml:1:1 'id' is missing");
    refuses("version: 1.2.0\n", "", "lif.yaml:1:1 'version' is missing");
    refuses("glia: 1\n", "", "lif.yaml:1:1 'glia' is missing");
    refuses(
        "{unit: mV, about: threshold}",
        "{about: threshold}",
        "lif.yaml:21:16 parameters.v_threshold: "
            + "'default' is missing; a parameter without one needs a 'unit'");
  }

  @Test
  void wrongValuesAreRefused() {
    refuses(
        "glia: 1",
        "glia: 2",
        "lif.yaml:1:7 glia: format 2 isn't known, only 1; is Glia up to date?");
    refuses(
        "kind: neuron", "kind: nueron", "lif.yaml:2:7 kind: unknown word; did you mean 'neuron'?");
    refuses(
        "id: lif",
        "id: My LIF",
        "lif.yaml:3:5 id: expected lower-case words joined by hyphens, as pair-stdp, "
            + "found the text 'My LIF'");
    refuses(
        "version: 1.2.0",
        "version: 1.2",
        "lif.yaml:4:10 version: expected three numbers, as 1.0.0, found the text '1.2'");
    refuses("solve: exact", "solve: rk5", "lif.yaml:16:8 solve: unknown word; did you mean 'rk2'?");
    refuses(
        "start: v = v_rest",
        "start: [v = v_rest]",
        "lif.yaml:10:8 start: expected a single value, found a list");
    refuses(
        "{default: 100 MOhm, about: resistance}",
        "[1]",
        "lif.yaml:19:8 parameters.r_m: expected a map, as {name: value}, found a list");
    refuses(
        "v_rest: E_L",
        "v_rest: iaf_psc_exp",
        "lif.yaml:24:55 aliases.nest.v_rest: already stands for 'lif'");
    refuses(
        "v_rest: E_L",
        "v_rest: ",
        "lif.yaml:24:54 aliases.nest.v_rest: "
            + "expected the name that the tool has for it, found nothing");
  }

  @Test
  void messagesAboutHugeNamesStayShort() {
    for (int length : new int[] {5000, 1 << 20}) {
      String name = "x".repeat(length);
      assertThatThrownBy(() -> read(LIF.replace("v_rest - v +", name + " - v +")))
          .isInstanceOf(Fault.class)
          .hasMessageStartingWith("lif.yaml:")
          .message()
          .hasSizeLessThan(1000);
    }
  }
}
