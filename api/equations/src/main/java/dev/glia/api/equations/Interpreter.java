package dev.glia.api.equations;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Evaluates expressions and runs statements for one entity in float64: obvious and slow, the oracle
 * that compiled kernels are compared with.
 *
 * <p>Arithmetic is IEEE 754 binary64, in the order of the tree, without fused operations; functions
 * are those of {@link StrictMath}. Not safe for use by several threads.
 */
public final class Interpreter {
  /** Where names have their values: one neuron, axon branch or synapse at one tick. */
  public interface Environment {
    /**
     * The value of a name of any scope but LOCAL, in SI base units.
     *
     * @throws IllegalArgumentException if there's no such name
     */
    double read(String name, Scope scope);

    /** Gives a variable a new value; scope STATE, PRE, POST or SYNAPSE. */
    void write(String name, Scope scope, double value);

    /** The random numbers of this entity at this tick. */
    Draws draws();

    /**
     * The sum of a term over the synapses of the same projection onto the same target; the term has
     * no LOCAL names.
     *
     * @throws UnsupportedOperationException where {@link Function#SUM} can't occur
     */
    default double sum(Expr term) {
      throw new UnsupportedOperationException("sum() is for the events of learning rules");
    }
  }

  /** Random numbers of one entity at one tick: the same stream gives the same number again. */
  public interface Draws {
    /** Uniform in [0, 1). */
    double uniform(int stream);

    /** Standard normal. */
    double normal(int stream);

    /**
     * Number of events of a Poisson process in an interval with this mean; 0 if it isn't positive.
     */
    double poisson(int stream, double mean);
  }

  private final Environment environment;
  private final Map<String, Double> locals = new HashMap<>();

  public Interpreter(Environment environment) {
    this.environment = environment;
  }

  /** The value of a real expression, in SI base units. */
  public double value(Expr expression) {
    return switch (expression) {
      case Expr.Number number -> number.value();
      case Expr.Name name -> read(name);
      case Expr.Unary unary -> -value(unary.operand());
      case Expr.Binary binary -> binary(binary);
      case Expr.Call call -> call(call);
      case Expr.Conditional choice ->
          holds(choice.condition()) ? value(choice.whenTrue()) : value(choice.whenFalse());
    };
  }

  /** Whether a truth-valued expression holds; comparisons with NaN don't, other than {@code !=}. */
  public boolean holds(Expr condition) {
    return switch (condition) {
      case Expr.Unary not -> !holds(not.operand());
      case Expr.Binary binary -> holds(binary);
      case Expr.Conditional choice ->
          holds(choice.condition()) ? holds(choice.whenTrue()) : holds(choice.whenFalse());
      default -> throw new IllegalArgumentException("not a condition: " + condition);
    };
  }

  /** Runs statements in order; locals are forgotten afterwards. */
  public void run(List<Statement> statements) {
    try {
      for (Statement statement : statements) {
        switch (statement) {
          case Statement.Let let -> locals.put(let.name(), value(let.value()));
          case Statement.Assign assign -> assign(assign);
        }
      }
    } finally {
      locals.clear();
    }
  }

  private void assign(Statement.Assign assign) {
    boolean held =
        assign.unlessRefractory() && environment.read("refractory", Scope.REFRACTORY) != 0;
    if (!held) {
      environment.write(assign.target(), assign.scope(), value(assign.value()));
    }
  }

  private double read(Expr.Name name) {
    if (name.scope() != Scope.LOCAL) {
      return environment.read(name.name(), name.scope());
    }
    Double local = locals.get(name.name());
    if (local == null) {
      throw new IllegalArgumentException("'" + name.name() + "' is read before it's named");
    }
    return local;
  }

  private double binary(Expr.Binary binary) {
    double a = value(binary.left());
    double b = value(binary.right());
    return switch (binary.operator()) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      case POWER -> StrictMath.pow(a, b);
      default -> throw new IllegalArgumentException("not a number: " + binary);
    };
  }

  private boolean holds(Expr.Binary binary) {
    return switch (binary.operator()) {
      case AND -> holds(binary.left()) && holds(binary.right());
      case OR -> holds(binary.left()) || holds(binary.right());
      case LESS -> value(binary.left()) < value(binary.right());
      case LESS_OR_EQUAL -> value(binary.left()) <= value(binary.right());
      case GREATER -> value(binary.left()) > value(binary.right());
      case GREATER_OR_EQUAL -> value(binary.left()) >= value(binary.right());
      case EQUAL -> value(binary.left()) == value(binary.right());
      case NOT_EQUAL -> value(binary.left()) != value(binary.right());
      default -> throw new IllegalArgumentException("not a condition: " + binary);
    };
  }

  private double call(Expr.Call call) {
    List<Expr> arguments = call.arguments();
    return switch (call.function()) {
      case RANDOM -> environment.draws().uniform(call.stream());
      case NORMAL -> environment.draws().normal(call.stream());
      case POISSON -> environment.draws().poisson(call.stream(), value(arguments.get(0)));
      case SUM -> environment.sum(arguments.get(0));
      case MIN -> Math.min(value(arguments.get(0)), value(arguments.get(1)));
      case MAX -> Math.max(value(arguments.get(0)), value(arguments.get(1)));
      case CLIP ->
          Math.max(
              value(arguments.get(1)), Math.min(value(arguments.get(0)), value(arguments.get(2))));
      default -> unary(call.function(), value(arguments.get(0)));
    };
  }

  private static double unary(Function function, double x) {
    return switch (function) {
      case EXP -> StrictMath.exp(x);
      case LOG -> StrictMath.log(x);
      case SQRT -> Math.sqrt(x);
      case SIN -> StrictMath.sin(x);
      case COS -> StrictMath.cos(x);
      case TANH -> StrictMath.tanh(x);
      case ABS -> Math.abs(x);
      case SIGN -> Math.signum(x);
      case EXPIT -> 1 / (1 + StrictMath.exp(-x));
      case EXPREL -> exprel(x);
      case FLOOR -> Math.floor(x);
      default -> throw new IllegalArgumentException(function + " isn't a function of one number");
    };
  }

  /**
   * Within 2 units in the last place: expm1 is, and the quotient of small numbers is exact enough.
   */
  private static double exprel(double x) {
    if (x == Double.NEGATIVE_INFINITY) {
      return 0;
    }
    return x == 0 ? 1 : x == Double.POSITIVE_INFINITY ? x : StrictMath.expm1(x) / x;
  }
}
