package dev.glia.drivers.cpu.compile;

import dev.glia.api.equations.Expr;
import dev.glia.api.equations.LearningProgram;
import dev.glia.api.equations.Scope;
import dev.glia.api.equations.Statement;
import dev.glia.api.equations.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Which sign the values of a rule have at all times. Finds the traces that are never negative: they
 * begin so, and whatever is assigned to them is so if all of them are.
 */
final class Signs {
  private final Constants constants;
  private final Set<String> notNegative = new HashSet<>();

  Signs(LearningProgram program, Constants constants) {
    this.constants = constants;
    List<Statement> all = new ArrayList<>();
    all.addAll(program.onPre());
    all.addAll(program.onPost());
    all.addAll(program.everyTick());
    program.onEvent().values().forEach(all::addAll);
    assume(program.pre(), Scope.PRE, program.integratePre(), all);
    assume(program.post(), Scope.POST, program.integratePost(), all);
  }

  private static String key(String name, Scope scope) {
    return scope + " " + name;
  }

  private void assume(
      List<Variable> variables, Scope scope, List<Statement> steps, List<Statement> all) {
    for (Variable variable : variables) {
      OptionalDouble initial = constants.value(variable.initial());
      if (initial.isPresent() && initial.getAsDouble() >= 0) {
        notNegative.add(key(variable.name(), scope));
      }
    }
    List<Statement> code = new ArrayList<>(Inlined.of(steps));
    code.addAll(all);
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Statement statement : code) {
        if (statement instanceof Statement.Assign assign
            && assign.scope() == scope
            && notNegative.contains(key(assign.target(), scope))
            && !keepsSign(assign)) {
          notNegative.remove(key(assign.target(), scope));
          changed = true;
        }
      }
    }
  }

  /** A step of a decay is seen to keep the sign only when it's written as a multiple. */
  private boolean keepsSign(Statement.Assign assign) {
    Expr.Name own =
        new Expr.Name(assign.target(), assign.scope(), assign.value().type().dimension());
    return Affine.of(assign.value(), own)
        .map(
            a ->
                (a.slope() == null || of(a.slope()) >= 0)
                    && (a.rest() == null || isNotNegative(a.rest())))
        .orElseGet(() -> isNotNegative(assign.value()));
  }

  private boolean isNotNegative(Expr expression) {
    return of(expression) >= 0;
  }

  /** Whether all values of an expression have one sign, or are 0. */
  boolean isOneSigned(Expr expression) {
    return of(expression) > -2;
  }

  /** 1 for not negative, -1 for not positive, 0 for zero, -2 for unknown. */
  private int of(Expr expression) {
    OptionalDouble constant = constants.value(expression);
    if (constant.isPresent()) {
      double value = constant.getAsDouble();
      return Double.isNaN(value) ? -2 : (int) Math.signum(value);
    }
    return switch (expression) {
      case Expr.Name name -> notNegative.contains(key(name.name(), name.scope())) ? 1 : -2;
      case Expr.Unary unary -> negative(of(unary.operand()));
      case Expr.Binary binary -> of(binary);
      case Expr.Conditional choice -> both(of(choice.whenTrue()), of(choice.whenFalse()));
      case Expr.Call call ->
          switch (call.function()) {
            case EXP, SQRT, ABS, EXPIT, RANDOM, POISSON -> 1;
            case MIN -> both(of(call.arguments().get(0)), of(call.arguments().get(1)));
            case MAX -> both(of(call.arguments().get(0)), of(call.arguments().get(1)));
            default -> -2;
          };
      case Expr.Number number -> throw new IllegalStateException("a number is constant");
    };
  }

  private int of(Expr.Binary binary) {
    int left = of(binary.left());
    int right = of(binary.right());
    return switch (binary.operator()) {
      case ADD -> both(left, right);
      case SUBTRACT -> both(left, negative(right));
      case MULTIPLY -> left == -2 || right == -2 ? -2 : left * right;
      case DIVIDE -> left == -2 || right == -2 || right == 0 ? -2 : left * right;
      default -> -2;
    };
  }

  private static int negative(int sign) {
    return sign == -2 ? -2 : -sign;
  }

  private static int both(int left, int right) {
    if (left == -2 || right == -2 || left * right < 0) {
      return -2;
    }
    return left == 0 ? right : left;
  }
}
