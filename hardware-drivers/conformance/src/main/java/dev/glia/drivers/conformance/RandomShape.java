package dev.glia.drivers.conformance;

import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.equations.NeuronEquations.JumpWhileRefractory;
import dev.glia.api.equations.NeuronEquations.ResetOrder;
import dev.glia.api.equations.Solver;
import dev.glia.api.network.Law;
import dev.glia.api.network.Network;
import dev.glia.api.random.RandomStream;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.TestPopulation;
import dev.glia.api.testkit.TestProjection;
import dev.glia.api.testkit.Trial;
import dev.glia.api.testkit.Wiring;

/**
 * A small network of any shape: inputs with given spikes, cells with drives, projections among them
 * through every kind of synapse, with and without learning; the same for the same number.
 */
final class RandomShape {
  static final String LEARNING = "in->cells";
  static final int TICKS = 400;

  private final long shape;
  private final RandomStream random;
  private final int inputs;
  private final int cells;
  private final double spikesATick;

  RandomShape(long shape) {
    this.shape = shape;
    random = new RandomStream(shape, "shape", 0);
    inputs = 1 + random.nextInt(8);
    cells = 1 + random.nextInt(10);
    spikesATick = 0.005 + 0.05 * random.nextDouble();
  }

  Network network() {
    TestNetwork network =
        TestNetwork.with(pick("0.1 ms", "0.2 ms", "0.5 ms"))
            .seed(shape)
            .population("in", inputs, TestNetwork.relay())
            .population("cells", cells, cell(), this::details)
            .project("in", "cells", this::feedForward);
    if (random.nextInt(3) > 0) {
      network.project("cells", "cells", this::recurrent);
    }
    if (random.nextInt(4) == 0) {
      network.project("cells", "cells", this::junctions);
    }
    return network.probe("cells", "v").probeSpikes("cells").build();
  }

  private NeuronEquations cell() {
    // Receptors of conductance make the membrane's own equation non-linear.
    return Models.lifText()
        .reset(pick("v = v_reset", "v -= v_threshold - v_reset"))
        .resetOrder(pick(ResetOrder.values()))
        .whileRefractory(pick(JumpWhileRefractory.values()))
        .solve(pick(Solver.EXPONENTIAL_EULER, Solver.RK2))
        .build();
  }

  private void details(TestPopulation population) {
    double[] start = new double[cells];
    double[] drive = new double[cells];
    for (int i = 0; i < cells; i++) {
      start[i] = -65e-3 + 14e-3 * random.nextDouble();
      drive[i] = 0.3e-9 * random.nextDouble();
    }
    population.start("v", start);
    population.current("drive", "i_syn", "0 nA").set("drive.amplitude", drive);
    population.set("t_ref", pick("0 ms", "1 ms", "2.5 ms"));
    if (random.nextInt(3) == 0) {
      population
          .receptor("background", Models.exponential(), "i_syn")
          .poisson("noise", "background", "1 kHz", "20 pA");
    }
  }

  private void feedForward(TestProjection projection) {
    wire(projection, inputs, 1);
    if (random.nextInt(2) == 0) {
      projection.learn("stdp", pick(Models.pairStdp(), Models.symmetricStdp()));
    }
    if (random.nextInt(4) == 0) {
      projection.learn("scaling", Models.scaling()).set("scaling.total", "2 weight");
    }
  }

  private void recurrent(TestProjection projection) {
    wire(projection, cells, random.nextInt(3) - 1);
  }

  private void wire(TestProjection projection, int sources, int sign) {
    double reach = 0.2 + 0.8 * random.nextDouble();
    switch (random.nextInt(4)) {
      case 0 -> projection.through(Models.delta(), "v").weight(upTo(sign * 4e-3));
      case 1 -> projection.through(Models.exponential(), "i_syn").weight(upTo(sign * 1e-9));
      case 2 -> projection.through(Models.alpha(), "i_syn").weight(upTo(sign * 1e-9));
      default -> // a negative conductance would amplify any error without bound
          projection
              .through(Models.conductance(sign < 0 ? "-80 mV" : "0 mV"), "i_syn")
              .weight(upTo(10e-9));
    }
    projection
        .delay(new Law.Uniform(0, pick(0.0, 1e-3, 4e-3)))
        .wiring(Wiring.fixedProbability(sources, cells, reach, shape));
  }

  private static Law upTo(double largest) {
    return new Law.Uniform(0.1 * largest, largest);
  }

  private void junctions(TestProjection projection) {
    projection
        .name("junctions")
        .receptor("gap")
        .through(Models.gapJunction(), "i_syn")
        .weight("0.2 nS")
        .wiring(Wiring.fixedProbability(cells, cells, 0.3, shape + 1));
  }

  /** Forces the same spikes on every trial of the same shape. */
  void forceInputs(Trial trial) {
    RandomStream spikes = new RandomStream(shape, "spikes", 0);
    for (int tick = 1; tick <= TICKS; tick++) {
      for (int i = 0; i < inputs; i++) {
        if (spikes.nextDouble() < spikesATick) {
          trial.force("in", i, tick);
        }
      }
    }
  }

  @SafeVarargs
  private <T> T pick(T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
