package dev.glia.platform.studies.claims;

import dev.glia.platform.store.ClaimResult;
import dev.glia.platform.store.Verdict;
import dev.glia.platform.studies.claims.Claim.OverSeeds;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges one claim over a table. */
public final class Judge {
  private final Claim claim;
  private final Table table;
  private final OptionalDouble bar;

  private Judge(Claim claim, Table table) {
    this.claim = claim;
    this.table = table;
    this.bar = claim.bars().getOrDefault(table.profile(), OptionalDouble.empty());
  }

  /** What becomes of a claim; never throws. */
  public static ClaimResult judge(Claim claim, Table table) {
    return new Judge(claim, table).judge();
  }

  private ClaimResult judge() {
    if (!claim.profiles().contains(table.profile())) {
      return result(
          Verdict.NOT_MEASURED,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          "Not measured in the profile " + table.profile().symbol() + ".");
    }
    try {
      return measured();
    } catch (Evaluation.NotMeasured e) {
      return result(
          Verdict.NOT_MEASURED,
          Double.NaN,
          Double.NaN,
          bar.orElse(Double.NaN),
          "Not measured: " + e.getMessage() + ".");
    } catch (Evaluation.Wrong e) {
      return result(
          Verdict.FAILED,
          Double.NaN,
          Double.NaN,
          bar.orElse(Double.NaN),
          "Can't be judged: " + e.getMessage() + ".");
    }
  }

  private ClaimResult measured() {
    Statement statement = claim.statement();
    boolean judged = statement.isJudged() && (!statement.usesBar() || bar.isPresent());
    boolean holds = true;
    List<String> sentences = new ArrayList<>();
    for (Statement.Comparison comparison : statement.comparisons()) {
      double[] left = values(comparison.left());
      if (!judged) {
        sentences.add(comparison.left() + " is " + listed(left));
        continue;
      }
      double[] right = values(comparison.right().orElseThrow());
      boolean each = compare(comparison.relation().orElseThrow(), left, right);
      holds &= each;
      sentences.add(sentence(comparison, left, right, each));
    }
    Statement.Comparison first = statement.comparisons().getFirst();
    double[] left = values(first.left());
    Verdict verdict = !judged ? Verdict.REPORTED : holds ? Verdict.PASSED : Verdict.FAILED;
    String sentence = String.join("; ", sentences) + operands() + ".";
    double limit = judged ? over(values(first.right().orElseThrow())) : Double.NaN;
    return result(verdict, over(left), Aggregate.SPREAD.of(left), limit, sentence);
  }

  /** One value a seed. */
  private double[] values(Expression expression) {
    return table.seeds().stream()
        .mapToDouble(seed -> new Evaluation(table, seed, bar).value(expression))
        .toArray();
  }

  private boolean compare(Relation relation, double[] left, double[] right) {
    if (claim.overSeeds() != OverSeeds.EACH) {
      return relation.holds(over(left), over(right));
    }
    for (int i = 0; i < left.length; i++) {
      if (!relation.holds(left[i], right[i])) {
        return false;
      }
    }
    return true;
  }

  /** All seeds' values as one; where each seed is judged, their mean is shown. */
  private double over(double[] values) {
    return switch (claim.overSeeds()) {
      case EACH, MEAN -> Aggregate.MEAN.of(values);
      case MEDIAN -> Aggregate.MEDIAN.of(values);
      case MIN -> Aggregate.MIN.of(values);
      case MAX -> Aggregate.MAX.of(values);
    };
  }

  private String sentence(
      Statement.Comparison comparison, double[] left, double[] right, boolean holds) {
    Expression wanted = comparison.right().orElseThrow();
    boolean constant =
        Statement.parts(wanted).stream().noneMatch(e -> e instanceof Expression.Reference);
    String limit = constant ? Numbers.text(right[0]) : wanted + ", which is " + listed(right);
    String each = claim.overSeeds() == OverSeeds.EACH && left.length > 1 ? " for each seed" : "";
    Relation relation = comparison.relation().orElseThrow();
    String is = comparison.left() + " is " + listed(left);
    return holds
        ? is + " (wanted: " + relation.words() + " " + limit + each + ")"
        : is
            + ", but "
            + relation.words()
            + " "
            + limit
            + " is wanted"
            + each
            + misses(relation, left, right);
  }

  private String misses(Relation relation, double[] left, double[] right) {
    if (claim.overSeeds() != OverSeeds.EACH || left.length == 1) {
      return " (misses it by " + Numbers.text(Math.abs(over(left) - over(right))) + ")";
    }
    List<String> seeds = new ArrayList<>();
    for (int i = 0; i < left.length; i++) {
      if (!relation.holds(left[i], right[i])) {
        seeds.add(
            "seed " + table.seeds().get(i) + " by " + Numbers.text(Math.abs(left[i] - right[i])));
      }
    }
    return " (missed: " + String.join(", ", seeds) + ")";
  }

  private String listed(double[] values) {
    if (values.length == 1) {
      return Numbers.text(values[0]);
    }
    List<String> each = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      each.add(Numbers.text(values[i]) + " (seed " + table.seeds().get(i) + ")");
    }
    String list = String.join(", ", each);
    return claim.overSeeds() == OverSeeds.EACH
        ? list
        : Numbers.text(over(values))
            + " as "
            + claim.overSeeds().name().toLowerCase(Locale.ROOT)
            + " of "
            + list;
  }

  /** The numbers that a computed side was made of. */
  private String operands() {
    Set<Expression.Reference> references = new LinkedHashSet<>(claim.statement().references());
    boolean plain =
        claim.statement().comparisons().stream()
            .allMatch(c -> c.left() instanceof Expression.Reference);
    if (plain) {
      return "";
    }
    return references.stream()
        .map(this::operand)
        .flatMap(Optional::stream)
        .collect(
            Collectors.collectingAndThen(
                Collectors.joining(", "), text -> text.isEmpty() ? "" : " (" + text + ")"));
  }

  private Optional<String> operand(Expression.Reference reference) {
    boolean single =
        table.seeds().stream().allMatch(s -> table.select(reference.cells(), s).size() == 1);
    return single
        ? Optional.of(reference + " = " + Numbers.text(Aggregate.MEAN.of(values(reference))))
        : Optional.empty();
  }

  private ClaimResult result(
      Verdict verdict, double measured, double spread, double limit, String sentence) {
    return new ClaimResult(
        claim.id(),
        claim.says(),
        claim.statement().source(),
        verdict,
        measured,
        spread,
        limit,
        claim.published(),
        sentence);
  }
}
