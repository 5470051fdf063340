package dev.glia.drivers.cpu.compile;

import dev.glia.drivers.cpu.simd.Pass;

/** What a node of a {@link Graph} computes. */
enum Op {
  /** A literal; data holds its bits. */
  CONSTANT,
  /** A value that is the same for all; data is its slot. */
  UNIFORM,
  /** An element of an array; data is the array's number, place says which element. */
  LOAD,
  ADD,
  SUBTRACT,
  MULTIPLY,
  DIVIDE,
  NEGATE,
  MINIMUM,
  MAXIMUM,
  ABSOLUTE,
  SQUARE_ROOT,
  /** The first operand times the second, plus the third, rounded once. */
  FUSED,
  /** First operand a truth: the second where it holds, else the third. */
  SELECT,
  LESS,
  LESS_OR_EQUAL,
  GREATER,
  GREATER_OR_EQUAL,
  EQUAL,
  NOT_EQUAL,
  AND,
  OR,
  NOT,
  EXP(Pass.EXP, "exp"),
  LOG(Pass.LOG, "log"),
  SIN(Pass.SIN, "sin"),
  COS(Pass.COS, "cos"),
  TANH(Pass.TANH, "tanh"),
  EXPIT(Pass.EXPIT, "expit"),
  EXPREL(Pass.EXPREL, "exprel"),
  FLOOR(Pass.FLOOR, "floor"),
  POWER(Pass.POW, "pow"),
  /** Random numbers; data is the stream. */
  RANDOM(Pass.UNIFORM, "uniform"),
  NORMAL(Pass.NORMAL, "normal"),
  POISSON(Pass.POISSON, "poisson"),
  /** A count whose mean is uniform slot {@code extra}. */
  SHARED_POISSON(Pass.SHARED_POISSON, "poisson");

  private final Pass pass;
  private final String function;

  Op() {
    this(null, "");
  }

  Op(Pass pass, String function) {
    this.pass = pass;
    this.function = function;
  }

  /** How it's computed for a whole array; null for what stands in a loop's body. */
  Pass pass() {
    return pass;
  }

  /** Name of the scalar method. */
  String function() {
    return function;
  }

  boolean isRandom() {
    return ordinal() >= RANDOM.ordinal();
  }

  boolean isTruth() {
    return ordinal() >= LESS.ordinal() && ordinal() <= NOT.ordinal();
  }
}
