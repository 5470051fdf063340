package dev.glia.drivers.cpu.compile;

import dev.glia.api.equations.Expr;
import dev.glia.api.equations.Function;
import dev.glia.api.equations.LearningProgram;
import dev.glia.api.equations.Scope;
import dev.glia.api.equations.Statement;
import dev.glia.api.network.Projection.Plasticity;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Finds out from a rule's statements whether and how its {@code on post} can be put off. */
final class PostAnalysis {
  /** Below it a trace is gone too fast for sums over several ticks. */
  private static final double FASTEST = 1e-3;

  /** Why not. */
  static final class Objection extends Exception {
    private static final long serialVersionUID = 1L;

    Objection(String reason) {
      super(reason);
    }
  }

  /** Bounds around an expression. */
  private record Bounded(Expr inner, Expr lower, Expr upper) {}

  private final LearningProgram program;
  private final Constants constants;
  private final Expr.Name weight;

  PostAnalysis(Plasticity plasticity, double dt) throws Objection {
    program = plasticity.program();
    constants = new Constants(program, plasticity.parameters(), dt);
    weight = weightIn(program.onPost());
  }

  private static Expr.Name weightIn(List<Statement> statements) throws Objection {
    return Inlined.of(statements).stream()
        .flatMap(s -> Stream.concat(Stream.of(target(s)), names(s.value())))
        .filter(n -> n.scope() == Scope.SYNAPSE && n.name().equals("w"))
        .findFirst()
        .orElseThrow(() -> new Objection("on post doesn't change the weight"));
  }

  private static Expr.Name target(Statement.Assign assign) {
    return new Expr.Name(assign.target(), assign.scope(), assign.value().type().dimension());
  }

  private static Stream<Expr.Name> names(Expr expression) {
    return Sums.walk(expression)
        .flatMap(e -> e instanceof Expr.Name name ? Stream.of(name) : Stream.of());
  }

  DeferredPost find() throws Objection {
    checkOtherCode();
    List<Statement> code = new ArrayList<>();
    Bounded bounded = null;
    Change change = null;
    for (Statement.Assign assign : Inlined.of(program.onPost())) {
      require(assign.scope() != Scope.PRE, "on post changes a variable of the source");
      if (assign.scope() == Scope.POST) {
        require(dependsOnTarget(assign.value()), "on post changes the target by the synapse");
        code.add(assign);
        continue;
      }
      require(assign.target().equals("w"), "on post changes a variable of the synapse");
      require(bounded == null, "on post changes the weight twice");
      bounded = unbound(assign.value());
      change = change(bounded.inner());
      code.add(new Statement.Assign(DeferredPost.FACTOR, Scope.POST, change.factor, false));
      code.add(new Statement.Assign(DeferredPost.SLOPE, Scope.POST, change.slope, false));
    }
    require(bounded != null, "on post doesn't change the weight");
    bound(bounded.lower, 0);
    bound(bounded.upper, 0);
    double decay = decayOf(change.trace);
    boolean repeated = !canBeSummed(bounded, change, decay);
    if (!repeated) {
      code.removeIf(s -> s instanceof Statement.Assign a && a.target().equals(DeferredPost.SLOPE));
    }
    return new DeferredPost(
        indexOf(change.trace), decay, List.copyOf(code), bounded.lower, bounded.upper, repeated);
  }

  /** Whether the order of spikes doesn't matter, nor that bounds act between them. */
  private boolean canBeSummed(Bounded bounded, Change change, double decay) throws Objection {
    OptionalDouble slope = constants.value(change.slope);
    if (decay < FASTEST || slope.isEmpty() || slope.getAsDouble() != 0) {
      return false;
    }
    if (bounded.lower == null && bounded.upper == null) {
      return true;
    }
    Expr added =
        new Expr.Binary(
            Expr.Binary.Operator.MULTIPLY, change.factor, change.trace, change.factor.type());
    return new Signs(program, constants).isOneSigned(added) && staysWithin(bounded);
  }

  /** Nothing may look at the weight at other times than when its source is heard of. */
  private void checkOtherCode() throws Objection {
    for (Statement.Assign assign : Inlined.of(program.everyTick())) {
      require(!touchesWeight(assign), "every tick reads or changes the weight");
    }
    for (Statement.Assign assign : Inlined.of(program.integrateSynapse())) {
      require(!touchesWeight(assign), "an equation of the synapse has the weight in it");
    }
  }

  private boolean touchesWeight(Statement.Assign assign) {
    return Affine.is(target(assign), weight)
        || names(assign.value()).anyMatch(n -> Affine.is(n, weight));
  }

  private static boolean dependsOnTarget(Expr expression) {
    return isFreeOf(expression, Scope.SYNAPSE, Scope.PRE, Scope.PRE_NEURON);
  }

  private static boolean isFreeOf(Expr expression, Scope... scopes) {
    List<Scope> unwanted = List.of(scopes);
    return names(expression).noneMatch(n -> unwanted.contains(n.scope()))
        && Sums.walk(expression)
            .noneMatch(
                e ->
                    e instanceof Expr.Call c
                        && (c.function().isRandom() || c.function() == Function.SUM));
  }

