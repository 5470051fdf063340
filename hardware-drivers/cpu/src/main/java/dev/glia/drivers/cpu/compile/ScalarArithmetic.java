package dev.glia.drivers.cpu.compile;

import dev.glia.drivers.cpu.simd.Draws;
import dev.glia.drivers.cpu.simd.FloatMath;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.function.IntConsumer;

/** A number at a time: floats, and truths as 0 or 1. */
final class ScalarArithmetic implements Arithmetic {
  private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");
  private static final ClassDesc FLOAT_MATH = ClassDesc.of(FloatMath.class.getName());
  private static final ClassDesc DRAWS = ClassDesc.of(Draws.class.getName());
  private static final MethodTypeDesc ONE =
      MethodTypeDesc.of(ConstantDescs.CD_float, ConstantDescs.CD_float);
  private static final MethodTypeDesc TWO =
      MethodTypeDesc.of(ConstantDescs.CD_float, ConstantDescs.CD_float, ConstantDescs.CD_float);
  private static final MethodTypeDesc THREE =
      MethodTypeDesc.of(
          ConstantDescs.CD_float,
          ConstantDescs.CD_float,
          ConstantDescs.CD_float,
          ConstantDescs.CD_float);
  private static final MethodTypeDesc DRAW =
      MethodTypeDesc.of(
          ConstantDescs.CD_float,
          ConstantDescs.CD_long,
          ConstantDescs.CD_long,
          ConstantDescs.CD_int);
  private static final MethodTypeDesc DRAW_WITH_MEAN =
      MethodTypeDesc.of(
          ConstantDescs.CD_float,
          ConstantDescs.CD_long,
          ConstantDescs.CD_long,
          ConstantDescs.CD_int,
          ConstantDescs.CD_float);

  private final CodeBuilder code;

  ScalarArithmetic(CodeBuilder code) {
    this.code = code;
  }

  /** A random number; key, tick, neuron and perhaps a mean are on the stack. */
  static void draw(CodeBuilder code, String function, boolean hasMean) {
    code.invokestatic(DRAWS, function, hasMean ? DRAW_WITH_MEAN : DRAW);
  }

  @Override
  public TypeKind kind(boolean truth) {
    return truth ? TypeKind.INT : TypeKind.FLOAT;
  }

  @Override
  public void constant(float value) {
    code.loadConstant(value);
  }

  @Override
  public void load(Runnable pushIndex, boolean outer) {
    pushIndex.run();
    code.faload();
  }

  @Override
  public void store(Runnable pushValue, Runnable pushArray, Runnable pushIndex) {
    pushArray.run();
    pushIndex.run();
    pushValue.run();
    code.fastore();
  }

  @Override
  public void operate(Node node, IntConsumer push) {
    if (node.op() == Op.SELECT) {
      select(push);
      return;
    }
    for (int i = 0; i < node.operands().size(); i++) {
      push.accept(i);
    }
    switch (node.op()) {
      case ADD -> code.fadd();
      case SUBTRACT -> code.fsub();
      case MULTIPLY -> code.fmul();
      case DIVIDE -> code.fdiv();
      case NEGATE -> code.fneg();
      case MINIMUM -> code.invokestatic(MATH, "min", TWO);
      case MAXIMUM -> code.invokestatic(MATH, "max", TWO);
      case ABSOLUTE -> code.invokestatic(MATH, "abs", ONE);
      case SQUARE_ROOT -> // the root of a float in float64, rounded, is the rounded root
          code.f2d()
              .invokestatic(
                  MATH, "sqrt", MethodTypeDesc.of(ConstantDescs.CD_double, ConstantDescs.CD_double))
              .d2f();
      case FUSED -> fuse();
      // A comparison with NaN must be false, so each asks for the other sign then.
      case LESS -> compare(code.fcmpg(), Opcode.IFLT);
      case LESS_OR_EQUAL -> compare(code.fcmpg(), Opcode.IFLE);
      case GREATER -> compare(code.fcmpl(), Opcode.IFGT);
      case GREATER_OR_EQUAL -> compare(code.fcmpl(), Opcode.IFGE);
      case EQUAL -> compare(code.fcmpl(), Opcode.IFEQ);
      case NOT_EQUAL -> compare(code.fcmpl(), Opcode.IFNE);
      case AND -> code.iand();
      case OR -> code.ior();
      case NOT -> code.iconst_1().ixor();
      case POWER -> code.invokestatic(FLOAT_MATH, "pow", TWO);
      default -> code.invokestatic(FLOAT_MATH, node.op().function(), ONE);
    }
  }

  private static void compare(CodeBuilder code, Opcode holds) {
    Label yes = code.newLabel();
    Label end = code.newLabel();
    code.branch(holds, yes).iconst_0().goto_(end);
    code.labelBinding(yes).iconst_1().labelBinding(end);
  }

  /** From a number that is 0 or not to a truth. */
  void truthOfNumber() {
    compare(code.fconst_0().fcmpl(), Opcode.IFNE);
  }

  private void select(IntConsumer push) {
    Label no = code.newLabel();
    Label end = code.newLabel();
    push.accept(0);
    code.ifeq(no);
    push.accept(1);
    code.goto_(end).labelBinding(no);
    push.accept(2);
    code.labelBinding(end);
  }

  @Override
  public void add() {
    code.fadd();
  }

  @Override
  public void subtract() {
    code.fsub();
  }

  @Override
  public void fuse() {
    code.invokestatic(MATH, "fma", THREE);
  }

  @Override
  public void reduce() {}

  @Override
  public void bits() {
    code.i2l();
  }

  @Override
  public void advance(int k) {
    code.iinc(k, 1);
  }
}
