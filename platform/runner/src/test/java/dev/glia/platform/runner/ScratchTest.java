package dev.glia.platform.runner;

import dev.glia.api.component.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScratchTest {
  static final String GOOD =
      """
      glia: 1
      name: lab
      seed: 7
      time: {dt: 0.1 ms, run: 100 ms}
      populations:
        noise: {model: poisson, size: 20, rate: 200 Hz}
        cells: {model: lif, size: 20, tau_m: 20 ms, v_threshold: -50 mV}
      projections:
        - {from: noise, to: cells, topology: {fixed-probability: 0.3}, synapse: {exponential: {tau: 5 ms}}, weight: 0.5 nA, delay: 1.5 ms}
      inputs:
        - {to: cells, current: 0.3 nA, from: 10 ms}
      probes:
        - {of: cells, record: spikes}
        - {of: cells, record: v, first: 10, every: 1 ms}
      analyze: [firing-rates, raster]
      target: reference
      """;

  void show(String from, String to) {
    show(GOOD.replace(from, to));
  }

  void show(String text) {
    try {
      Experiment e = ExperimentReader.parse("lab.yaml", text, List.of());
      Lab.runner().check(e);
      System.out.println("@@ OK");
    } catch (Fault f) {
      System.out.println("@@ " + f.kind() + " " + f.getMessage());
    } catch (Throwable t) {
      System.out.println("@@ !!! " + t);
      for (int i = 0; i < 6; i++) System.out.println("   " + t.getStackTrace()[i]);
    }
  }

  @Test
  void show() {
    show("tau_m: 20 ms", "tau_m: 20 mV");
    show("tau_m: 20 ms", "tau_m: 20");
    show("tau_m: 20 ms", "tau_m: -20 ms");
    show("tau_m: 20 ms", "tau_m: 20 msec");
    show("tau_m: 20 ms", "tau_m: .nan");
    show("tau_m: 20 ms", "tau_m: nan ms");
    show("tau_m: 20 ms", "tau_m: {uniform: [10 ms, 20 mV]}");
    show("tau_m: 20 ms", "tau_m: {unifrom: [10 ms, 20 ms]}");
    show("tau_m: 20 ms", "tau_n: 20 ms");
    show("tau_m: 20 ms", "tau_m: [1 ms, 2 ms]");
    show("tau_m: 20 ms", "tau_m:");
    show("tau_m: 20 ms", "tau_m: fast");
    show("model: lif", "model: liff");
    show("model: lif", "modle: lif");
    show("size: 20, tau_m", "siz: 20, tau_m");
    show("size: 20, tau_m", "tau_m");
    show("size: 20, tau_m", "size: -3, tau_m");
    show("size: 20, tau_m", "size: 2e1, tau_m");
    show("size: 20, tau_m", "size: 2000000000, tau_m");
    show("delay: 1.5 ms", "delay: -1.5 ms");
    show("delay: 1.5 ms", "delay: 1.5 mV");
    show("delay: 1.5 ms", "delay: 1.53 ms");
    show("weight: 0.5 nA", "weight: 0.5 mV");
    show("weight: 0.5 nA, ", "");
    show("weight: 0.5 nA", "wieght: 0.5 nA");
    show("synapse: {exponential: {tau: 5 ms}}", "synapse: {exponential: {tau: 5 mV}}");
    show("synapse: {exponential: {tau: 5 ms}}", "synapse: {exponential: {tua: 5 ms}}");
    show("synapse: {exponential: {tau: 5 ms}}", "synapse: delta");
    show("to: cells, topology", "to: cell, topology");
    show("{fixed-probability: 0.3}", "{fixed-probability: 1.3}");
    show("{fixed-probability: 0.3}", "fixed-probability");
    show("{fixed-probability: 0.3}", "fixed-probabilty");
    show("{fixed-probability: 0.3}", "one-to-many");
    show("{fixed-probability: 0.3}", "{fixed-probability: {q: 1}}");
    show("of: cells, record: spikes", "of: cell, record: spikes");
    show("record: v,", "record: vv,");
    show("first: 10", "first: 100");
    show("current: 0.3 nA", "current: 0.3 mV");
    show("current: 0.3 nA", "curent: 0.3 nA");
    show("time: {dt: 0.1 ms, run: 100 ms}", "time: {dt: 0.1 mV, run: 100}");
    show("time: {dt: 0.1 ms, run: 100 ms}", "time: {dt: 0 ms}");
    show("time: {dt: 0.1 ms, run: 100 ms}\n", "");
    show("populations:", "popluations:");
    show("projections:", "projektions:");
    show("analyze: [firing-rates, raster]", "analyze: [accuracy, firing-rate]");
    show("target: reference", "target: fpga");
    show("target: reference", "target: reference:1");
    show("glia: 1", "glia: 2");
    show("glia: 1\n", "");
    show("name: lab", "name: Lab one");
    show("seed: 7", "seed: many");
    show("  noise: {", "\tnoise: {");
    show("  noise: {", "  noise: {model: poisson, size: 2}\n  noise: {");
    show("populations:\n  noise", "populations:\npop:\n  noise");
    show("");
    show("- 1\n- 2");
    show("glia: 1");
    show("glia: 1\nname: x\npopulations:\nprojections:\ntime:\n");
    show("glia: 1\nname: " + "x".repeat(10_000_000));
    show("a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]\n");
    show("[".repeat(100000));
    show("tau_m: 20 ms, v_threshold: -50 mV", "tau_m: 20 mV, v_threshold: 50 ms, foo: 3");
  }
}
