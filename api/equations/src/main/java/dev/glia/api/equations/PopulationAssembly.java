package dev.glia.api.equations;

import dev.glia.api.equations.PopulationProgram.Arrival;
import dev.glia.api.equations.PopulationProgram.Coupling;
import dev.glia.api.equations.internal.algebra.Terms;
import dev.glia.api.equations.internal.checking.Streams;
import dev.glia.api.equations.internal.solving.Ode;
import dev.glia.api.equations.internal.solving.Solution;
import dev.glia.api.equations.internal.solving.SystemSolver;
import dev.glia.api.equations.internal.syntax.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Joins a neuron model with the receptors and drives of one population. */
final class PopulationAssembly {
  private final NeuronEquations neuron;
  private final Streams streams = new Streams();
  private final Map<String, Expr> sums = new LinkedHashMap<>();
  private final Map<String, JoinedReceptor> receptors = new LinkedHashMap<>();
  private final DriveAssembly drives;
  private final List<Parameter> parameters = new ArrayList<>();

  private PopulationAssembly(NeuronEquations neuron, List<Receptor> receptors, List<Drive> drives) {
    this.neuron = neuron;
    neuron.inputs().forEach(i -> sums.put(i.name(), new Expr.Number(0, i.unit().dimension())));
    parameters.addAll(neuron.parameters());
    for (Receptor receptor : receptors) {
      checkName(receptor.name());
      JoinedReceptor joined = JoinedReceptor.of(receptor, neuron, streams);
      this.receptors.put(receptor.name(), joined);
      parameters.addAll(joined.parameters());
      joined.output().ifPresent(output -> add(receptor.into(), output));
    }
    this.drives = new DriveAssembly(neuron, this.receptors, streams);
    for (Drive drive : drives) {
      checkName(drive.name());
      this.drives.add(drive);
    }
    this.drives.currents().forEach(this::add);
    parameters.addAll(this.drives.parameters());
  }

  static PopulationProgram assemble(
      NeuronEquations neuron, List<Receptor> receptors, List<Drive> drives) {
    try {
      return new PopulationAssembly(neuron, receptors, drives).assemble();
    } catch (ArithmeticException e) {
      throw new SourceText("equations", neuron.text().equations())
          .error(0, "units out of all proportion: " + e.getMessage());
    }
  }

  private void checkName(String name) {
    SourceText source = new SourceText("population", name);
    if (!name.matches("\\p{L}[\\p{L}0-9_-]{0,99}")) {
      throw source.error(0, "a name is a letter, then letters, digits, _ or -");
    }
    boolean taken =
        name.equals(DelayedReset.OWNER)
            || receptors.containsKey(name)
            || parameters.stream().anyMatch(p -> p.name().startsWith(name + "."));
    if (taken) {
      throw source.error(0, "two receptors or drives are called '" + name + "'");
    }
  }

  private void add(String input, Expr output) {
    sums.merge(input, output, Terms::sum);
  }

  private PopulationProgram assemble() {
    NeuronBody body = neuron.checked().resolve(sums, streams);
    List<Variable> state = new ArrayList<>(body.state());
    List<Ode> odes = new ArrayList<>(body.odes());
    List<Arrival> arrivals = new ArrayList<>();
    List<Coupling> couplings = new ArrayList<>();
    for (JoinedReceptor receptor : receptors.values()) {
      state.addAll(receptor.state());
      odes.addAll(receptor.odes());
      receptor.arrival().ifPresent(arrivals::add);
      receptor.coupling().ifPresent(couplings::add);
    }
    Solution solution = solve(odes);
    List<Statement> deliver = deliver(body);
    List<Statement> reset = new ArrayList<>(body.reset());
    if (neuron.text().resetOrder == NeuronEquations.ResetOrder.BEFORE_NEXT_TICK
        && !reset.isEmpty()) {
      DelayedReset delayed = new DelayedReset(body.reset());
      state.add(delayed.variable());
      deliver.addAll(0, delayed.due());
      reset = delayed.mark();
    }
    return new PopulationProgram(
        state,
        parameters,
        solution.coefficients(),
        arrivals,
        couplings,
        deliver,
        solution.statements(),
        body.spike(),
        reset,
        body.refractory());
  }

  /** A model that is exact on its own is made non-linear only by receptors. */
  private Solution solve(List<Ode> odes) {
    Solver method = neuron.text().solver().orElse(Solver.EXACT);
    SystemSolver system = new SystemSolver(odes, streams);
    boolean receptorsMatter = method == Solver.EXACT && !system.isExact();
    return system.solve(receptorsMatter ? Solver.EXPONENTIAL_EULER : method);
  }

  private List<Statement> deliver(NeuronBody body) {
    List<Statement> deliver = new ArrayList<>(drives.events());
    boolean drop = neuron.text().jumps == NeuronEquations.JumpWhileRefractory.DROP;
    for (JoinedReceptor receptor : receptors.values()) {
      for (Statement.Assign jump : receptor.jumps()) {
        Statement.Assign joined = drives.withEvents(receptor, jump);
        boolean held = drop && body.isHeld(jump.target());
        deliver.add(new Statement.Assign(joined.target(), joined.scope(), joined.value(), held));
      }
    }
    deliver.addAll(body.everyTick());
    return deliver;
  }
}
