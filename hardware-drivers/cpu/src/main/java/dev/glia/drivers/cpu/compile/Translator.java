package dev.glia.drivers.cpu.compile;

import dev.glia.api.equations.Expr;
import dev.glia.api.equations.Function;
import dev.glia.api.equations.Scope;
import dev.glia.api.equations.Statement;
import dev.glia.drivers.cpu.compile.Names.Element;
import dev.glia.drivers.cpu.simd.FloatMath;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns statements into a {@link Graph}: variables are read once, written once, and in between are
 * values. Sub-expressions that are the same for all entities go to the {@link Uniforms}.
 */
final class Translator {
  /** Decaying values stop here: below 1e-38 arithmetic is a hundred times slower. */
  static final float NEGLIGIBLE = 1e-30f;

  private static final int MOST_FACTORS = 16;
  private static final Factor MINUS_ONE = Factor.of(-1);

  private final Graph graph;
  private final Names names;
  private final Uniforms uniforms;
  private final Map<Element, Node> variables = new LinkedHashMap<>();
  private final Map<Element, Node> changed = new LinkedHashMap<>();
  private final Map<String, Scaled> locals = new LinkedHashMap<>();
  private final Map<String, Integer> uniformLocals = new LinkedHashMap<>();
  private final Map<String, Factor> uniformFactors = new LinkedHashMap<>();
  private final IdentityHashMap<Expr, Boolean> uniformity = new IdentityHashMap<>();
  private final Node held;
  private boolean fuses;

  /**
   * A value times a factor that isn't multiplied in yet, as it may meet others.
   *
   * @param node null for 1
   */
  private record Scaled(Node node, Factor factor) {
    static Scaled of(Node node) {
      return new Scaled(node, Factor.ONE);
    }
  }

  /**
   * Prepares a translation.
   *
   * @param held truth: whether assignments marked {@code unless refractory} don't happen; null if
   *     nothing is ever refractory
   */
  Translator(Graph graph, Names names, Uniforms uniforms, Node held) {
    this.graph = graph;
    this.names = names;
    this.uniforms = uniforms;
    this.held = held;
  }

  /** From now on a product and a sum become one operation, rounded once. */
  Translator fusing() {
    fuses = FloatMath.fuses();
    return this;
  }

  /** Runs statements; the variables keep what they have got. */
  void run(List<Statement> statements) {
    for (Statement statement : statements) {
      switch (statement) {
        case Statement.Let let -> name(let);
        case Statement.Assign assign -> assign(assign);
      }
    }
    locals.clear();
    uniformLocals.clear();
    uniformFactors.clear();
    uniformity.clear();
  }

  private void name(Statement.Let let) {
    locals.remove(let.name());
    uniformLocals.remove(let.name());
    uniformFactors.remove(let.name());
    Expr value = let.value();
    if (isUniform(value)) {
      int slot = slotOf(value);
      if (!value.type().truth()) {
        uniformFactors.put(let.name(), factor(value));
      }
      uniformLocals.put(let.name(), slot);
      locals.put(let.name(), Scaled.of(graph.uniform(slot, value.type().truth())));
    } else {
      locals.put(let.name(), scaled(value));
    }
    uniformity.clear();
  }

  private void assign(Statement.Assign assign) {
    Element element = names.element(assign.target(), assign.scope());
    Node value = node(assign.value());
    if (assign.unlessRefractory() && held != null) {
      value = graph.of(Op.SELECT, held, read(element), value);
    }
    variables.put(element, value);
    changed.put(element, value);
  }

  /** Variables that were assigned, with their final values. */
  Map<Element, Node> changed() {
    return changed;
  }

  Node read(Element element) {
    return variables.computeIfAbsent(element, e -> graph.load(e.array(), e.place()));
  }

  /** Whether it's more than a choice of values that have been looked at before. */
  static boolean isComputed(Node value) {
    return switch (value.op()) {
      case LOAD -> value.place() == Place.TILE;
      case CONSTANT -> !Float.isFinite(value.constant());
      case SELECT -> isComputed(value.operand(1)) || isComputed(value.operand(2));
      default -> true;
    };
  }

