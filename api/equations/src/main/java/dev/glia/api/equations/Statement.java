package dev.glia.api.equations;

/** A step of a straight-line program. */
public sealed interface Statement {
  Expr value();

  /** Names a value for the statements that follow in the same list. */
  record Let(String name, Expr value) implements Statement {}

  /**
   * Gives a variable a new value, seen by the statements that follow.
   *
   * @param target name of a variable
   * @param scope where it lives: STATE in populations; PRE, POST or SYNAPSE in learning rules
   * @param unlessRefractory leave the variable as it is in neurons that are refractory
   */
  record Assign(String target, Scope scope, Expr value, boolean unlessRefractory)
      implements Statement {}
}
