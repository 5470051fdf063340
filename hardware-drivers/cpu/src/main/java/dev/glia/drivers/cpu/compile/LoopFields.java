package dev.glia.drivers.cpu.compile;

import dev.glia.drivers.cpu.compile.Loop.Store;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What a written loop takes from its frame, as locals: arrays, indices, bounds. */
final class LoopFields {
  private static final ClassDesc FRAME = LoopWriter.FRAME;
  private static final ClassDesc FLOATS = ConstantDescs.CD_float.arrayType();
  private static final ClassDesc INTS = ConstantDescs.CD_int.arrayType();
  private static final ClassDesc LONGS = ConstantDescs.CD_long.arrayType();
  private static final ClassDesc CHARS = ConstantDescs.CD_char.arrayType();

  private final CodeBuilder code;
  private final Loop loop;
  private final Map<Integer, Integer> arrays = new LinkedHashMap<>();
  private final Map<String, Integer> fields = new HashMap<>();
  private final Map<Place, Integer> indices = new EnumMap<>(Place.class);

  LoopFields(CodeBuilder code, Loop loop) {
    this.code = code;
    this.loop = loop;
  }

  /** Copies what the loop needs from the frame into locals. */
  void loadFields() {
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
    if (loop.nodes().stream()
        .anyMatch(node -> node.op() == Op.UNIFORM || node.op() == Op.SHARED_POISSON)) {
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

  int field(String name) {
    return fields.get(name);
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  /** Local of an array. */
  int array(int number) {
    return arrays.get(number);
  }

  /** Computes the elements of this iteration, once for all who need them. */
  void computeIndices(int k) {
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
      pushIndex(place, k);
      code.istore(local);
      indices.put(place, local);
    }
  }

  /** Pushes the element of iteration k. */
  void pushIndex(Place place, int k) {
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

  /** Pushes an element that was computed. */
  void pushPlace(Place place) {
    if (place.isOuter()) {
      pushIndex(place, -1);
    } else {
      code.iload(indices.get(place));
    }
  }
}
