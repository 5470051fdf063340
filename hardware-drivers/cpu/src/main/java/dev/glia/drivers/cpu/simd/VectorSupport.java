package dev.glia.drivers.cpu.simd;

import jdk.incubator.vector.FloatVector;

/** Whether this JVM has the Vector API, and how long its vectors are. */
public final class VectorSupport {
  private static final String PROBLEM = probe();

  private VectorSupport() {}

  private static String probe() {
    try {
      Class.forName("jdk.incubator.vector.FloatVector");
      return lanesOf() < 2 ? "the processor has no vectors of floats" : "";
    } catch (ClassNotFoundException | LinkageError e) {
      return "the Vector API is missing, so loops run one number at a time; start Java with"
          + " --add-modules jdk.incubator.vector";
    }
  }

  public static boolean isAvailable() {
    return PROBLEM.isEmpty();
  }

  /** Why not, and what to do; empty if it's available. */
  public static String problem() {
    return PROBLEM;
  }

  /** Floats in a vector; 1 without vectors. */
  public static int lanes() {
    return isAvailable() ? lanesOf() : 1;
  }

  private static int lanesOf() {
    return FloatVector.SPECIES_PREFERRED.length();
  }
}