  /** The value, or 0 if it's negligibly small. */
  Node withoutTraces(Node value) {
    Node tiny = graph.of(Op.LESS, graph.of(Op.ABSOLUTE, value), graph.constant(NEGLIGIBLE));
    return graph.of(Op.SELECT, tiny, graph.constant(0f), value);
  }

  Node node(Expr expression) {
    if (!(expression instanceof Expr.Number) && isUniform(expression)) {
      if (!expression.type().truth() && factor(expression).isNumber()) {
        return graph.constant((float) factor(expression).number());
      }
      return graph.uniform(slotOf(expression), expression.type().truth());
    }
    return switch (expression) {
      case Expr.Number number -> graph.constant((float) number.value());
      case Expr.Name name ->
          switch (name.scope()) {
            case LOCAL -> product(local(name.name()));
            case REFRACTORY ->
                held == null ? graph.constant(0f) : select(held, one(), graph.constant(0f));
            default -> read(names.element(name.name(), name.scope()));
          };
      case Expr.Unary unary ->
          unary.operator() == Expr.Unary.Operator.NEGATE
              ? product(scaled(unary))
              : graph.of(Op.NOT, node(unary.operand()));
      case Expr.Binary binary -> binary(binary);
      case Expr.Conditional choice ->
          select(node(choice.condition()), node(choice.whenTrue()), node(choice.whenFalse()));
      case Expr.Call call -> call(call);
    };
  }

  private Node one() {
    return graph.constant(1f);
  }

  private Scaled local(String name) {
    Scaled value = locals.get(name);
    if (value == null) {
      throw new IllegalArgumentException("'" + name + "' is read before it's named");
    }
    return value;
  }

  private Node select(Node condition, Node yes, Node no) {
    if (yes.truth()) {
      return graph.of(
          Op.OR,
          graph.of(Op.AND, condition, yes),
          graph.of(Op.AND, graph.of(Op.NOT, condition), no));
    }
    return graph.of(Op.SELECT, condition, yes, no);
  }

  private Node binary(Expr.Binary binary) {
    if (binary.operator() == Expr.Binary.Operator.POWER) {
      return power(binary.left(), binary.right());
    }
    if (isProduct(binary)) {
      return product(scaled(binary));
    }
    Op op =
        switch (binary.operator()) {
          case ADD -> Op.ADD;
          case SUBTRACT -> Op.SUBTRACT;
          case LESS -> Op.LESS;
          case LESS_OR_EQUAL -> Op.LESS_OR_EQUAL;
          case GREATER -> Op.GREATER;
          case GREATER_OR_EQUAL -> Op.GREATER_OR_EQUAL;
          case EQUAL -> Op.EQUAL;
          case NOT_EQUAL -> Op.NOT_EQUAL;
          case AND -> Op.AND;
          case OR -> Op.OR;
          case MULTIPLY, DIVIDE, POWER -> throw new IllegalStateException();
        };
    Node left = node(binary.left());
    Node right = node(binary.right());
    return switch (op) {
      case ADD -> sum(left, right);
      case SUBTRACT -> difference(left, right);
      default -> graph.of(op, left, right);
    };
  }

  private Node sum(Node left, Node right) {
    if (isZero(left) || isZero(right)) {
      return isZero(left) ? right : left;
    }
    if (right.op() == Op.NEGATE || left.op() == Op.NEGATE) {
      return right.op() == Op.NEGATE
          ? difference(left, right.operand(0))
          : difference(right, left.operand(0));
    }
    if (fuses && isMultiple(right, left)) {
      return multiple(left, right.operand(1), right.operand(0));
    }
    if (left.op() == Op.FUSED && right.isOuter() && !left.isOuter()) {
      return graph.of(
          Op.FUSED, left.operand(0), left.operand(1), sum(left.operand(2), right)); // sooner ready
    }
    if (fuses && right.op() == Op.MULTIPLY) {
      return graph.of(Op.FUSED, right.operand(0), right.operand(1), left);
    }
    if (fuses && left.op() == Op.MULTIPLY) {
      return graph.of(Op.FUSED, left.operand(0), left.operand(1), right);
    }
    return graph.of(Op.ADD, left, right);
  }

