package dev.glia.drivers.cpu;

import dev.glia.api.equations.Coefficients;
import dev.glia.api.equations.Parameter;
import dev.glia.api.equations.PopulationProgram;
import dev.glia.api.equations.Scope;
import dev.glia.drivers.cpu.compile.CompiledCoupling;
import dev.glia.drivers.cpu.compile.Frame;
import dev.glia.drivers.cpu.compile.Uniforms;
import dev.glia.drivers.cpu.delivery.Dense;
import dev.glia.drivers.cpu.delivery.Rows;
import dev.glia.drivers.cpu.delivery.Synapses;

/**
 * One thread's part of a continuous projection: a term over all synapses onto its slice, every
 * tick.
 *
 * <p>Reads: state of both ends, weights. Writes: the target's sums.
 */
final class CouplingSlice {
  private final Wires wires;
  private final Synapses synapses;
  private final CompiledCoupling code;
  private final Frame frame = new Frame();
  private final int clock;

  /** The slice with this number, whose targets begin at {@code from}. */
  CouplingSlice(Wires wires, int slice, int from) {
    this.wires = wires;
    synapses = wires.synapses(slice);
    PopulationProgram program = wires.target().population().program();
    code =
        new CompiledCoupling(
            program.couplings().get(wires.coupling()),
            wires.source().population().program(),
            program,
            wires.target().layout(),
            wires.form(slice));
    clock = code.uniforms().slot("t", Scope.CLOCK);
    fillFrame(from);
    takeParameters();
  }

  private void fillFrame(int from) {
    float[][] own = wires.target().arrays();
    float[][] sourceState = wires.source().state();
    float[][] arrays = new float[code.targetArrays() + own.length][];
    arrays[CompiledCoupling.WEIGHTS] = synapses.weights();
    arrays[CompiledCoupling.SUMS] = own[wires.target().layout().coupling(wires.coupling())];
    System.arraycopy(sourceState, 0, arrays, CompiledCoupling.SOURCE_STATE, sourceState.length);
    System.arraycopy(own, 0, arrays, code.targetArrays(), own.length);
    frame.arrays = arrays;
    frame.shift = from;
    if (synapses instanceof Rows rows) {
      frame.narrow = rows.narrowTargets();
      frame.index = rows.wideTargets();
    }
  }

  /** Takes the target's parameters into a coupling's term. */
  void takeParameters() {
    Uniforms from = wires.target().code().uniforms();
    Uniforms to = code.uniforms();
    copy(from, to, "dt", Scope.CLOCK);
    PopulationProgram program = wires.target().population().program();
    for (Parameter parameter : program.parameters()) {
      copy(from, to, parameter.name(), Scope.PARAMETER);
    }
    for (Coefficients coefficients : program.coefficients()) {
      coefficients.names().forEach(name -> copy(from, to, name, Scope.COEFFICIENT));
    }
    to.update();
    frame.uniforms = to.floats();
  }

  private static void copy(Uniforms from, Uniforms to, String name, Scope scope) {
    int slot = to.slot(name, scope);
    if (slot >= 0) {
      to.set(slot, from.value(from.slot(name, scope)));
    }
  }

  /** Adds a continuous receptor's term over all synapses, source after source. */
  void couple(double time) {
    Uniforms uniforms = code.uniforms();
    uniforms.setTicking(clock, time);
    uniforms.updateTick();
    if (synapses instanceof Dense dense) {
      frame.from = 0;
      frame.to = dense.stride();
      for (int source = 0; source < dense.sources(); source++) {
        frame.neuron = source;
        frame.base = source * dense.stride();
        code.kernel().run(frame);
      }
      return;
    }
    Rows rows = (Rows) synapses;
    for (int branch = 0; branch < rows.branches(); branch++) {
      frame.neuron = rows.source(branch);
      frame.from = rows.start(branch);
      frame.to = rows.start(branch + 1);
      code.kernel().run(frame);
    }
  }
}
