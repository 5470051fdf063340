package dev.glia.drivers.neurocorex.mapping;

import dev.glia.api.device.NetworkTerm.Aspect;
import dev.glia.api.equations.Coefficients;
import dev.glia.api.equations.Interpreter;
import dev.glia.api.equations.LearningProgram;
import dev.glia.api.equations.Parameter;
import dev.glia.api.equations.Scope;
import dev.glia.api.equations.Statement;
import dev.glia.api.network.Projection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds out whether a learning rule does what the core's synapses do, by running it on every weight
 * and every state of the windows.
 */
final class RuleFit implements Interpreter.Environment {
  private static final int LONGEST = 127;
  private static final double SMALL = 1e-3;

  private final LearningProgram program;
  private final double scale;
  private final double dt;
  private final Interpreter interpreter = new Interpreter(this);
  private final Map<String, Double> parameters = new HashMap<>();
  private final Map<String, Double> coefficients = new HashMap<>();
  private final String preVariable;
  private final String postVariable;
  private double pre;
  private double post;
  private double weight;

  private RuleFit(Projection.Plasticity learning, double dt, double scale) {
    program = learning.program();
    this.scale = scale;
    this.dt = dt;
    boolean plain =
        program.pre().size() == 1
            && program.post().size() == 1
            && program.synapse().isEmpty()
            && program.modulators().isEmpty()
            && program.integrateSynapse().isEmpty()
            && program.everyTick().isEmpty()
            && program.onEvent().values().stream().allMatch(List::isEmpty);
    require(plain, "a core's synapse has a window on each side, and nothing else that learns");
    preVariable = program.pre().get(0).name();
    postVariable = program.post().get(0).name();
    for (Parameter parameter : program.parameters()) {
      parameters.put(
          parameter.name(),
          learning.parameters().getOrDefault(parameter.name(), parameter.defaultValue()));
    }
    for (Coefficients derived : program.coefficients()) {
      double[] from = derived.parameters().stream().mapToDouble(parameters::get).toArray();
      double[] computed = derived.compute(dt, from);
      for (int i = 0; i < computed.length; i++) {
        coefficients.put(derived.names().get(i), computed[i]);
      }
    }
  }

  /**
   * Recognises a rule.
   *
   * @param scale the core's number for 1 of the network's
   * @throws Unfit if it's something else
   */
  static CoreRule of(Projection.Plasticity learning, double dt, double scale) {
    return new RuleFit(learning, dt, scale).identify();
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new Unfit(Aspect.LEARNING, otherwise);
    }
  }

  private CoreRule identify() {
    checkCounting(program.integratePre(), true);
    checkCounting(program.integratePost(), false);
    onPre(0, 0);
    int preWindow = window(pre);
    onPost(0, 0);
    int postWindow = window(post);
    int floor = whole(onPre(-128, LONGEST), "the smallest weight");
    int weakening = whole(127 - onPre(127, LONGEST), "what a synapse loses");
    int strengthening = whole(onPost(-128, LONGEST) + 128, "what a synapse gains");
    require(floor >= -128 && floor <= 127, "the smallest weight must be within -128 to 127");
    require(
        weakening >= 0 && weakening < 256 && strengthening >= 0 && strengthening < 256,
        "the core changes weights by 0 to 255 steps");
    CoreRule rule = new CoreRule(preWindow, postWindow, strengthening, weakening, floor);
    checkEverywhere(rule);
    return rule;
  }

  private void checkCounting(List<Statement> integrate, boolean isPre) {
    for (int left = 0; left <= LONGEST; left++) {
      pre = left;
      post = left;
      interpreter.run(integrate);
      double after = isPre ? pre : post;
      boolean counts = left == 0 ? after <= SMALL : Math.abs(after - (left - 1)) < SMALL;
      require(counts, "the core's windows lose one step in every tick");
    }
  }

  private static int window(double steps) {
    require(
        Math.abs(steps - Math.round(steps)) < SMALL && steps >= 0 && steps <= LONGEST,
        "the core's windows are 0 to 127 whole steps long, not " + steps);
    return (int) Math.round(steps);
  }

  private int whole(double value, String what) {
    require(
        Math.abs(value - Math.rint(value)) < SMALL,
        "%s must be a whole step of the core, but is %.4g of them".formatted(what, value));
    return (int) Math.rint(value);
  }

  /** The weight after a pre spike, in the core's steps. */
  private double onPre(int before, int postLeft) {
    weight = before / scale;
    pre = 0;
    post = postLeft;
    interpreter.run(program.onPre());
    return weight * scale;
  }

  private double onPost(int before, int preLeft) {
    weight = before / scale;
    pre = preLeft;
    post = 0;
    interpreter.run(program.onPost());
    return weight * scale;
  }

  private void checkEverywhere(CoreRule rule) {
    for (int w = -128; w <= 127; w++) {
      for (int left : new int[] {-1000, -1, 0, 1, 2, 60, LONGEST}) {
        double weaker = left > 0 ? Math.max(rule.floor(), w - rule.weakening()) : w;
        double stronger = left > 0 ? Math.min(127, w + rule.strengthening()) : w;
        require(
            Math.abs(onPre(w, left) - weaker) < SMALL
                && Math.abs(onPost(w, left) - stronger) < SMALL,
            "the core adds a step up to 127 while a window is open, and subtracts one down to a"
                + " floor; nothing else");
      }
    }
  }

  @Override
  public double read(String name, Scope scope) {
    Double value =
        switch (scope) {
          case PRE -> pre;
          case POST -> post;
          case SYNAPSE -> weight;
          case PARAMETER -> parameters.get(name);
          case COEFFICIENT -> coefficients.get(name);
          case CLOCK -> name.equals("dt") ? dt : null;
          default -> null;
        };
    require(value != null, "the core's synapses can't read " + name);
    return value;
  }

  @Override
  public void write(String name, Scope scope, double value) {
    if (name.equals(preVariable) && scope == Scope.PRE) {
      pre = value;
    } else if (name.equals(postVariable) && scope == Scope.POST) {
      post = value;
    } else {
      weight = value;
    }
  }

  @Override
  public Interpreter.Draws draws() {
    throw new Unfit(Aspect.LEARNING, "the core's synapses draw no random numbers");
  }
}
