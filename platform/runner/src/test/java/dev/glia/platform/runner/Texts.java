package dev.glia.platform.runner;

/** Experiments that the tests run. */
final class Texts {
  static final String FREE =
      """
      glia: 1
      name: lab
      seed: 7
      time: {dt: 0.1 ms, run: 100 ms}
      populations:
        noise: {model: poisson, size: 20, rate: 200 Hz}
        cells: {model: lif, size: 20, tau_m: 20 ms, v_threshold: -50 mV}
      projections:
        - {from: noise, to: cells, topology: {fixed-probability: 0.3}, synapse: {exponential: {tau: 5 ms}}, weight: 0.1 nA, delay: 1.5 ms}
      inputs:
        - {to: cells, current: 0.1 nA, from: 10 ms, until: 60 ms}
      probes:
        - {of: cells, record: spikes}
        - {of: cells, record: v, first: 10, every: 1 ms}
      analyze: [firing-rates, raster]
      target: reference
      """;

  /** Stripes of 16 pixels drive 8 cells that learn, and 4 class cells that are taught. */
  static final String TASK =
      """
      glia: 1
      name: stripes
      seed: 3
      time: {dt: 1 ms}
      populations:
        input: {model: poisson, size: 16, rate: 0 Hz}
        hidden: {model: lif, size: 8, tau_m: 20 ms, r_m: 100 MOhm}
        classes: {model: lif, size: 4, t_ref: 0 ms}
      projections:
        - name: learn-input
          from: input
          to: hidden
          topology: all-to-all
          synapse: {exponential: {tau: 5 ms}}
          weight: {uniform: [0 nA, 0.3 nA]}
          delay: 0 ms
          learning:
            - symmetric-stdp: {nu: 0.01 nA, w_max: 1 nA}
            - synaptic-scaling: {total: 2 nA}
        - name: learn-class
          from: hidden
          to: classes
          topology: all-to-all
          synapse: {exponential: {tau: 5 ms}}
          weight: {uniform: [0 nA, 0.3 nA]}
          delay: 0 ms
          learning: {symmetric-stdp: {nu: 0.05 nA, w_max: 1 nA}}
      probes:
        - {of: hidden, record: [spikes, counts]}
        - {of: learn-input, record: weights}
      task:
        dataset: stripes
        encode: {poisson-rate: {max_rate: 100 Hz}}
        into: input
        present: 40 ms
        rest: 10 ms
        boost: {population: hidden, below: 3, up-to: 4}
        teacher: {population: classes, rate: 200 Hz, phases: [train]}
        readout: {population: classes, by: most-spikes}
        phases:
          - {name: train, split: train, samples: 8, epochs: 2, learning: true, set: {classes.v_threshold: 10 V}}
          - {name: test, split: test, learning: false}
      analyze: [accuracy]
      target: reference
      """;

  /** Stripes drive 4 class cells directly; what a teacher makes spike together grows together. */
  static final String TAUGHT =
      """
      glia: 1
      name: taught
      seed: 3
      time: {dt: 1 ms}
      populations:
        input: {model: poisson, size: 16, rate: 0 Hz}
        classes: {model: lif, size: 4}
      projections:
        - from: input
          to: classes
          topology: all-to-all
          synapse: {exponential: {tau: 5 ms}}
          weight: {uniform: [0 nA, 0.2 nA]}
          learning:
            - symmetric-stdp: {nu: 0.1 nA, w_max: 1 nA}
            - synaptic-scaling: {total: 1.6 nA}
      task:
        dataset: stripes
        encode: {poisson-rate: {max_rate: 150 Hz}}
        into: input
        present: 60 ms
        rest: 30 ms
        teacher: {population: classes, rate: 200 Hz, phases: [train]}
        readout: {population: classes}
        phases:
          - {name: train, split: train, epochs: 4, learning: true, set: {classes.v_threshold: 10 V}}
          - {name: test, split: test}
      analyze: [accuracy]
      target: reference
      """;

  /**
   * Phases of independent samples, some of which have to be shown again, before and after one that
   * learns.
   */
  static final String INDEPENDENT =
      TASK.replace(
              "    - {name: train,",
              "    - {name: before, split: test, samples: 5, independent: true}\n"
                  + "    - {name: train,")
          .replace("test, learning: false}", "test, learning: false, independent: true, epochs: 2}")
          .replace(
              "analyze:", "    - {name: after, split: train, samples: 3, learning: true}\nanalyze:")
          .replace(
              "record: weights}",
              "record: weights, every: 70 ms}\n  - {of: hidden, record: v, every: 7 ms}");

  private Texts() {}
}