  /** Takes the bounds off; they must be constants. */
  private Bounded unbound(Expr value) throws Objection {
    if (value instanceof Expr.Call call) {
      List<Expr> x = call.arguments();
      switch (call.function()) {
        case CLIP -> {
          return within(unbound(x.get(0)), x.get(1), x.get(2));
        }
        case MIN -> {
          boolean first = constants.value(x.get(0)).isPresent();
          return within(unbound(x.get(first ? 1 : 0)), null, x.get(first ? 0 : 1));
        }
        case MAX -> {
          boolean first = constants.value(x.get(0)).isPresent();
          return within(unbound(x.get(first ? 1 : 0)), x.get(first ? 0 : 1), null);
        }
        default -> {}
      }
    }
    return new Bounded(value, null, null);
  }

  private Bounded within(Bounded inner, Expr lower, Expr upper) throws Objection {
    require(
        (lower == null || inner.lower == null) && (upper == null || inner.upper == null),
        "on post bounds the weight twice");
    return new Bounded(
        inner.inner, lower == null ? inner.lower : lower, upper == null ? inner.upper : upper);
  }

  /** What is added to the weight: {@code trace*(factor + slope*weight)}. */
  private record Change(Expr.Name trace, Expr factor, Expr slope) {}

  private Change change(Expr value) throws Objection {
    Affine parts = Affine.of(value, weight).orElse(null);
    require(
        parts != null && parts.slope() != null,
        "the weight after on post isn't the weight times something plus something");
    Expr.Name trace = traceOf(parts);
    Affine slope = Affine.of(parts.slope(), trace).orElse(null);
    require(
        slope != null && slope.rest() != null && isOne(slope.rest()),
        "what on post adds isn't in proportion to the source's trace");
    Affine rest = parts.rest() == null ? new Affine(null, null) : inProportion(parts.rest(), trace);
    return new Change(trace, factor(rest.slope()), factor(slope.slope()));
  }

  private static Affine inProportion(Expr added, Expr.Name trace) throws Objection {
    Affine parts = Affine.of(added, trace).orElse(null);
    require(
        parts != null && parts.rest() == null,
        "what on post adds isn't in proportion to the source's trace");
    return parts;
  }

  private static Expr factor(Expr factor) throws Objection {
    Expr given = factor == null ? Expr.Number.plain(0) : factor;
    require(
        dependsOnTarget(given),
        "what on post adds depends on the synapse, the source neuron or chance");
    return given;
  }

  private boolean isOne(Expr slope) {
    OptionalDouble value = constants.value(slope);
    return value.isPresent() && value.getAsDouble() == 1;
  }

  private static Expr.Name traceOf(Affine parts) throws Objection {
    List<Expr.Name> traces =
        Stream.of(parts.slope(), parts.rest())
            .filter(java.util.Objects::nonNull)
            .flatMap(PostAnalysis::names)
            .filter(n -> n.scope() == Scope.PRE)
            .distinct()
            .toList();
    require(traces.size() == 1, "what on post adds isn't in proportion to one trace");
    return traces.getFirst();
  }

  private int indexOf(Expr.Name trace) {
    int index = 0;
    while (!program.pre().get(index).name().equals(trace.name())) {
      index++;
    }
    return index;
  }

  private double decayOf(Expr.Name trace) throws Objection {
    double decay = 1;
    for (Statement.Assign assign : Inlined.of(program.integratePre())) {
      if (assign.target().equals(trace.name())) {
        Affine parts = Affine.of(assign.value(), trace).orElse(null);
        require(
            parts != null && parts.slope() != null && parts.rest() == null,
            "the source's trace doesn't just decay");
        OptionalDouble factor = constants.value(parts.slope());
        require(factor.isPresent(), "the decay of the source's trace isn't constant");
        decay *= factor.getAsDouble();
      }
    }
    require(decay >= 0 && decay <= 1, "the source's trace grows or changes its sign");
    return decay;
  }

  /** Whether a weight that is within its bounds stays there when its source is heard of. */
  private boolean staysWithin(Bounded bounded) throws Objection {
    double low = bound(bounded.lower, Double.NEGATIVE_INFINITY);
    double high = bound(bounded.upper, Double.POSITIVE_INFINITY);
    Expr last = null;
    for (Statement.Assign assign : Inlined.of(program.onPre())) {
      last = Affine.is(target(assign), weight) ? assign.value() : last;
    }
    if (low > high || last == null) {
      return low <= high;
    }
    try {
      Bounded onPre = unbound(last);
      return bound(onPre.lower, Double.NEGATIVE_INFINITY) >= low
          && bound(onPre.upper, Double.POSITIVE_INFINITY) <= high;
    } catch (Objection otherwiseBounded) {
      return false;
    }
  }

  private double bound(Expr bound, double without) throws Objection {
    if (bound == null) {
      return without;
    }
    OptionalDouble value = constants.value(bound);
    require(
        value.isPresent() && !Double.isNaN(value.getAsDouble()),
        "a bound of the weight isn't constant");
    return value.getAsDouble();
  }

  private static void require(boolean condition, String objection) throws Objection {
    if (!condition) {
      throw new Objection(objection);
    }
  }
}
