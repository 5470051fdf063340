package dev.glia.drivers.conformance;

import dev.glia.api.analysis.Recording.SpikeTrains;
import dev.glia.api.network.Law;
import dev.glia.api.network.Network;
import dev.glia.api.network.Probe;
import dev.glia.api.random.RandomStream;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.Wiring;
import dev.glia.api.units.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Networks that several groups of tests run. */
final class Examples {
  private Examples() {}

  /** Noise, delays, learning, scaling, refractoriness, a gap junction and a Poisson drive. */
  static Network everythingAtOnce(long seed) {
    return TestNetwork.with("0.1 ms")
        .seed(seed)
        .population("noise", 41, Models.poisson(), p -> p.set("rate", "100 Hz"))
        .population(
            "cells",
            23,
            Models.lif(),
            p ->
                p.receptor("background", Models.exponential(), "i_syn")
                    .poisson("drive", "background", "2 kHz", "20 pA"))
        .project(
            "noise",
            "cells",
            p ->
                p.through(Models.exponential(), "i_syn")
                    .weight(new Law.Uniform(0, 0.6e-9))
                    .delay(new Law.Uniform(0, 3e-3))
                    .wiring(Wiring.fixedProbability(41, 23, 0.4, seed))
                    .learn("stdp", Models.pairStdp())
                    .set("stdp.w_max", "1 nA"))
        .project(
            "cells",
            "cells",
            p ->
                p.through(Models.alpha(), "i_syn")
                    .weight("-50 pA")
                    .delay("0.5 ms")
                    .wiring(Wiring.allButOne(23)))
        .project(
            "cells",
            "cells",
            p ->
                p.name("junctions")
                    .receptor("gap")
                    .through(Models.gapJunction(), "i_syn")
                    .weight("0.1 nS")
                    .wiring(Wiring.fixedProbability(23, 23, 0.1, seed + 1)))
        .probeSpikes("noise")
        .probeSpikes("cells")
        .build();
  }

  /** Pairs of cells that learn from spikes that are shown to both; the targets spike by it, too. */
  static Network taughtPairs() {
    return TestNetwork.with("0.1 ms")
        .population("pre", 4, TestNetwork.relay())
        .population("post", 4, Models.lif())
        .project(
            "pre",
            "post",
            p ->
                p.through(Models.exponential(), "i_syn")
                    .weight("2 nA")
                    .delay("0.5 ms")
                    .learn("stdp", Models.pairStdp())
                    .set("stdp.w_max", "4 nA"))
        .probeSpikes("post")
        .probe("post", "v")
        .build();
  }

  /** Spikes for the pairs: early, late and at once on either side. */
  static List<Specimen.Forced> teaching(int ticks) {
    RandomStream random = new RandomStream(1, "teaching", 0);
    List<Specimen.Forced> spikes = new ArrayList<>();
    for (int tick = 1; tick <= ticks; tick++) {
      for (int neuron = 0; neuron < 4; neuron++) {
        if (random.nextDouble() < 0.05) {
          spikes.add(new Specimen.Forced("pre", neuron, tick));
        }
        if (random.nextDouble() < 0.01) {
          spikes.add(new Specimen.Forced("post", neuron, tick));
        }
      }
    }
    return spikes;
  }

  /** A network that nobody can run: a probe of a variable that isn't there. */
  static Network impossible() {
    Network good = taughtPairs();
    return new Network(
        good.dt(),
        good.seed(),
        good.populations(),
        good.projections(),
        List.of(new Probe.Trace("post", "no-such-variable", Unit.ONE, 1, 1)));
  }

  /** All spikes but the first so many. */
  static SpikeTrains from(SpikeTrains spikes, int first) {
    int length = spikes.ticks().length;
    return new SpikeTrains(
        spikes.population(),
        spikes.size(),
        Arrays.copyOfRange(spikes.ticks(), first, length),
        Arrays.copyOfRange(spikes.neurons(), first, length));
  }
}
