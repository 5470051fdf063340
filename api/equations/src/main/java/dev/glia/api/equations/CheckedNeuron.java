package dev.glia.api.equations;

import dev.glia.api.equations.internal.checking.EquationTable;
import dev.glia.api.equations.internal.checking.Names;
import dev.glia.api.equations.internal.checking.ParameterReader;
import dev.glia.api.equations.internal.checking.Streams;
import dev.glia.api.equations.internal.solving.SystemSolver;
import dev.glia.api.equations.internal.syntax.Equation;
import dev.glia.api.equations.internal.syntax.Equation.Flag;
import dev.glia.api.equations.internal.syntax.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known about a neuron model on its own. */
final class CheckedNeuron {
  private final NeuronSource source;
  private final EquationTable table;
  private final List<Parameter> parameters;
  private final List<Input> inputs;
  private final NeuronBody body;
  private final Spiking spiking;
  private final Solver solver;

  private CheckedNeuron(NeuronEquations.Builder text) {
    source = NeuronSource.of(text);
    Names names = new Names();
    parameters = ParameterReader.read(text.parameters, names);
    Map<String, String> taken = new LinkedHashMap<>();
    parameters.forEach(parameter -> taken.put(parameter.name(), "a parameter"));
    table =
        new EquationTable(source.equations(), taken, Set.of(Flag.INPUT, Flag.UNLESS_REFRACTORY));
    inputs = inputs(names);
    body = body(names);
    checkSpiking();
    spiking = Spiking.of(body);
    solver = solver(text.solver);
  }

  static CheckedNeuron check(NeuronEquations.Builder text) {
    return new CheckedNeuron(text);
  }

  private List<Input> inputs(Names names) {
    List<Input> found = new ArrayList<>();
    for (Equation equation : table.equations()) {
      if (equation.has(Flag.INPUT)) {
        found.add(new Input(equation.name(), table.unit(equation, names)));
      }
    }
    return found;
  }

  /** With inputs that stand for themselves: sums that are known in each tick. */
  private NeuronBody body(Names names) {
    Map<String, Expr> sums = new LinkedHashMap<>();
    for (Input input : inputs) {
      sums.put(input.name(), new Expr.Name(input.name(), Scope.COUPLED, input.unit().dimension()));
    }
    return NeuronChecker.check(source, table, parameters, names, sums, new Streams());
  }

  /** The model with other expressions in the place of its inputs. */
  NeuronBody resolve(Map<String, Expr> sums, Streams streams) {
    Names names = new Names();
    parameters.forEach(parameter -> names.unitNames().use(parameter.unit()));
    return NeuronChecker.check(source, table, parameters, names, sums, streams);
  }

  private void checkSpiking() {
    boolean spikes = source.spike().isPresent();
    SourceText reset = source.reset().source();
    if (!spikes && !source.reset().content().isEmpty()) {
      throw reset.error(0, "there's a reset, but no spike condition");
    }
    if (!spikes && source.refractory().isPresent()) {
      throw source
          .refractory()
          .get()
          .source()
          .error(0, "there's a refractory time, but no spike condition");
    }
    for (Equation equation : table.equations()) {
      if (equation.has(Flag.UNLESS_REFRACTORY) && source.refractory().isEmpty()) {
        throw table
            .source()
            .error(
                equation.flags().get(Flag.UNLESS_REFRACTORY),
                "the model has no refractory time: give one, 0 s for none");
      }
    }
  }

  private Solver solver(Solver named) {
    SystemSolver system = new SystemSolver(body.odes(), new Streams());
    Solver method = system.isExact() || named == null ? Solver.EXACT : named;
    try {
      system.solve(method);
    } catch (ArithmeticException e) {
      throw table.source().error(0, "units out of all proportion: " + e.getMessage());
    }
    return method;
  }

  NeuronSource source() {
    return source;
  }

  List<Variable> state() {
    return body.state();
  }

  List<Input> inputs() {
    return List.copyOf(inputs);
  }

  List<Parameter> parameters() {
    return List.copyOf(parameters);
  }

  NeuronEquations.ResetKind resetKind() {
    return spiking.reset();
  }

  Optional<String> spikingVariable() {
    return spiking.variable();
  }

  Solver solver() {
    return solver;
  }
}
