package dev.glia.drivers.cpu.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.glia.api.equations.Expr;
import dev.glia.api.equations.Expr.Binary.Operator;
import dev.glia.api.equations.Scope;
import dev.glia.api.equations.Statement;
import dev.glia.api.equations.Type;
import dev.glia.api.units.Dimension;
import dev.glia.drivers.cpu.simd.FloatMath;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many operations a loop gets for what is written. */
class TranslatorTest {
  private static final Expr V = state("v");
  private static final Expr W = state("w");
  private static final Expr P = new Expr.Name("p", Scope.PARAMETER, Dimension.NONE);

  private final Graph graph = new Graph();
  private final Names names = new Names();
  private final Uniforms uniforms = new Uniforms();

  @BeforeEach
  void declare() {
    assumeThat(FloatMath.fuses()).isTrue();
    names.put("v", Scope.STATE, 0, Place.LINE);
    names.put("w", Scope.STATE, 1, Place.LINE);
    uniforms.declare("p", Scope.PARAMETER, false);
  }

  private static Expr state(String name) {
    return new Expr.Name(name, Scope.STATE, Dimension.NONE);
  }

  private static Expr of(Operator operator, Expr left, Expr right) {
    return new Expr.Binary(operator, left, right, Type.real(Dimension.NONE));
  }

  private static Statement assign(Expr value) {
    return new Statement.Assign("v", Scope.STATE, value, false);
  }

  private List<Op> operations(Statement... statements) {
    Translator translator = new Translator(graph, names, uniforms, null).fusing();
    translator.run(List.of(statements));
    return graph.needed(translator.changed().values()).stream()
        .filter(node -> !node.isOuter() && node.op() != Op.LOAD)
        .map(Node::op)
        .toList();
  }

  @Test
  void cubicWithAnOffsetTakesFourOperations() {
    Expr cube = of(Operator.POWER, V, Expr.Number.plain(3));
    Expr cubic = of(Operator.SUBTRACT, V, of(Operator.DIVIDE, cube, Expr.Number.plain(3)));
    Expr rate = of(Operator.ADD, of(Operator.SUBTRACT, cubic, W), P);

    assertThat(operations(assign(rate)))
        .containsExactlyInAnyOrder(Op.MULTIPLY, Op.FUSED, Op.SUBTRACT, Op.FUSED);
  }

  @Test
  void offsetIsAddedBeforeTheProductIsKnown() {
    Expr sum = of(Operator.ADD, of(Operator.ADD, of(Operator.MULTIPLY, V, W), W), P);

    assertThat(operations(assign(sum))).containsExactly(Op.ADD, Op.FUSED);
  }

  @Test
  void rateOfZeroLeavesTheVariableAlone() {
    Expr zero = of(Operator.DIVIDE, Expr.Number.plain(0), Expr.Number.plain(1e-3));
    Expr rate = new Expr.Name("rate", Scope.LOCAL, Dimension.NONE);
    Expr next = of(Operator.ADD, V, of(Operator.MULTIPLY, P, rate));

    assertThat(operations(new Statement.Let("rate", zero), assign(next))).isEmpty();
  }
}
