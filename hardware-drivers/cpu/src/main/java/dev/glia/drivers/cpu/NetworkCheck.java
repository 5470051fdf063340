package dev.glia.drivers.cpu;

import dev.glia.api.device.Fit;
import dev.glia.api.equations.LearningProgram;
import dev.glia.api.network.Network;
import dev.glia.api.network.Projection;
import dev.glia.drivers.cpu.compile.CompiledLearning;
import dev.glia.drivers.interpreter.InterpretedNetwork;
import java.util.ArrayList;
import java.util.List;

/** Whether the engine can run a network whose parts fit together. */
final class NetworkCheck {
  private final List<Fit.Finding> problems;
  private final List<Fit.Finding> notes;

  private NetworkCheck(Fit parts) {
    problems = new ArrayList<>(parts.problems());
    notes = new ArrayList<>(parts.notes());
  }

  static Fit of(Network network) {
    NetworkCheck check = new NetworkCheck(InterpretedNetwork.check(network));
    network.projections().forEach(check::learning);
    return new Fit(check.problems, check.notes);
  }

  private void learning(Projection projection) {
    projection.learning().ifPresent(rule -> learning(projection, rule.program()));
  }

  private void learning(Projection projection, LearningProgram program) {
    String where = "projection " + projection.name();
    if (CompiledLearning.isRandom(program)) {
      problems.add(
          new Fit.Finding(
              where, "its learning rule draws random numbers, which this driver can't do yet"));
    }
    if (CompiledLearning.crossesThreads(program)) {
      notes.add(
          new Fit.Finding(
              where, "on post changes presynaptic variables, so the network runs on one thread"));
    }
  }
}
