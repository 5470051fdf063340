package dev.glia.drivers.cpu.compile;

import dev.glia.api.equations.Expr;
import dev.glia.api.equations.Expr.Binary.Operator;
import dev.glia.api.equations.Function;
import dev.glia.api.equations.Parameter;
import dev.glia.api.equations.PopulationProgram;
import dev.glia.api.equations.Range;
import dev.glia.api.equations.Scope;
import dev.glia.api.equations.Statement;
import dev.glia.api.equations.Type;
import dev.glia.api.equations.Variable;
import dev.glia.api.random.RandomStream;
import dev.glia.api.units.Dimension;
import dev.glia.api.units.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A population program of any shape; the same for the same number. */
final class RandomProgram {
  private static final Function[] UNARY = {
    Function.EXP,
    Function.LOG,
    Function.SQRT,
    Function.SIN,
    Function.COS,
    Function.TANH,
    Function.ABS,
    Function.SIGN,
    Function.EXPIT,
    Function.EXPREL,
    Function.FLOOR
  };
  private static final Operator[] ARITHMETIC = {
    Operator.ADD, Operator.SUBTRACT, Operator.MULTIPLY, Operator.DIVIDE
  };

  private final RandomStream random;
  private int locals;

  RandomProgram(long number) {
    random = new RandomStream(number, "program", 0);
  }

  PopulationProgram make() {
    List<Variable> state = new ArrayList<>();
    for (String name : List.of("a", "b", "c")) {
      state.add(new Variable(name, Unit.ONE, Expr.Number.plain(0)));
    }
    List<Parameter> parameters = new ArrayList<>();
    for (String name : List.of("p", "q", "r")) {
      parameters.add(new Parameter(name, Unit.ONE, 1, Range.ANY, ""));
    }
    List<Statement> statements = new ArrayList<>();
    int count = 1 + random.nextInt(8);
    for (int i = 0; i < count; i++) {
      Expr value = real(1 + random.nextInt(5));
      if (random.nextInt(2) == 0) {
        statements.add(new Statement.Let("x" + locals++, value));
      } else {
        String target = List.of("a", "b", "c").get(random.nextInt(3));
        statements.add(new Statement.Assign(target, Scope.STATE, value, false));
      }
    }
    locals = 0; // they end with their list
    return new PopulationProgram(
        state,
        parameters,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        statements,
        Optional.of(truth(2)),
        List.of(),
        Optional.empty());
  }

  private Expr real(int depth) {
    if (depth == 0) {
      return leaf();
    }
    return switch (random.nextInt(9)) {
      case 0 -> call(UNARY[random.nextInt(UNARY.length)], real(depth - 1));
      case 1 -> call(random.nextInt(2) == 0 ? Function.MIN : Function.MAX, real(depth - 1), leaf());
      case 2 -> call(Function.CLIP, real(depth - 1), Expr.Number.plain(-1), Expr.Number.plain(2));
      case 3 -> new Expr.Unary(Expr.Unary.Operator.NEGATE, real(depth - 1));
      case 4 -> new Expr.Conditional(truth(depth - 1), real(depth - 1), real(depth - 1));
      case 5 ->
          new Expr.Binary(
              Operator.POWER,
              real(depth - 1),
              Expr.Number.plain(2 + random.nextInt(3)),
              Type.PLAIN);
      default ->
          new Expr.Binary(
              ARITHMETIC[random.nextInt(4)], real(depth - 1), real(depth - 1), Type.PLAIN);
    };
  }

  private Expr leaf() {
    return switch (random.nextInt(6)) {
      case 0 -> Expr.Number.plain(Math.rint(40 * random.nextDouble() - 20) / 8);
      case 1 -> name(List.of("p", "q", "r").get(random.nextInt(3)), Scope.PARAMETER);
      case 2 ->
          locals > 0 ? name("x" + random.nextInt(locals), Scope.LOCAL) : name("a", Scope.STATE);
      default -> name(List.of("a", "b", "c").get(random.nextInt(3)), Scope.STATE);
    };
  }

  private Expr truth(int depth) {
    return switch (depth <= 0 ? 0 : random.nextInt(4)) {
      case 1 ->
          new Expr.Binary(
              random.nextInt(2) == 0 ? Operator.AND : Operator.OR,
              truth(depth - 1),
              truth(depth - 1),
              Type.TRUTH);
      case 2 -> new Expr.Unary(Expr.Unary.Operator.NOT, truth(depth - 1));
      default ->
          new Expr.Binary(
              random.nextInt(2) == 0 ? Operator.LESS : Operator.GREATER,
              real(Math.max(0, depth - 1)),
              leaf(),
              Type.TRUTH);
    };
  }

  private static Expr name(String name, Scope scope) {
    return new Expr.Name(name, scope, Dimension.NONE);
  }

  private static Expr call(Function function, Expr... arguments) {
    return new Expr.Call(function, List.of(arguments), Type.PLAIN, -1);
  }
}
