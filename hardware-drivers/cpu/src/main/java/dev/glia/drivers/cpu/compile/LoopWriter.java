package dev.glia.drivers.cpu.compile;

import dev.glia.drivers.cpu.compile.Loop.Store;
import dev.glia.drivers.cpu.simd.FloatMath;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Writes the class of one {@link Loop}: values that are the same in all iterations first, as
 * scalars; then the loop, an element or a vector at a time; then stores that happen once.
 *
 * <p>Every value gets a local variable; the just-in-time compiler knows better than we do which of
 * them to keep in registers.
 */
final class LoopWriter {
  static final ClassDesc FRAME = desc(Frame.class);

  private final CodeBuilder code;
  private final Loop loop;
  private final Arithmetic scalar;
  private final Arithmetic body;

  private final LoopFields fields;
  private final Map<Node, Integer> outerLocals = new HashMap<>();
  private final Map<Node, Integer> locals = new HashMap<>();
  private int k;

  private LoopWriter(CodeBuilder code, Loop loop, boolean vector, ClassDesc owner) {
    this.code = code;
    this.loop = loop;
    fields = new LoopFields(code, loop);
    scalar = new ScalarArithmetic(code);
    body = vector ? new VectorArithmetic(code, owner) : scalar;
  }

  private static ClassDesc desc(Class<?> type) {
    return ClassDesc.of(type.getName());
  }

