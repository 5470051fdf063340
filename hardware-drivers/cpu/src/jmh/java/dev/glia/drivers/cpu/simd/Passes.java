package dev.glia.drivers.cpu.simd;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Functions and random numbers, 12,512 at once: as many as a balanced network of 12,500 needs. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 15, time = 1) // interpreted, a vector operation takes a microsecond
@Measurement(iterations = 5, time = 1)
public class Passes {
  private static final int LENGTH = 12_512;

  @Param({"EXP", "EXPREL", "TANH", "LOG", "UNIFORM", "NORMAL", "SHARED_POISSON"})
  public Pass pass;

  @Param({"true", "false"})
  public boolean vector;

  private final Pass.Operands operands = new Pass.Operands();

  @Setup
  public void fill() {
    operands.first = new float[LENGTH];
    operands.out = new float[LENGTH];
    operands.length = LENGTH;
    operands.key = 1234567;
    operands.table = new PoissonTable();
    operands.table.prepare(2);
    for (int i = 0; i < LENGTH; i++) {
      operands.first[i] = 0.1f * (i % 100) - 5;
    }
  }

  @Benchmark
  public float[] run() {
    operands.tick++;
    if (vector) {
      pass.runVector(operands);
    } else {
      pass.runScalar(operands);
    }
    return operands.out;
  }
}
