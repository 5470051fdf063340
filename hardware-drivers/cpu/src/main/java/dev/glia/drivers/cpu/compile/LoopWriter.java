package dev.glia.drivers.cpu.compile;

import dev.glia.drivers.cpu.compile.Loop.Store;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
  private static final ClassDesc FLOATS = ConstantDescs.CD_float.arrayType();
  private static final ClassDesc INTS = ConstantDescs.CD_int.arrayType();
  private static final ClassDesc LONGS = ConstantDescs.CD_long.arrayType();
  private static final ClassDesc CHARS = ConstantDescs.CD_char.arrayType();

  private final CodeBuilder code;
  private final Loop loop;
  private final Arithmetic scalar;
  private final Arithmetic body;

  private final Map<Integer, Integer> arrays = new LinkedHashMap<>();
  private final Map<Node, Integer> outerLocals = new HashMap<>();
  private final Map<Node, Integer> locals = new HashMap<>();
  private final Map<Place, Integer> indices = new EnumMap<>(Place.class);
  private final Map<String, Integer> fields = new HashMap<>();
  private int k;

  private LoopWriter(CodeBuilder code, Loop loop, boolean vector, ClassDesc owner) {
    this.code = code;
    this.loop = loop;
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
    loadFields();
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
        store(scalar, store, outerLocals, -1);
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

  private void writeLoop(int check) {
    k = code.allocateLocal(TypeKind.INT);
    Label top = code.newLabel();
    Label test = code.newLabel();
    code.iload(field("from")).istore(k).goto_(test).labelBinding(top);
    computeIndices();
    for (Node node : loop.nodes()) {
      if (!node.isOuter()) {
        locals.put(node, define(body, node, locals));
      }
    }
    for (Store store : loop.stores()) {
      if (!store.place().isOuter()) {
        store(body, store, locals, check);
      }
    }
    if (loop.spike() != null) {
      storeBits();
    }
    body.advance(k);
    code.labelBinding(test).iload(k).iload(field("to")).if_icmplt(top);
  }

  /** Copies what the loop needs from the frame into locals. */
  private void loadFields() {
    Set<Integer> used = new LinkedHashSet<>();
    Set<Place> places = java.util.EnumSet.noneOf(Place.class);
    for (Node node : loop.nodes()) {
      if (node.op() == Op.LOAD) {
        used.add(node.data());
        places.add(node.place());
      }
    }
    for (Store store : loop.stores()) {
      used.add(store.array());
      places.add(store.place());
    }
    for (int array : used) {
      int local = code.allocateLocal(TypeKind.REFERENCE);
      code.aload(1).getfield(FRAME, "arrays", FLOATS.arrayType()).loadConstant(array).aaload();
      code.astore(local);
      arrays.put(array, local);
    }
    load("from", ConstantDescs.CD_int);
    load("to", ConstantDescs.CD_int);
    for (Place place : places) {
      switch (place) {
        case LINE, TILE -> {}
        case LISTED -> load("index", INTS);
        case ROW -> load("base", ConstantDescs.CD_int);
        case SHIFTED -> load("shift", ConstantDescs.CD_int);
        case TARGET -> {
          load("shift", ConstantDescs.CD_int);
          if (loop.narrow()) {
            load("narrow", CHARS);
          } else {
            load("index", INTS);
          }
        }
        case STRIDED -> {
          load("base", ConstantDescs.CD_int);
          load("stride", ConstantDescs.CD_int);
        }
        case BRANCH -> load("second", INTS);
        case SOURCE -> load("sources", INTS);
        case BRANCH_SOURCE -> {
          load("second", INTS);
          load("sources", INTS);
        }
        case OUTER -> load("outer", ConstantDescs.CD_int);
        case NEURON -> load("neuron", ConstantDescs.CD_int);
      }
    }
    if (loop.nodes().stream().anyMatch(node -> node.op() == Op.UNIFORM)) {
      load("uniforms", FLOATS);
    }
    if (loop.nodes().stream().anyMatch(node -> node.op().isRandom())) {
      load("keys", LONGS);
      load("tick", ConstantDescs.CD_long);
    }
    if (loop.spike() != null) {
      load("bits", LONGS);
    }
  }

  private void load(String name, ClassDesc type) {
    if (fields.containsKey(name)) {
      return;
    }
    TypeKind kind = TypeKind.from(type);
    int local = code.allocateLocal(kind);
    code.aload(1).getfield(FRAME, name, type).storeLocal(kind, local);
    fields.put(name, local);
  }

  private int field(String name) {
    return fields.get(name);
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

  private void computeIndices() {
    Set<Place> places = new LinkedHashSet<>();
    loop.nodes().stream().filter(n -> n.op() == Op.LOAD).forEach(n -> places.add(n.place()));
    loop.stores().forEach(s -> places.add(s.place()));
    for (Place place : places) {
      if (place.isOuter()) {
        continue;
      }
      if (place == Place.LINE) {
        indices.put(place, k);
        continue;
      }
      int local = code.allocateLocal(TypeKind.INT);
      pushIndex(place);
      code.istore(local);
      indices.put(place, local);
    }
  }

  private void pushIndex(Place place) {
    switch (place) {
      case TILE -> code.iload(k).iload(field("from")).isub();
      case LISTED -> code.aload(field("index")).iload(k).iaload();
      case ROW -> code.iload(field("base")).iload(k).iadd();
      case SHIFTED -> code.iload(field("shift")).iload(k).iadd();
      case TARGET -> {
        code.iload(field("shift"));
        if (loop.narrow()) {
          code.aload(field("narrow")).iload(k).caload();
        } else {
          code.aload(field("index")).iload(k).iaload();
        }
        code.iadd();
      }
      case STRIDED -> code.iload(field("base")).iload(k).iload(field("stride")).imul().iadd();
      case BRANCH -> code.aload(field("second")).iload(k).iaload();
      case SOURCE -> code.aload(field("sources")).iload(k).iaload();
      case BRANCH_SOURCE ->
          code.aload(field("sources")).aload(field("second")).iload(k).iaload().iaload();
      case LINE -> code.iload(k);
      case OUTER -> code.iload(field("outer"));
      case NEURON -> code.iload(field("neuron"));
    }
  }

  private void pushPlace(Place place) {
    if (place.isOuter()) {
      pushIndex(place);
    } else {
      code.iload(indices.get(place));
    }
  }

  /** Computes a value into a new local. */
  private int define(Arithmetic arithmetic, Node node, Map<Node, Integer> values) {
    switch (node.op()) {
      case CONSTANT -> arithmetic.constant(node.constant());
      case UNIFORM -> {
        code.aload(field("uniforms")).loadConstant(node.data()).faload();
        if (node.truth()) {
          ((ScalarArithmetic) arithmetic).truthOfNumber();
        }
      }
      case LOAD -> {
        code.aload(arrays.get(node.data()));
        arithmetic.load(() -> pushPlace(node.place()), node.place().isOuter());
      }
      case RANDOM, NORMAL, POISSON -> random(node, values);
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
    code.aload(field("keys")).loadConstant(node.data()).laload().lload(field("tick"));
    pushIndex(
        indices.containsKey(Place.LISTED) || fields.containsKey("index")
            ? Place.LISTED
            : Place.LINE);
    boolean poisson = node.op() == Op.POISSON;
    if (poisson) {
      code.fload(values.get(node.operand(0)));
    }
    ScalarArithmetic.draw(code, node.op().function(), poisson);
  }

  private void store(
      Arithmetic arithmetic, Store store, Map<Node, Integer> values, int check) {
    int value = values.get(store.value());
    Runnable index = () -> pushPlace(store.place());
    if (store.add()) {
      code.aload(arrays.get(store.array()));
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
        () -> code.aload(arrays.get(store.array())),
        index);
    if (store.checked() && check >= 0) {
      code.loadLocal(arithmetic.kind(false), check);
      code.loadLocal(arithmetic.kind(false), kept);
      code.loadLocal(arithmetic.kind(false), kept);
      arithmetic.subtract(); // 0, or not a number if it isn't finite
      arithmetic.add();
      code.storeLocal(arithmetic.kind(false), check);
    }
  }

  private void storeBits() {
    int local = code.allocateLocal(TypeKind.LONG);
    code.loadLocal(body.kind(true), locals.get(loop.spike()));
    body.bits();
    code.lstore(local);
    code.aload(field("bits")).iload(k).loadConstant(6).ishr().dup2().laload();
    code.lload(local).iload(k).lshl().lor().lastore();
  }
}
