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

/**
 * The {@code on post} of a rule that can be put off until the synapse's own source is heard of
 * again: it adds {@code trace*factor} to the weight, where the trace belongs to the source and only
 * decays in between, and the factor doesn't depend on the synapse. Then all that the spikes of a
 * target have added since is one number times a difference of sums, which each target keeps. Bounds
 * may hold the weight as long as what is added has one sign: a weight that moves one way is held at
 * the end as well as at every step.
 *
 * @param trace number of the source's trace
 * @param decay what a tick leaves of it, more than 0 and at most 1
 * @param onPost the statements, with {@link #FACTOR} in the place of the weight
 * @param lower bound of the weight; null for none
 * @param upper bound of the weight; null for none
 */
public record DeferredPost(
    int trace, double decay, List<Statement> onPost, Expr lower, Expr upper) {
  static final String FACTOR = "deferred factor";
  static final String SCALE = "deferred scale";
  static final String SUM = "deferred sum";
  static final String HOME_SUM = "deferred home sum";
  static final String LAST = "deferred last";

  /** Below it a trace is gone too fast for sums over several ticks. */
  private static final double FASTEST = 1e-3;

  /**
   * What a rule's {@code on post} was found to be.
   *
   * @param form null if it can't be put off
   * @param reason why it can't, for people; empty if it can, or if there's nothing to do
   */
  public record Verdict(DeferredPost form, String reason) {}

  /** Why not. */
  private static final class Objection extends Exception {
    private static final long serialVersionUID = 1L;

    Objection(String reason) {
      super(reason);
    }
  }

  /**
   * Looks at a rule.
   *
   * @param dt seconds
   */
  public static Verdict of(Plasticity plasticity, double dt) {
    if (plasticity.program().onPost().isEmpty()) {
      return new Verdict(null, "");
    }
    try {
      return new Verdict(new Analysis(plasticity, dt).find(), "");
    } catch (Objection e) {
      return new Verdict(null, e.getMessage());
    }
  }

  /** Bounds around an expression. */
  private record Bounded(Expr inner, Expr lower, Expr upper) {}

  private static final class Analysis {
    private final LearningProgram program;
    private final Constants constants;
    private final Expr.Name weight;

    Analysis(Plasticity plasticity, double dt) throws Objection {
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
      Expr.Name trace = null;
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
        Expr added = added(bounded.inner());
        trace = traceOf(added);
        Expr factor = factorOf(added, trace);
        require(
            bounded.lower == null && bounded.upper == null
                || new Signs(program, constants)
                    .isOneSigned(
                        new Expr.Binary(
                            Expr.Binary.Operator.MULTIPLY, factor, trace, added.type())),
            "what on post adds may have either sign, and the weight has bounds");
        code.add(new Statement.Assign(FACTOR, Scope.POST, factor, false));
      }
      require(bounded != null, "on post doesn't change the weight");
      checkBounds(bounded);
      return new DeferredPost(
          indexOf(trace), decayOf(trace), List.copyOf(code), bounded.lower, bounded.upper);
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

    /** What is added to the weight. */
    private Expr added(Expr value) throws Objection {
      Affine parts = Affine.of(value, weight).orElse(null);
      require(
          parts != null && parts.slope() != null && isOne(parts.slope()),
          "what on post adds to the weight depends on the weight");
      require(parts.rest() != null, "on post adds nothing to the weight");
      return parts.rest();
    }

    private boolean isOne(Expr slope) {
      OptionalDouble value = constants.value(slope);
      return value.isPresent() && value.getAsDouble() == 1;
    }

    private static Expr.Name traceOf(Expr added) throws Objection {
      List<Expr.Name> traces = names(added).filter(n -> n.scope() == Scope.PRE).distinct().toList();
      require(traces.size() == 1, "what on post adds isn't in proportion to one trace");
      return traces.getFirst();
    }

    private static Expr factorOf(Expr added, Expr.Name trace) throws Objection {
      Affine parts = Affine.of(added, trace).orElse(null);
      require(
          parts != null && parts.slope() != null && parts.rest() == null,
          "what on post adds isn't in proportion to the source's trace");
      require(
          dependsOnTarget(parts.slope()),
          "what on post adds depends on the synapse, the source neuron or chance");
      return parts.slope();
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
      require(decay >= FASTEST && decay <= 1, "the source's trace decays within a few ticks");
      return decay;
    }

    /** A weight that is within its bounds must stay there when its source is heard of. */
    private void checkBounds(Bounded bounded) throws Objection {
      double low = bound(bounded.lower, Double.NEGATIVE_INFINITY);
      double high = bound(bounded.upper, Double.POSITIVE_INFINITY);
      require(low <= high, "the weight's bounds aren't in order");
      Expr last = null;
      for (Statement.Assign assign : Inlined.of(program.onPre())) {
        last = Affine.is(target(assign), weight) ? assign.value() : last;
      }
      if (last == null) {
        return;
      }
      Bounded onPre = unbound(last);
      require(
          bound(onPre.lower, Double.NEGATIVE_INFINITY) >= low
              && bound(onPre.upper, Double.POSITIVE_INFINITY) <= high,
          "on pre doesn't keep the weight within the bounds of on post");
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
}
