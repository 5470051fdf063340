package dev.glia.drivers.cpu.compile;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.function.IntConsumer;

/**
 * A vector at a time. Writes calls of the Vector API by name, so that nothing here needs the
 * module; only the generated class does. The species is a static final field of that class, without
 * which the just-in-time compiler would not see how long a vector is.
 */
final class VectorArithmetic implements Arithmetic {
  private static final String API = "jdk.incubator.vector.";
  private static final ClassDesc VECTOR = ClassDesc.of(API + "Vector");
  private static final ClassDesc FLOAT_VECTOR = ClassDesc.of(API + "FloatVector");
  private static final ClassDesc MASK = ClassDesc.of(API + "VectorMask");
  private static final ClassDesc SPECIES = ClassDesc.of(API + "VectorSpecies");
  private static final ClassDesc OPERATORS = ClassDesc.of(API + "VectorOperators");
  private static final ClassDesc COMPARISON = OPERATORS.nested("Comparison");
  private static final ClassDesc ASSOCIATIVE = OPERATORS.nested("Associative");
  private static final ClassDesc FLOATS = ConstantDescs.CD_float.arrayType();
  private static final MethodTypeDesc BINARY = MethodTypeDesc.of(FLOAT_VECTOR, VECTOR);
  private static final MethodTypeDesc FUSED = MethodTypeDesc.of(FLOAT_VECTOR, VECTOR, VECTOR);
  private static final MethodTypeDesc UNARY = MethodTypeDesc.of(FLOAT_VECTOR);
  private static final MethodTypeDesc MASK_BINARY = MethodTypeDesc.of(MASK, MASK);
  private static final MethodTypeDesc BLEND = MethodTypeDesc.of(FLOAT_VECTOR, VECTOR, MASK);
  private static final MethodTypeDesc COMPARE = MethodTypeDesc.of(MASK, COMPARISON, VECTOR);
  private static final MethodTypeDesc FROM_ARRAY =
      MethodTypeDesc.of(FLOAT_VECTOR, SPECIES, FLOATS, ConstantDescs.CD_int);
  private static final MethodTypeDesc FROM_ARRAY_MASKED =
      MethodTypeDesc.of(FLOAT_VECTOR, SPECIES, FLOATS, ConstantDescs.CD_int, MASK);
  private static final MethodTypeDesc INTO_ARRAY =
      MethodTypeDesc.of(ConstantDescs.CD_void, FLOATS, ConstantDescs.CD_int);
  private static final MethodTypeDesc INTO_ARRAY_MASKED =
      MethodTypeDesc.of(ConstantDescs.CD_void, FLOATS, ConstantDescs.CD_int, MASK);
  private static final MethodTypeDesc BROADCAST =
      MethodTypeDesc.of(FLOAT_VECTOR, SPECIES, ConstantDescs.CD_float);
  private static final String FIELD = "SPECIES";
  private static final String LENGTH = "LENGTH";

  private final CodeBuilder code;
  private final ClassDesc owner;

  /** Local with the mask of loads and stores; -1 where they are whole. */
  private int mask = -1;

  VectorArithmetic(CodeBuilder code, ClassDesc owner) {
    this.code = code;
    this.owner = owner;
  }

  /** Adds the constants that the other methods refer to. */
  static void declareSpecies(ClassBuilder type, ClassDesc owner) {
    int flags = ClassFile.ACC_STATIC | ClassFile.ACC_FINAL;
    type.withField(FIELD, SPECIES, flags);
    type.withField(LENGTH, ConstantDescs.CD_int, flags);
    type.withMethodBody(
        ConstantDescs.CLASS_INIT_NAME,
        ConstantDescs.MTD_void,
        ClassFile.ACC_STATIC,
        code ->
            code.getstatic(FLOAT_VECTOR, "SPECIES_PREFERRED", SPECIES)
                .dup()
                .putstatic(owner, FIELD, SPECIES)
                .invokeinterface(SPECIES, "length", MethodTypeDesc.of(ConstantDescs.CD_int))
                .putstatic(owner, LENGTH, ConstantDescs.CD_int)
                .return_());
  }

  @Override
  public TypeKind kind(boolean truth) {
    return TypeKind.REFERENCE;
  }

  @Override
  public void constant(float value) {
    code.getstatic(owner, FIELD, SPECIES).loadConstant(value);
    code.invokestatic(FLOAT_VECTOR, "broadcast", BROADCAST);
  }

  /** Spreads a scalar local over all lanes. */
  void broadcast(int local, boolean truth) {
    code.getstatic(owner, FIELD, SPECIES);
    if (truth) {
      code.iload(local).i2f();
    } else {
      code.fload(local);
    }
    code.invokestatic(FLOAT_VECTOR, "broadcast", BROADCAST);
    if (truth) {
      constant(0f);
      compare("NE");
    }
  }

