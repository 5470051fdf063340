package dev.glia.drivers.cpu.compile;

import dev.glia.api.equations.Expr;
import dev.glia.api.equations.Statement;
import dev.glia.api.network.Projection.Plasticity;
import java.util.List;

/**
 * The {@code on post} of a rule that can be put off until the synapse's own source is heard of
 * again: a spike of the target makes the weight {@code w + trace*(factor + slope*w)}, where the
 * trace belongs to the source and only decays in between, and neither factor depends on the
 * synapse.
 *
 * <p>There are two ways of making up for it. Where the slope is 0 and what is added has one sign,
 * all that the spikes of a target have added since is one number times a difference of sums, which
 * each target keeps: bounds may hold the weight, as one that moves one way is held at the end as
 * well as at every step. Otherwise the spikes are kept and what they do is repeated, one by one.
 *
 * @param trace number of the source's trace
 * @param decay what a tick leaves of it, at most 1; more than 0 unless spikes are repeated
 * @param onPost the statements, with {@link #FACTOR} and {@link #SLOPE} in the place of the weight
 * @param lower bound of the weight; null for none
 * @param upper bound of the weight; null for none
 * @param repeated whether spikes are repeated one by one
 */
public record DeferredPost(
    int trace, double decay, List<Statement> onPost, Expr lower, Expr upper, boolean repeated) {
  static final String FACTOR = "deferred factor";
  static final String SLOPE = "deferred slope";
  static final String SCALE = "deferred scale";
  static final String SUM = "deferred sum";
  static final String HOME_SUM = "deferred home sum";
  static final String LAST = "deferred last";

  /**
   * What a rule's {@code on post} was found to be.
   *
   * @param form null if it can't be put off
   * @param reason why it can't, for people; empty if it can, or if there's nothing to do
   */
  public record Verdict(DeferredPost form, String reason) {}

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
      return new Verdict(new PostAnalysis(plasticity, dt).find(), "");
    } catch (PostAnalysis.Objection e) {
      return new Verdict(null, e.getMessage());
    }
  }
}
