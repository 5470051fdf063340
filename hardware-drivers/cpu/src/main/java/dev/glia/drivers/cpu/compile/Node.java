package dev.glia.drivers.cpu.compile;

import java.util.List;

/**
 * A value of a {@link Graph}; operands have smaller numbers.
 *
 * @param data slot, array, stream or bits, as {@link Op} says
 * @param extra a second number, as {@link Op} says
 * @param place of a LOAD; null otherwise
 * @param truth whether it's a truth value
 */
record Node(
    int number, Op op, List<Node> operands, int data, int extra, Place place, boolean truth) {

  /** Whether it's the same in all iterations of a loop. */
  boolean isOuter() {
    return switch (op) {
      case CONSTANT, UNIFORM -> true;
      case LOAD -> place.isOuter();
      default -> !op.isRandom() && operands.stream().allMatch(Node::isOuter);
    };
  }

  Node operand(int index) {
    return operands.get(index);
  }

  float constant() {
    return Float.intBitsToFloat(data);
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return number;
  }
}
