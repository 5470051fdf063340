package dev.glia.drivers.cpu.compile;

import dev.glia.drivers.cpu.compile.Plan.PlannedPass;
import dev.glia.drivers.cpu.compile.Plan.Stage;
import dev.glia.drivers.cpu.simd.Pass;
import dev.glia.drivers.cpu.simd.PoissonTable;
import java.util.List;

/**
 * One part of a program, ready to be run over a range of neurons by one thread. A program of
 * several stages is run tile by tile, so that what passes between stages stays in the nearest
 * cache.
 */
public final class Procedure {
  /** Neurons in a tile; a multiple of 64. */
  static final int TILE = 512;

  private static final class Call {
    final Pass pass;
    final int[] operands;
    final int out;
    final int stream;
    final int slot;
    final PoissonTable table = new PoissonTable();

    Call(PlannedPass planned) {
      pass = planned.op().pass();
      operands = planned.operands().stream().mapToInt(Integer::intValue).toArray();
      out = planned.out();
      stream = planned.stream();
      slot = planned.slot();
    }
  }

  private final Kernel[] kernels;
  private final Call[][] calls;
  private final Pass.Operands operands = new Pass.Operands();
  private final Uniforms uniforms;
  private final boolean tiled;

  Procedure(Plan plan, Uniforms uniforms) {
    this.uniforms = uniforms;
    List<Stage> stages = plan.stages();
    kernels = new Kernel[stages.size()];
    calls = new Call[stages.size()][];
    for (int i = 0; i < kernels.length; i++) {
      Loop loop = stages.get(i).loop();
      kernels[i] = loop == null ? null : Kernel.of(loop);
      calls[i] = stages.get(i).passes().stream().map(Call::new).toArray(Call[]::new);
    }
    tiled = plan.tiles() > 0;
  }

  /** Whether there's nothing to do. */
  public boolean isEmpty() {
    return !tiled && kernels.length == 1 && kernels[0] == null;
  }

  /**
   * Runs it over neurons {@code from} to {@code to}, both multiples of 16.
   *
   * @return whether a checked value wasn't finite
   */
  public boolean run(Frame frame, int from, int to) {
    if (!tiled) {
      frame.from = from;
      frame.to = to;
      return kernels[0] != null && kernels[0].run(frame) != 0f; // NaN differs from 0
    }
    float check = 0f;
    for (int tile = from; tile < to; tile += TILE) {
      frame.from = tile;
      frame.to = Math.min(to, tile + TILE);
      for (int stage = 0; stage < kernels.length; stage++) {
        for (Call call : calls[stage]) {
          run(call, frame);
        }
        if (kernels[stage] != null) {
          check += kernels[stage].run(frame);
        }
      }
    }
    return check != 0f;
  }

  private void run(Call call, Frame frame) {
    Pass.Operands o = operands;
    o.first = call.operands.length > 0 ? frame.arrays[call.operands[0]] : null;
    o.second = call.operands.length > 1 ? frame.arrays[call.operands[1]] : null;
    o.out = frame.arrays[call.out];
    o.from = frame.from;
    o.length = frame.to - frame.from;
    if (call.pass.ordinal() >= Pass.UNIFORM.ordinal()) {
      o.key = frame.keys[call.stream];
      o.tick = frame.tick;
    }
    if (call.pass == Pass.SHARED_POISSON) {
      call.table.prepare(uniforms.value(call.slot));
      o.table = call.table;
    }
    call.pass.run(o);
  }

  /** Takes the vector form of every loop that has one; for tests. */
  void useVectors() {
    for (Kernel kernel : kernels) {
      if (kernel != null && kernel.isVectorizable()) {
        kernel.useVector();
      }
    }
  }

  /** Takes the scalar form of every loop; for tests. */
  void useScalar() {
    for (Kernel kernel : kernels) {
      if (kernel != null) {
        kernel.useScalar();
      }
    }
  }

  /** How many of its loops run a vector at a time by now, of how many. */
  public String describe() {
    int vectors = 0;
    int loops = 0;
    for (Kernel kernel : kernels) {
      loops += kernel == null ? 0 : 1;
      vectors += kernel != null && kernel.isVector() ? 1 : 0;
    }
    return vectors + "/" + loops;
  }
}
