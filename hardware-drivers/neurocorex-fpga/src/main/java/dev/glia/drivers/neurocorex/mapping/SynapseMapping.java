package dev.glia.drivers.neurocorex.mapping;

import dev.glia.api.device.Deviation;
import dev.glia.api.device.Mapping.Verdict;
import dev.glia.api.device.NetworkTerm.Aspect;
import java.util.Optional;

/** Says what rounding does to weights, and recognises the rules by which they learn. */
final class SynapseMapping {
  private final Placement placement;
  private final double scale;
  private final Verdicts verdicts;

  SynapseMapping(Placement placement, double scale, Verdicts verdicts) {
    this.placement = placement;
    this.scale = scale;
    this.verdicts = verdicts;
  }

  /** The rules of synapses from input lines, and of those between neurons; null where none is. */
  Optional<CoreRule[]> rules() {
    CoreRule[] rules = new CoreRule[2];
    for (Wire wire : placement.wires()) {
      if (wire.projection.learning().isPresent()) {
        fitRule(wire, rules);
      }
    }
    return rules[0] == null && rules[1] == null ? Optional.empty() : Optional.of(rules);
  }

  private void fitRule(Wire wire, CoreRule[] rules) {
    try {
      double dt = placement.network().dt();
      CoreRule rule = RuleFit.of(wire.projection.learning().orElseThrow(), dt, scale);
      int matrix = wire.fromInputs ? 0 : 1;
      CoreRule other = rules[1 - matrix];
      if (rules[matrix] != null && !rules[matrix].equals(rule)) {
        verdicts.refuse(
            wire.where(),
            Aspect.LEARNING,
            "the core has one rule for synapses from input lines, and one between neurons");
      } else if (other != null && !rule.sharesSteps(other)) {
        verdicts.refuse(
            wire.where(),
            Aspect.LEARNING,
            "the core has the same steps and the same smallest weight for all that learns");
      }
      rules[matrix] = rule;
    } catch (Unfit e) {
      verdicts.refuse(wire.where(), e.aspect(), e.getMessage());
    }
  }

  /**
   * Says of all weights how far they are from what's asked for.
   *
   * @param clipping whether they may be clipped to the core's range
   */
  void sayRounding(boolean clipping) {
    placement.wires().forEach(wire -> sayRounding(wire, clipping));
  }

  private void sayRounding(Wire wire, boolean clipping) {
    double worst = 0;
    double sum = 0;
    int clipped = 0;
    for (double w : wire.weight) {
      double stored = Math.clamp(Math.floor(w * scale + 0.5), -128, 127);
      clipped += Math.abs(stored - w * scale) > 0.5 + 1e-9 ? 1 : 0;
      double off = Math.abs(stored / scale - w);
      worst = Math.max(worst, off);
      sum += off;
    }
    if (worst > 0) {
      verdicts.say(
          wire.where(),
          Aspect.WEIGHT,
          Verdict.QUANTIZED,
          "rounded to %.6g a step of 8 bits%s"
              .formatted(1 / scale, clipped == 0 ? "" : ", %d of them clipped".formatted(clipped)),
          Optional.of(Deviation.absolute(worst, sum / wire.count(), "of the membrane's unit")));
    }
    if (clipped > 0 && !clipping) {
      verdicts.refuse(wire.where(), Aspect.WEIGHT, clipped + " weights are outside -128 to 127");
    }
  }
}