  /** The bytes of a class that implements {@link Code}. */
  static byte[] write(Loop loop, boolean vector) {
    ClassDesc owner = ClassDesc.of(LoopWriter.class.getPackageName(), "CompiledLoop");
    return ClassFile.of()
        .build(
            owner,
            type -> {
              type.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER);
              type.withInterfaceSymbols(desc(Code.class));
              type.withMethodBody(
                  ConstantDescs.INIT_NAME,
                  ConstantDescs.MTD_void,
                  ClassFile.ACC_PUBLIC,
                  code ->
                      code.aload(0)
                          .invokespecial(
                              ConstantDescs.CD_Object,
                              ConstantDescs.INIT_NAME,
                              ConstantDescs.MTD_void)
                          .return_());
              if (vector) {
                VectorArithmetic.declareSpecies(type, owner);
              }
              type.withMethodBody(
                  "run",
                  MethodTypeDesc.of(ConstantDescs.CD_float, FRAME),
                  ClassFile.ACC_PUBLIC,
                  code -> new LoopWriter(code, loop, vector, owner).write());
            });
  }

  private void write() {
    fields.loadFields();
    if (body != scalar && loop.stores().stream().noneMatch(s -> s.place().isOuter())) {
      returnIfEmpty();
    }
    for (Node node : loop.nodes()) {
      if (node.isOuter()) {
        outerLocals.put(node, define(scalar, node, outerLocals));
      }
    }
    spreadOuterValues();
    boolean checks = loop.stores().stream().anyMatch(Store::checked);
    int check = code.allocateLocal(body.kind(false));
    body.constant(0f);
    code.storeLocal(body.kind(false), check);
    writeLoop(check);
    for (Store store : loop.stores()) {
      if (store.place().isOuter()) {
        store(scalar, store, outerLocals);
      }
    }
    if (checks) {
      code.loadLocal(body.kind(false), check);
      body.reduce();
    } else {
      code.fconst_0();
    }
    code.freturn();
  }

  /** Spreading values over vectors that aren't compiled yet takes longer than all the rest. */
  private void returnIfEmpty() {
    Label some = code.newLabel();
    code.iload(fields.field("from")).iload(fields.field("to")).if_icmplt(some);
    code.fconst_0().freturn().labelBinding(some);
  }

  private void writeLoop(int check) {
    k = code.allocateLocal(TypeKind.INT);
    code.iload(fields.field("from")).istore(k);
    boolean hasTail = loop.ragged() && body != scalar;
    Label top = code.newLabel();
    Label test = code.newLabel();
    code.goto_(test).labelBinding(top);
    writeBody(check);
    body.advance(k);
    code.labelBinding(test).iload(k);
    if (hasTail) {
      ((VectorArithmetic) body).pushLength();
      code.iadd().iload(fields.field("to")).if_icmple(top);
      writeTail(check);
    } else {
      code.iload(fields.field("to")).if_icmplt(top);
    }
  }

  /** The elements that are left, fewer than a vector has. */
  private void writeTail(int check) {
    Label end = code.newLabel();
    code.iload(k).iload(fields.field("to")).if_icmpge(end);
    ((VectorArithmetic) body).maskUntil(k, fields.field("to"));
    writeBody(check);
    code.labelBinding(end);
  }

  private void writeBody(int check) {
    fields.computeIndices(k);
    for (Node node : loop.nodes()) {
      if (!node.isOuter()) {
        locals.put(node, define(body, node, locals));
      }
    }
    int checked = -1;
    for (Store store : loop.stores()) {
      if (!store.place().isOuter()) {
        int kept = store(body, store, locals);
        checked = !store.checked() ? checked : checked < 0 ? kept : sum(checked, kept);
      }
    }
    if (checked >= 0) {
      check(checked, check);
    }
    if (loop.spike() != null) {
      storeBits();
    }
  }

  /** Gives the loop's arithmetic the values that don't change in it. */
  private void spreadOuterValues() {
    if (body == scalar) {
      locals.putAll(outerLocals);
      return;
    }
    Set<Node> used = new LinkedHashSet<>();
    for (Node node : loop.nodes()) {
      if (!node.isOuter()) {
        used.addAll(node.operands());
      }
    }
    for (Store store : loop.stores()) {
      used.add(store.value());
    }
    if (loop.spike() != null) {
      used.add(loop.spike());
    }
    for (Node node : used) {
      if (node.isOuter()) {
        int local = code.allocateLocal(TypeKind.REFERENCE);
        ((VectorArithmetic) body).broadcast(outerLocals.get(node), node.truth());
        code.astore(local);
        locals.put(node, local);
      }
    }
  }

  /** Computes a value into a new local. */
  private int define(Arithmetic arithmetic, Node node, Map<Node, Integer> values) {
    switch (node.op()) {
      case CONSTANT -> arithmetic.constant(node.constant());
      case UNIFORM -> {
        code.aload(fields.field("uniforms")).loadConstant(node.data()).faload();
        if (node.truth()) {
          ((ScalarArithmetic) arithmetic).truthOfNumber();
        }
      }
      case LOAD -> {
        code.aload(fields.array(node.data()));
        arithmetic.load(() -> fields.pushPlace(node.place()), node.place().isOuter());
      }
      case RANDOM, NORMAL, POISSON, SHARED_POISSON -> random(node, values);
      default ->
          arithmetic.operate(
              node,
              operand -> {
                Node value = node.operand(operand);
                code.loadLocal(arithmetic.kind(value.truth()), values.get(value));
              });
    }
    int local = code.allocateLocal(arithmetic.kind(node.truth()));
    code.storeLocal(arithmetic.kind(node.truth()), local);
    return local;
  }

  private void random(Node node, Map<Node, Integer> values) {
    code.aload(fields.field("keys")).loadConstant(node.data()).laload().lload(fields.field("tick"));
    fields.pushIndex(fields.has("index") ? Place.LISTED : Place.LINE, k);
    boolean poisson = node.op() == Op.POISSON || node.op() == Op.SHARED_POISSON;
    if (node.op() == Op.POISSON) {
      code.fload(values.get(node.operand(0)));
    } else if (node.op() == Op.SHARED_POISSON) {
      code.aload(fields.field("uniforms")).loadConstant(node.extra()).faload();
    }
    ScalarArithmetic.draw(code, node.op().function(), poisson);
  }

  /** Stores a value; returns the local that holds what was stored. */
  private int store(Arithmetic arithmetic, Store store, Map<Node, Integer> values) {
    int value = values.get(store.value());
    Runnable index = () -> fields.pushPlace(store.place());
    if (store.add()) {
      code.aload(fields.array(store.array()));
      arithmetic.load(index, false);
      code.loadLocal(arithmetic.kind(false), value);
      arithmetic.add();
      int sum = code.allocateLocal(arithmetic.kind(false));
      code.storeLocal(arithmetic.kind(false), sum);
      value = sum;
    }
    int kept = value;
    arithmetic.store(
        () -> code.loadLocal(arithmetic.kind(false), kept),
        () -> code.aload(fields.array(store.array())),
        index);
    return kept;
  }

  private int sum(int a, int b) {
    int sum = code.allocateLocal(body.kind(false));
    code.loadLocal(body.kind(false), a).loadLocal(body.kind(false), b);
    body.add();
    code.storeLocal(body.kind(false), sum);
    return sum;
  }

  /** Adds 0 to the check, or what isn't a number if a sum of stored values isn't finite. */
  private void check(int sum, int check) {
    if (FloatMath.fuses()) {
      code.loadLocal(body.kind(false), sum);
      body.constant(0f);
      code.loadLocal(body.kind(false), check);
      body.fuse();
      code.storeLocal(body.kind(false), check);
      return;
    }
    code.loadLocal(body.kind(false), check);
    code.loadLocal(body.kind(false), sum).loadLocal(body.kind(false), sum);
    body.subtract();
    body.add();
    code.storeLocal(body.kind(false), check);
  }

  private void storeBits() {
    int local = code.allocateLocal(TypeKind.LONG);
    code.loadLocal(body.kind(true), locals.get(loop.spike()));
    body.bits();
    code.lstore(local);
    code.aload(fields.field("bits")).iload(k).loadConstant(6).ishr().dup2().laload();
    code.lload(local).iload(k).lshl().lor().lastore();
  }
}
