package dev.glia.platform.store;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What became of a claim.
 *
 * @param id as in the study's claims
 * @param says in words
 * @param statement as it was written: {@code accuracy[full] >= bar}
 * @param measured left side of the statement, over all seeds; NaN if it wasn't measured
 * @param spread standard deviation of the left side over seeds; NaN below two seeds
 * @param bar right side; NaN if there's none
 * @param published the paper's figure, for people; may be empty
 * @param sentence that names the numbers
 */
public record ClaimResult(
    String id,
    String says,
    String statement,
    Verdict verdict,
    double measured,
    double spread,
    double bar,
    String published,
    String sentence) {
  private static final Pattern RELATION = Pattern.compile("(>=|<=|==|>|<|≥|≤)");

  /** {@code ≥} or the like, from the statement; empty if it has none. */
  public String relation() {
    Matcher matcher = RELATION.matcher(statement);
    if (!matcher.find()) {
      return "";
    }
    return switch (matcher.group()) {
      case ">=" -> "≥";
      case "<=" -> "≤";
      case "==" -> "=";
      default -> matcher.group();
    };
  }
}
