package dev.glia.drivers.cpu.compile;

import java.lang.classfile.TypeKind;
import java.util.function.IntConsumer;

/** Writes operations of one width: a number at a time, or a vector. Operands are on the stack. */
interface Arithmetic {
  /** What a local of a number or a truth is. */
  TypeKind kind(boolean truth);

  void constant(float value);

  /** Array is on the stack. */
  void load(Runnable pushIndex, boolean outer);

  void store(Runnable pushValue, Runnable pushArray, Runnable pushIndex);

  /** An operation whose operands are pushed by their number. */
  void operate(Node node, IntConsumer push);

  void add();

  void subtract();

  /** The first times the second plus the third, rounded once. */
  void fuse();

  /** From a number of this width to one float. */
  void reduce();

  /** From a truth of this width to bits of a long. */
  void bits();

  /** To the next iteration. */
  void advance(int k);
}
