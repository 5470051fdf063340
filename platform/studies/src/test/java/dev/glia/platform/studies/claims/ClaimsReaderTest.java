package dev.glia.platform.studies.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.api.study.Profile;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimsReaderTest {
  static final String FILE =
      """
      glia: 1
      title: A title
      year: 2018
      about: >
        One paragraph
        for readers.
      seeds: {full: 2}
      claims:
        - id: learns
          says: It learns
          holds: accuracy[full] - accuracy[no-scaling] >= bar
          bar: {quick: 0.7, full: 0.84, smoke: report}
          seeds: mean
          paper: "good"
        - id: best
          says: The best is good
          holds: max(mc[global, g>=4, rho=0.4]) >= 1.3 * mc[global, g=2] and mc[*, g=1] < 2e1
          in: [quick]
        - {id: shown, says: Only shown, holds: "mean(rate[full], -rate[a-b]) / 2"}
      """;

  private static Claims read(String text) {
    return ClaimsReader.read("claims.yaml", text);
  }

  @Test
  void fileIsReadWhole() {
    Claims claims = read(FILE);

    assertThat(claims.title()).isEqualTo("A title");
    assertThat(claims.summary()).isEqualTo("One paragraph for readers.");
    assertThat(claims.seeds(Profile.FULL)).isEqualTo(2);
    assertThat(claims.seeds(Profile.QUICK)).isEqualTo(1);
    Claim learns = claims.claims().get(0);
    assertThat(learns.overSeeds()).isEqualTo(Claim.OverSeeds.MEAN);
    assertThat(learns.bars().get(Profile.FULL)).isEqualTo(OptionalDouble.of(0.84));
    assertThat(learns.bars().get(Profile.SMOKE)).isEmpty();
    assertThat(learns.profiles())
        .containsExactlyInAnyOrder(Profile.SMOKE, Profile.QUICK, Profile.FULL);
    assertThat(learns.published()).isEqualTo("good");
    assertThat(claims.claims().get(1).statement().comparisons()).hasSize(2);
    assertThat(claims.claims().get(2).statement().isJudged()).isFalse();
    assertThat(claims.claims().get(2).profiles()).hasSize(4);
  }

  @Test
  void expressionsBindAsInMathematics() {
    assertThat(left("a[x] - b[x] * 2 - c[x]")).isEqualTo("(a[x] - (b[x] * 2)) - c[x]");
    assertThat(left("-a[x]*(b[x]+1)")).isEqualTo("-a[x] * (b[x] + 1)");
    assertThat(left("a.b_c[]/-2")).isEqualTo("a.b_c[] / -2");
  }

  private static String left(String statement) {
    return read(FILE.replace("accuracy[full] - accuracy[no-scaling]", "'" + statement + " >= bar'")
            .replace(">= bar' >= bar", ">= bar'"))
        .claims()
        .getFirst()
        .statement()
        .comparisons()
        .getFirst()
        .left()
        .toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "accuracy[full] -           | accuracy full -           | 11:21 claims[0].holds: '['",
        "accuracy[full] - accuracy  | max(accuracy[full] - accuracy | 11:54 claims[0].holds: ')'",
        "accuracy[full] -           | best(accuracy[full]) -    | 11:12 claims[0].holds: there's",
        "accuracy[full] -           | accuracy[full size=4] -   | 11:26 claims[0].holds: ','",
        "accuracy[full] -           | accuracy[full, size=] -   | 11:32 claims[0].holds: a value",
        "accuracy[no-scaling] >=    | accuracy[no-scaling] ==   | 11:50 claims[0].holds: one of >=",
        "accuracy[full] -           | accuracy[Full] -          | 11:21 claims[0].holds: a cond",
        "accuracy[full] -           | 3 $ accuracy[full] -      | 11:14 claims[0].holds: this",
        "quick: 0.7                 | qick: 0.7                 | 12:11 claims[0].bar.qick: unkn",
        "seeds: mean                | seeds: often              | 13:12 claims[0].seeds: unknown",
        "id: shown                  | id: learns                | 19:10 claims[2].id: another",
        "year: 2018                 | year: last                | 3:7 year: expected a whole",
        "glia: 1                    | glia: 2                   | 1:7 glia: made for a newer",
        "paper: \"good\"            | papr: good                | 14:5 claims[0].papr: unknown",
        "in: [quick]                | bar: 3                    | 18:10 claims[1].bar: the sta",
      })
  void mistakeIsNamedWithItsPlace(String right, String wrong, String message) {
    assertThat(FILE).contains(right);
    assertThatThrownBy(() -> read(FILE.replace(right, wrong)))
        .hasMessageStartingWith("claims.yaml:" + message);
  }

  @Test
  void messageShowsTheLineAndSaysWhatToDo() {
    assertThatThrownBy(() -> read(FILE.replace("max(", "mux(")))
        .hasMessageContaining("did you mean 'max'?")
        .hasMessageContaining("  holds: mux(mc[global");
    assertThatThrownBy(
            () -> read(FILE.replace("    bar: {quick: 0.7, full: 0.84, smoke: report}\n", "")))
        .hasMessageContaining("it names the bar, but none is given; add bar: {quick: 0.7}");
  }
}
