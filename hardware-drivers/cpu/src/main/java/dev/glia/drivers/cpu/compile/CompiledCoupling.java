package dev.glia.drivers.cpu.compile;

import dev.glia.api.equations.PopulationProgram;
import dev.glia.api.equations.PopulationProgram.Coupling;
import dev.glia.api.equations.Scope;
import dev.glia.drivers.cpu.compile.Loop.Store;
import java.util.List;

/**
 * A continuous receptor's term as a loop over the synapses of a branch that adds to the targets'
 * sums. Arrays of its frame: the weights, the sums, the source's state, then all of the target's.
 */
public final class CompiledCoupling {
  public static final int WEIGHTS = 0;
  public static final int SUMS = 1;
  public static final int SOURCE_STATE = 2;

  private final Kernel kernel;
  private final Uniforms uniforms = new Uniforms();
  private final int targetArrays;

  /**
   * Compiles a term.
   *
   * @param layout of the target, which says which of its parameters differ between neurons
   */
  public CompiledCoupling(
      Coupling coupling,
      PopulationProgram source,
      PopulationProgram target,
      Layout layout,
      SynapseForm form) {
    targetArrays = SOURCE_STATE + source.state().size();
    Names names = new Names();
    names.put("w", Scope.SYNAPSE, WEIGHTS, form.synapseInRow());
    for (int i = 0; i < source.state().size(); i++) {
      names.put(source.state().get(i).name(), Scope.PRE_NEURON, SOURCE_STATE + i, Place.NEURON);
    }
    for (int i = 0; i < target.state().size(); i++) {
      names.put(
          target.state().get(i).name(), Scope.POST_NEURON, targetArrays + i, form.targetInRow());
    }
    uniforms.declare("dt", Scope.CLOCK, false);
    uniforms.declare("t", Scope.CLOCK, true);
    for (var parameter : target.parameters()) {
      declare(parameter.name(), Scope.PARAMETER, names, layout, form);
    }
    for (var coefficients : target.coefficients()) {
      coefficients.names().forEach(n -> declare(n, Scope.COEFFICIENT, names, layout, form));
    }
    Graph graph = new Graph();
    Node value = new Translator(graph, names, uniforms, null).node(coupling.term());
    Store store = new Store(SUMS, form.targetInRow(), value, true, false);
    kernel = Kernel.of(Loop.of(graph, List.of(store), null, form.narrow(), !form.dense()));
    uniforms.seal();
  }

  private void declare(String name, Scope scope, Names names, Layout layout, SynapseForm form) {
    int each = layout.each(name, scope);
    if (each >= 0) {
      names.put(name, scope, targetArrays + each, form.targetInRow());
    } else {
      uniforms.declare(name, scope, false);
    }
  }

  public Kernel kernel() {
    return kernel;
  }

  public Uniforms uniforms() {
    return uniforms;
  }

  /** Where the target's arrays begin, in the order of its layout. */
  public int targetArrays() {
    return targetArrays;
  }
}