  /** Signs are turned where it costs nothing: outside the loop. */
  private Node difference(Node left, Node right) {
    if (isZero(right)) {
      return left;
    }
    if (right.op() == Op.NEGATE) {
      return sum(left, right.operand(0));
    }
    if (fuses && isMultiple(right, left)) {
      return multiple(left, graph.of(Op.NEGATE, right.operand(1)), right.operand(0));
    }
    if (fuses && left.op() == Op.MULTIPLY && isOuterLine(left.operand(1))) {
      Node turned = turnedLine(left.operand(1));
      return graph.of(Op.NEGATE, graph.of(Op.FUSED, left.operand(0), turned, right));
    }
    if (left.isOuter() && right.op() == Op.FUSED && isOuterLine(right.operand(1))) {
      Node turned = turnedLine(right.operand(1));
      Node rest = difference(left, right.operand(2)); // sooner ready than the product
      return graph.of(Op.FUSED, right.operand(0), turned, rest);
    }
    if (fuses && right.op() == Op.MULTIPLY && right.operand(1).isOuter()) {
      return graph.of(Op.FUSED, right.operand(0), graph.of(Op.NEGATE, right.operand(1)), left);
    }
    if (fuses && left.op() == Op.MULTIPLY && right.isOuter()) {
      return graph.of(Op.FUSED, left.operand(0), left.operand(1), graph.of(Op.NEGATE, right));
    }
    return graph.of(Op.SUBTRACT, left, right);
  }

  /** Whether it's x times something, times what is the same for all. */
  private static boolean isMultiple(Node product, Node x) {
    return product.op() == Op.MULTIPLY
        && product.operand(1).isOuter()
        && !x.isOuter()
        && product.operand(0).op() == Op.MULTIPLY
        && product.operand(0).operands().contains(x);
  }

  /**
   * Horner's way: x + u x y as x (1 + u y), a product that may yet be part of a sum.
   *
   * @param product of x and y
   */
  private Node multiple(Node x, Node u, Node product) {
    Node y = product.operand(product.operand(0) == x ? 1 : 0);
    return graph.of(Op.MULTIPLY, x, graph.of(Op.FUSED, y, u, one()));
  }

  /** Whether its sign can be turned outside the loop. */
  private static boolean isOuterLine(Node node) {
    return node.op() == Op.FUSED && node.operand(1).isOuter() && node.operand(2).isOuter();
  }

  private Node turnedLine(Node line) {
    return graph.of(
        Op.FUSED, line.operand(0), negative(line.operand(1)), negative(line.operand(2)));
  }

  private Node negative(Node node) {
    return node.op() == Op.NEGATE
        ? node.operand(0)
        : node.op() == Op.CONSTANT ? graph.constant(-node.constant()) : graph.of(Op.NEGATE, node);
  }

  private static boolean isZero(Node node) {
    return node.op() == Op.CONSTANT && node.constant() == 0f;
  }

  private static boolean isProduct(Expr.Binary binary) {
    return binary.operator() == Expr.Binary.Operator.MULTIPLY
        || binary.operator() == Expr.Binary.Operator.DIVIDE;
  }

  /** Splits what is the same for all off a product. */
  private Scaled scaled(Expr expression) {
    if (!expression.type().truth()) {
      if (isUniform(expression)) {
        return new Scaled(null, factor(expression));
      }
      if (expression instanceof Expr.Name name && name.scope() == Scope.LOCAL) {
        return local(name.name());
      }
      if (expression instanceof Expr.Unary unary) {
        Scaled x = scaled(unary.operand());
        return new Scaled(x.node(), x.factor().times(Factor.of(-1)));
      }
      if (expression instanceof Expr.Binary binary && isProduct(binary)) {
        Scaled left = scaled(binary.left());
        Scaled right = scaled(binary.right());
        return binary.operator() == Expr.Binary.Operator.MULTIPLY
            ? times(left, right)
            : by(left, right);
      }
      if (expression instanceof Expr.Binary binary && isSum(binary)) {
        Scaled left = scaled(binary.left());
        Scaled right = scaled(binary.right());
        return sharesFactor(left, right)
            ? sum(left, right, binary.operator() == Expr.Binary.Operator.ADD)
            : signed(binary(binary));
      }
    }
    return Scaled.of(node(expression));
  }

