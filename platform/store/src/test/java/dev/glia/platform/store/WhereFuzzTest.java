package dev.glia.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.component.Fault;
import dev.glia.platform.store.sqlite.SqliteRunStores;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is typed, it's answered or refused in words, and nothing is changed by it. */
class WhereFuzzTest {
  private static final int TIMES = Integer.getInteger("glia.fuzz", 50_000) / 5;
  private static final String[] PIECES = {
    "accuracy",
    "size",
    "rule",
    "study",
    "outcome",
    "seed",
    "=",
    "!=",
    "<",
    ">=",
    "~",
    "(",
    ")",
    "and",
    "or",
    "not",
    "0.5",
    "-1e9",
    "1e999",
    "'a'",
    "\"b\"",
    "stdp",
    "'",
    "\"",
    ";",
    "--",
    "/*",
    "DROP TABLE runs",
    "?",
    "%",
    "_",
    "\\",
    "\u0000",
    "\ud83e",
    "((((((((",
    "nan",
    "*"
  };

  @TempDir Path root;

  @Test
  void conditionsAreAnsweredOrRefused() {
    Random random = new Random(7);
    try (RunStore store = new SqliteRunStores().open(root)) {
      String run = store.begin(Samples.run("s"));
      store.add(run, 0, Samples.cell("full", 0, Map.of("accuracy", 0.5)));
      int answered = 0;
      for (int i = 0; i < TIMES; i++) {
        StringBuilder where = new StringBuilder();
        for (int n = random.nextInt(9) + 1; n > 0; n--) {
          where
              .append(PIECES[random.nextInt(PIECES.length)])
              .append(random.nextBoolean() ? " " : "");
        }
        try {
          store.list(RunQuery.NEWEST.where(where.toString()));
          answered++;
        } catch (Fault refused) {
          assertThat(refused.kind()).as(where.toString()).isEqualTo(Fault.Kind.INPUT);
        }
      }
      assertThat(answered).isBetween(1, TIMES - 1);
      assertThat(store.list(RunQuery.NEWEST)).hasSize(1);
      assertThat(store.show(run).cells()).hasSize(1);
    }
  }
}
