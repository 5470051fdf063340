package dev.glia.drivers.cpu.delivery;

import dev.glia.api.topology.Connectivity.Pattern;
import java.util.Arrays;
import java.util.Optional;

/**
 * The forms in which a projection can be stored: what each can do, and what it costs. Costs are
 * those of a server processor with long vectors; it's their order that matters.
 */
public enum Form {
  /** Nothing is stored, as all targets get the same: {@link Total}. */
  TOTAL("total", "one weight, the same for all targets") {
    @Override
    String problem(Traits t) {
      return t.pattern() != Pattern.ALL_TO_ALL && t.pattern() != Pattern.ALL_BUT_ONE
          ? "it isn't all-to-all or all-but-one"
          : oneWeightOneDelay(t);
    }

    @Override
    double bytes(Traits t) {
      return 4;
    }

    @Override
    double nanosPerEvent(Traits t) {
      return SUM / t.arriving();
    }
  },
  /** Source i to target i: {@link OneToOne}. */
  ONE_TO_ONE("one-to-one", "source i to target i") {
    @Override
    String problem(Traits t) {
      if (t.pattern() != Pattern.ONE_TO_ONE) {
        return "it isn't one-to-one";
      }
      return t.eachWeight() ? EACH : t.drawsDelays() ? DELAYS : "";
    }

    @Override
    double bytes(Traits t) {
      return t.drawsWeights() ? 4.0 * t.synapses() : 4;
    }

    @Override
    double nanosPerEvent(Traits t) {
      return 0.8;
    }
  },
  /** A weight for every pair: {@link Dense}. */
  DENSE("dense", "a weight for every pair, added row by row") {
    @Override
    String problem(Traits t) {
      if (t.pattern() != Pattern.ALL_TO_ALL) {
        return "it isn't all-to-all";
      }
      if (t.drawsDelays()) {
        return DELAYS;
      }
      return t.sources() * (t.targets() + 16L) < Integer.MAX_VALUE
          ? ""
          : "it has more than 2^31 pairs";
    }

    @Override
    double bytes(Traits t) {
      return 4.0 * Math.max(1, t.variables()) * t.sources() * (t.targets() + 8);
    }

    @Override
    double nanosPerEvent(Traits t) {
      return 0.12;
    }
  },
  /** A bit a pair: {@link BitRows}. */
  BIT_ROWS("bit-rows", "one weight, one delay, and dense enough for a bit a pair") {
    @Override
    String problem(Traits t) {
      String problem = oneWeightOneDelay(t);
      return problem.isEmpty() && BitRows.words(t.sources(), t.targets()) >= Integer.MAX_VALUE
          ? "it has more than 2^37 pairs"
          : problem;
    }

    @Override
    double bytes(Traits t) {
      return 8.0 * BitRows.words(t.sources(), t.targets());
    }

    @Override
    double nanosPerEvent(Traits t) {
      double perTarget = 0.11 / t.arriving() + 0.012;
      return perTarget * t.targets() / Math.max(1, t.row());
    }
  },
  /** A list of targets a source: {@link Rows}. */
  ROWS("rows", "a list of targets a source") {
    @Override
    String problem(Traits t) {
      return "";
    }

    @Override
    double bytes(Traits t) {
      double target = t.targets() <= Rows.NARROW ? 2 : 4;
      int weights = t.eachWeight() ? t.variables() : t.drawsWeights() ? 1 : 0;
      return (target + 4 * weights) * t.synapses()
          + 4.0 * t.sources()
          + (t.eachWeight() ? 10 : 6) * t.branches();
    }

    @Override
    double nanosPerEvent(Traits t) {
      double perEvent = t.drawsWeights() || t.eachWeight() ? 1.5 : 0.85;
      return perEvent + 15 * t.branches() / Math.max(1, t.synapses());
    }
  },
  /** Nothing is stored, rows are drawn again at each spike: {@link Procedural}. */
  PROCEDURAL("procedural", "rows are drawn again at each spike") {
    @Override
    String problem(Traits t) {
      return t.eachWeight() ? EACH : t.drawsDelays() ? DELAYS : "";
    }

    @Override
    double bytes(Traits t) {
      return 16.0 * t.row();
    }

    @Override
    double nanosPerEvent(Traits t) {
      return t.drawsWeights() ? 60 : 30;
    }
  };

  private static final String EACH = "its weights are changed by a rule or a continuous receptor";
  private static final String DELAYS = "its synapses have different delays";

  /** Time to add a constant to a target's sum. */
  private static final double SUM = 0.08;

  private final String id;
  private final String about;

  Form(String id, String about) {
    this.id = id;
    this.about = about;
  }

  /** What to write to pin it. */
  public String id() {
    return id;
  }

  /** What it is for, in a few words. */
  public String about() {
    return about;
  }

  /** Why a projection can't be stored so; empty if it can. */
  abstract String problem(Traits traits);

  /** Expected size of all synapses, in one slice. */
  abstract double bytes(Traits traits);

  /** Expected time for one event, that is one synapse reached by a spike. */
  abstract double nanosPerEvent(Traits traits);

  static String oneWeightOneDelay(Traits t) {
    if (t.eachWeight()) {
      return EACH;
    }
    return t.drawsWeights() ? "its synapses have different weights" : t.drawsDelays() ? DELAYS : "";
  }

  /** The form with an id. */
  static Optional<Form> of(String id) {
    return Arrays.stream(values()).filter(form -> form.id.equals(id)).findFirst();
  }
}
