package dev.glia.api.equations.internal.checking;

import dev.glia.api.equations.EquationException;
import dev.glia.api.equations.Expr;
import dev.glia.api.equations.Function;
import dev.glia.api.equations.Type;
import dev.glia.api.equations.internal.syntax.Node;
import dev.glia.api.units.Dimension;
import dev.glia.api.units.internal.Spelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Checks calls of functions. */
final class CallChecker {
  private static final List<String> FUNCTIONS =
      Arrays.stream(Function.values()).map(Function::symbol).toList();

  private final ExpressionChecker expressions;
  private final Names names;
  private final Streams streams;

  CallChecker(ExpressionChecker expressions, Names names, Streams streams) {
    this.expressions = expressions;
    this.names = names;
    this.streams = streams;
  }

  Expr call(Node.Call call) {
    Function function = Names.function(call.function()).orElseThrow(() -> unknown(call));
    int given = call.arguments().size();
    if (given != function.arity()) {
      throw error(
          call, function.symbol() + " takes " + count(function.arity()) + ", given " + given);
    }
    if (function == Function.SUM && !names.allowsSums()) {
      throw error(call, "sum is only for the events of a learning rule");
    }
    List<Expr> arguments = new ArrayList<>();
    for (Node argument : call.arguments()) {
      arguments.add(expressions.real(argument));
    }
    Type type = Type.real(dimension(function, call, arguments));
    return new Expr.Call(function, arguments, type, function.isRandom() ? streams.next() : -1);
  }

  /** Of the value; arguments may be adapted. */
  private Dimension dimension(Function function, Node.Call call, List<Expr> arguments) {
    return switch (function) {
      case EXP, LOG, SIN, COS, TANH, EXPIT, EXPREL, FLOOR, POISSON -> {
        needPlain(function, call.arguments().get(0), arguments.get(0));
        yield Dimension.NONE;
      }
      case RANDOM, NORMAL, SIGN -> Dimension.NONE;
      case ABS, SUM -> arguments.get(0).type().dimension();
      case SQRT -> squareRoot(call, arguments.get(0).type().dimension());
      case MIN, MAX, CLIP -> common(function, call, arguments);
    };
  }

  private void needPlain(Function function, Node node, Expr argument) {
    Dimension given = argument.type().dimension();
    if (!Dimensions.fit(given, Dimension.NONE)) {
      throw expressions.error(
          node.start(),
          function.symbol() + " needs a plain number, given " + names.unitNames().of(given));
    }
  }

  private Dimension squareRoot(Node.Call call, Dimension square) {
    try {
      return Dimensions.squareRoot(square);
    } catch (ArithmeticException e) {
      throw error(call, "no square root of " + names.unitNames().of(square));
    }
  }

  private Dimension common(Function function, Node.Call call, List<Expr> arguments) {
    Dimension needed = Dimension.NONE;
    for (Expr argument : arguments) {
      boolean zero =
          argument instanceof Expr.Number number
              && number.value() == 0
              && number.dimension().isNone();
      needed = zero ? needed : argument.type().dimension();
    }
    for (int i = 0; i < arguments.size(); i++) {
      arguments.set(i, ExpressionChecker.adapted(arguments.get(i), needed));
    }
    Dimension common = arguments.get(0).type().dimension();
    for (int i = 1; i < arguments.size(); i++) {
      int at = call.arguments().get(i).start();
      Dimension next =
          expressions.common(
              at, arguments.get(i - 1), arguments.get(i), "take " + function.symbol() + " of");
      common = Dimensions.known(common, next);
    }
    return common;
  }

  private EquationException unknown(Node.Call call) {
    String name = call.function();
    if (names.find(name).isPresent()) {
      return error(call, "'" + name + "' isn't a function: write " + name + "*(…)");
    }
    String near = Spelling.proposal(name, FUNCTIONS);
    String all = ": functions are " + String.join(", ", FUNCTIONS);
    return error(call, "unknown function '" + name + "'" + (near.isEmpty() ? all : near));
  }

  private EquationException error(Node.Call call, String problem) {
    return expressions.error(call.at(), problem);
  }

  private static String count(int arguments) {
    return switch (arguments) {
      case 0 -> "no argument";
      case 1 -> "1 argument";
      default -> arguments + " arguments";
    };
  }
}