  private static Scaled signed(Node node) {
    return node.op() == Op.NEGATE ? new Scaled(node.operand(0), Factor.of(-1)) : Scaled.of(node);
  }

  private static boolean isSum(Expr.Binary binary) {
    return binary.operator() == Expr.Binary.Operator.ADD
        || binary.operator() == Expr.Binary.Operator.SUBTRACT;
  }

  private static boolean sharesFactor(Scaled x, Scaled y) {
    return x.node() != null
        && y.node() != null
        && !x.factor().isNumber()
        && x.factor().hasSlotsOf(y.factor());
  }

  /** The stages of a Runge-Kutta step have a time constant in common, say. */
  private Scaled sum(Scaled x, Scaled y, boolean plus) {
    Factor ratio = Factor.of(y.factor().number() / x.factor().number());
    Node other = product(new Scaled(y.node(), ratio));
    return new Scaled(plus ? sum(x.node(), other) : difference(x.node(), other), x.factor());
  }

  private Factor factor(Expr uniform) {
    return switch (uniform) {
      case Expr.Number number -> Factor.of(number.value());
      case Expr.Unary unary -> factor(unary.operand()).times(Factor.of(-1));
      case Expr.Binary binary when binary.operator() == Expr.Binary.Operator.MULTIPLY ->
          factor(binary.left()).times(factor(binary.right()));
      case Expr.Binary binary when binary.operator() == Expr.Binary.Operator.DIVIDE ->
          factor(binary.left()).by(factor(binary.right()));
      case Expr.Name name
          when name.scope() == Scope.LOCAL && uniformFactors.containsKey(name.name()) ->
          uniformFactors.get(name.name());
      default -> Factor.ofSlot(slotOf(uniform));
    };
  }

  private Scaled times(Scaled x, Scaled y) {
    Node node =
        x.node() == null
            ? y.node()
            : y.node() == null ? x.node() : graph.of(Op.MULTIPLY, x.node(), y.node());
    return new Scaled(node, x.factor().times(y.factor()));
  }

  private Scaled by(Scaled x, Scaled y) {
    Factor factor = x.factor().by(y.factor());
    if (y.node() == null) {
      return new Scaled(x.node(), factor);
    }
    return x.node() == null
        ? Scaled.of(graph.of(Op.DIVIDE, node(factor), y.node()))
        : new Scaled(graph.of(Op.DIVIDE, x.node(), y.node()), factor);
  }

  private Node product(Scaled x) {
    if (x.node() == null) {
      return node(x.factor());
    }
    if (x.factor().equals(Factor.ONE)) {
      return x.node();
    }
    return x.factor().equals(MINUS_ONE)
        ? graph.of(Op.NEGATE, x.node())
        : graph.of(Op.MULTIPLY, x.node(), node(x.factor()));
  }

  private Node node(Factor factor) {
    return factor.isNumber()
        ? graph.constant((float) factor.number())
        : graph.uniform(uniforms.slotOf(factor), false);
  }

  private Node power(Expr base, Expr exponent) {
    Integer whole = wholeNumber(exponent);
    if (whole == null || Math.abs(whole) > MOST_FACTORS) {
      return graph.of(Op.POWER, node(base), node(exponent));
    }
    Node x = node(base);
    Node product = whole == 0 ? one() : product(x, Math.abs(whole));
    return whole < 0 ? graph.of(Op.DIVIDE, one(), product) : product;
  }

