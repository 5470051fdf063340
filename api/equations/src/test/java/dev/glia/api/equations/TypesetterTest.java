package dev.glia.api.equations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class TypesetterTest {
  @Test
  void neuronAsText() {
    assertThat(Typesetter.TEXT.typeset(Models.lif().build()))
        .isEqualTo(
            """
            dv/dt = (vᵣₑₛₜ − v + rₘ·i_syn)/τₘ   unless refractory
                v ← vᵣₑₛₜ                       at the start
                    v > v_threshold             spike
                v ← vᵣₑₛₑₜ                      reset
                    tᵣₑ_f                       refractory
            """
                .replace("tᵣₑ_f", "t_ref"));
  }

  @Test
  void powersFractionsAndGates() {
    String text = Typesetter.TEXT.typeset(Models.hodgkinHuxley().build());

    assertThat(text)
        .contains("gₙₐ·m³·h·(eₙₐ − v)")
        .contains("αₘ = 1/exprel(−(v + 40 mV)/(10 mV))/ms")
        .contains("v > 0 mV and m > 0.5");
  }

  @Test
  void neuronAsLatex() {
    assertThat(Typesetter.LATEX.typeset(Models.lif().build()))
        .isEqualTo(
            """
            \\begin{aligned}
            \\frac{dv}{dt} &= \\frac{v_{\\mathrm{rest}} - v + r_{m}\\,i_{\\mathrm{syn}}}{\\tau_{m}}\
             && \\text{unless refractory} \\\\
            v &\\leftarrow v_{\\mathrm{rest}} && \\text{at the start} \\\\
             & v > v_{\\mathrm{threshold}} && \\text{spike} \\\\
            v &\\leftarrow v_{\\mathrm{reset}} && \\text{reset} \\\\
             & t_{\\mathrm{ref}} && \\text{refractory}
            \\end{aligned}
            """);
  }

  @Test
  void mathMlIsWellFormed() throws Exception {
    for (String mathMl :
        new String[] {
          Typesetter.MATHML.typeset(Models.hodgkinHuxley().build()),
          Typesetter.MATHML.typeset(Models.conductance()),
          Typesetter.MATHML.typeset(Models.pairStdp().build())
        }) {
      Document document =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(mathMl.getBytes("UTF-8")));
      assertThat(document.getDocumentElement().getTagName()).isEqualTo("math");
    }
  }

  @Test
  void synapsesAndRules() {
    assertThat(Typesetter.TEXT.typeset(Models.conductance()))
        .isEqualTo(
            """
            dg/dt = −g/τ
                g ← g + w              on a spike of weight w
                    g·(eᵣₑᵥ − vₚₒₛₜ)   output
            """);
    assertThat(Typesetter.TEXT.typeset(Models.pairStdp().build()))
        .startsWith("dx/dt = −x/τₚₗᵤₛ")
        .contains("w ← clip(w − aₘᵢₙᵤₛ·y, 0, wₘₐₓ)")
        .contains("presynaptic");
  }

  @Test
  void declaredNamesAreNoUnits() {
    NeuronEquations neuron =
        NeuronEquations.of("dm/dt = -m/(2*ms) + A1/s : 1").parameter("A1", "1", "", "").build();

    assertThat(Typesetter.LATEX.typeset(neuron))
        .contains("\\frac{-m}{2\\,\\mathrm{ms}} + \\frac{A_{1}}{\\mathrm{s}}");
  }
}
