package dev.glia.api.equations.internal.syntax;

import dev.glia.api.equations.Expr.Binary.Operator;
import java.util.Optional;

/**
 * A statement: {@code x = e}, or with an operator {@code x += e} and the like.
 *
 * @param at of the target
 * @param operator what combines the old value with {@code value}; absent for {@code =}
 * @param value right of the equals sign, as written
 */
public record Assignment(int at, String target, Optional<Operator> operator, Node value) {
  /** The new value as one expression. */
  public Node written() {
    return operator
        .<Node>map(o -> new Node.Binary(at, o, new Node.Name(at, target), value))
        .orElse(value);
  }
}
