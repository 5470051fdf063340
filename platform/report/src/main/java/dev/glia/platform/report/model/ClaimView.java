package dev.glia.platform.report.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A claim and what became of it.
 *
 * @param id unique in its study
 * @param says in words
 * @param statement as it was written: {@code accuracy[full] >= bar}
 * @param measured left side of the statement; NaN if it wasn't measured
 * @param spread standard deviation over seeds; NaN if there's none
 * @param bar right side; NaN if there's none
 * @param published the paper's figure; may be empty
 * @param sentence that names the numbers
 */
public record ClaimView(
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