  private Node product(Node x, int factors) {
    if (factors == 1) {
      return x;
    }
    Node half = product(x, factors / 2);
    Node square = graph.of(Op.MULTIPLY, half, half);
    return factors % 2 == 0 ? square : graph.of(Op.MULTIPLY, square, x);
  }

  private static Integer wholeNumber(Expr expression) {
    if (expression instanceof Expr.Unary unary
        && unary.operator() == Expr.Unary.Operator.NEGATE
        && wholeNumber(unary.operand()) instanceof Integer value) {
      return -value;
    }
    return expression instanceof Expr.Number number && number.value() == (int) number.value()
        ? Integer.valueOf((int) number.value())
        : null;
  }

  private Node call(Expr.Call call) {
    List<Node> x = new ArrayList<>();
    if (call.function() == Function.POISSON && isUniform(call.arguments().get(0))) {
      int mean = slotOf(call.arguments().get(0));
      return graph.random(Op.SHARED_POISSON, call.stream(), mean);
    }
    call.arguments().forEach(argument -> x.add(node(argument)));
    return switch (call.function()) {
      case EXP -> graph.of(Op.EXP, x.get(0));
      case LOG -> graph.of(Op.LOG, x.get(0));
      case SQRT -> graph.of(Op.SQUARE_ROOT, x.get(0));
      case SIN -> graph.of(Op.SIN, x.get(0));
      case COS -> graph.of(Op.COS, x.get(0));
      case TANH -> graph.of(Op.TANH, x.get(0));
      case ABS -> graph.of(Op.ABSOLUTE, x.get(0));
      case SIGN -> sign(x.get(0));
      case EXPIT -> graph.of(Op.EXPIT, x.get(0));
      case EXPREL -> graph.of(Op.EXPREL, x.get(0));
      case FLOOR -> graph.of(Op.FLOOR, x.get(0));
      case MIN -> graph.of(Op.MINIMUM, x.get(0), x.get(1));
      case MAX -> graph.of(Op.MAXIMUM, x.get(0), x.get(1));
      case CLIP -> graph.of(Op.MAXIMUM, x.get(1), graph.of(Op.MINIMUM, x.get(0), x.get(2)));
      case RANDOM -> graph.random(Op.RANDOM, call.stream(), 0);
      case NORMAL -> graph.random(Op.NORMAL, call.stream(), 0);
      case POISSON -> graph.random(Op.POISSON, call.stream(), 0, x.get(0));
      case SUM -> throw new IllegalArgumentException("sum() is for the events of learning rules");
    };
  }

  private Node sign(Node x) {
    Node zero = graph.constant(0f);
    Node rest = graph.of(Op.SELECT, graph.of(Op.LESS, x, zero), graph.constant(-1f), x);
    return graph.of(Op.SELECT, graph.of(Op.GREATER, x, zero), one(), rest);
  }

  private int slotOf(Expr expression) {
    if (expression instanceof Expr.Name name) {
      return uniformSlot(name);
    }
    return uniforms.slotOf(expression, this::uniformSlot);
  }

  private int uniformSlot(Expr.Name name) {
    return name.scope() == Scope.LOCAL
        ? uniformLocals.getOrDefault(name.name(), -1)
        : uniforms.slot(name.name(), name.scope());
  }

  private boolean isUniform(Expr expression) {
    Boolean known = uniformity.get(expression);
    if (known == null) {
      known = findUniformity(expression);
      uniformity.put(expression, known);
    }
    return known;
  }

  private boolean findUniformity(Expr expression) {
    return switch (expression) {
      case Expr.Number number -> true;
      case Expr.Name name -> uniformSlot(name) >= 0;
      case Expr.Unary unary -> isUniform(unary.operand());
      case Expr.Binary binary -> isUniform(binary.left()) && isUniform(binary.right());
      case Expr.Conditional choice ->
          isUniform(choice.condition())
              && isUniform(choice.whenTrue())
              && isUniform(choice.whenFalse());
      case Expr.Call call ->
          !call.function().isRandom()
              && call.function() != Function.SUM
              && call.arguments().stream().allMatch(this::isUniform);
    };
  }
}