  @Override
  public void load(Runnable pushIndex, boolean outer) {
    code.getstatic(owner, FIELD, SPECIES).swap();
    pushIndex.run();
    if (mask >= 0) {
      code.aload(mask).invokestatic(FLOAT_VECTOR, "fromArray", FROM_ARRAY_MASKED);
    } else {
      code.invokestatic(FLOAT_VECTOR, "fromArray", FROM_ARRAY);
    }
  }

  void pushLength() {
    code.getstatic(owner, LENGTH, ConstantDescs.CD_int);
  }

  /** From here on only elements before {@code to} are loaded and stored; k is the first. */
  void maskUntil(int k, int to) {
    mask = code.allocateLocal(TypeKind.REFERENCE);
    code.getstatic(owner, FIELD, SPECIES).iload(k).iload(to);
    code.invokeinterface(
        SPECIES,
        "indexInRange",
        MethodTypeDesc.of(MASK, ConstantDescs.CD_int, ConstantDescs.CD_int));
    code.astore(mask);
  }

  @Override
  public void store(Runnable pushValue, Runnable pushArray, Runnable pushIndex) {
    pushValue.run();
    pushArray.run();
    pushIndex.run();
    if (mask >= 0) {
      code.aload(mask).invokevirtual(FLOAT_VECTOR, "intoArray", INTO_ARRAY_MASKED);
    } else {
      code.invokevirtual(FLOAT_VECTOR, "intoArray", INTO_ARRAY);
    }
  }

  @Override
  public void operate(Node node, IntConsumer push) {
    if (node.op() == Op.SELECT) {
      push.accept(2);
      push.accept(1);
      push.accept(0);
      code.invokevirtual(FLOAT_VECTOR, "blend", BLEND);
      return;
    }
    for (int i = 0; i < node.operands().size(); i++) {
      push.accept(i);
    }
    switch (node.op()) {
      case ADD -> add();
      case SUBTRACT -> subtract();
      case MULTIPLY -> code.invokevirtual(FLOAT_VECTOR, "mul", BINARY);
      case DIVIDE -> code.invokevirtual(FLOAT_VECTOR, "div", BINARY);
      case MINIMUM -> code.invokevirtual(FLOAT_VECTOR, "min", BINARY);
      case MAXIMUM -> code.invokevirtual(FLOAT_VECTOR, "max", BINARY);
      case NEGATE -> code.invokevirtual(FLOAT_VECTOR, "neg", UNARY);
      case ABSOLUTE -> code.invokevirtual(FLOAT_VECTOR, "abs", UNARY);
      case SQUARE_ROOT -> code.invokevirtual(FLOAT_VECTOR, "sqrt", UNARY);
      case FUSED -> fuse();
      case LESS -> compare("LT");
      case LESS_OR_EQUAL -> compare("LE");
      case GREATER -> compare("GT");
      case GREATER_OR_EQUAL -> compare("GE");
      case EQUAL -> compare("EQ");
      case NOT_EQUAL -> compare("NE");
      case AND -> code.invokevirtual(MASK, "and", MASK_BINARY);
      case OR -> code.invokevirtual(MASK, "or", MASK_BINARY);
      case NOT -> code.invokevirtual(MASK, "not", MethodTypeDesc.of(MASK));
      default -> throw new IllegalStateException(node.op() + " isn't done in vectors");
    }
  }

  private void compare(String operator) {
    code.getstatic(OPERATORS, operator, COMPARISON).swap();
    code.invokevirtual(FLOAT_VECTOR, "compare", COMPARE);
  }

  @Override
  public void add() {
    code.invokevirtual(FLOAT_VECTOR, "add", BINARY);
  }

  @Override
  public void subtract() {
    code.invokevirtual(FLOAT_VECTOR, "sub", BINARY);
  }

  @Override
  public void fuse() {
    code.invokevirtual(FLOAT_VECTOR, "fma", FUSED);
  }

  @Override
  public void reduce() {
    code.getstatic(OPERATORS, "ADD", ASSOCIATIVE);
    code.invokevirtual(
        FLOAT_VECTOR, "reduceLanes", MethodTypeDesc.of(ConstantDescs.CD_float, ASSOCIATIVE));
  }

  @Override
  public void bits() {
    code.invokevirtual(MASK, "toLong", MethodTypeDesc.of(ConstantDescs.CD_long));
  }

  @Override
  public void advance(int k) {
    code.iload(k).getstatic(owner, LENGTH, ConstantDescs.CD_int).iadd().istore(k);
  }
}
