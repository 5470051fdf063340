package dev.glia.platform.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.component.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is read, the reader yields an experiment or a message. */
class ReaderFuzzTest {
  private static final int INPUTS = Integer.getInteger("glia.fuzz", 50_000);
  private static final String[] SEEDS = {Texts.FREE, Texts.TASK, Texts.TAUGHT};
  private static final String[] TOKENS = {
    ": ",
    "- ",
    "{",
    "}",
    "[",
    "]",
    ",",
    "\n",
    "\n  ",
    "\t",
    "&a ",
    "*a",
    "<<: *a",
    "#",
    "|",
    ">",
    "'",
    "\"",
    "!!int",
    "~",
    "null",
    ".nan",
    ".inf",
    "-1 ms",
    "1e999",
    "9999999999999999999",
    "true",
    "%YAML 1.2",
    "---",
    "...",
    "uniform",
    "models",
    "glia: 1",
    "\u0000",
    "\uFEFF",
    "é",
    "\uD83D",
    "populations:",
    "size: -1",
    "{uniform: [1, 2]}",
    "? ",
    "@",
    "`",
    "task:",
    "phases:"
  };

  @Test
  void mutatedExperimentsGiveAMessageOrAnExperiment() {
    Random random = new Random(20261124);
    long slowest = 0;
    int good = 0;
    for (int i = 0; i < INPUTS; i++) {
      String text = mutant(random);
      List<String> overrides = random.nextInt(4) == 0 ? List.of(setting(random)) : List.of();
      long begin = System.nanoTime();
      try {
        assertThat(ExperimentReader.parse("f.yaml", text, overrides).spec()).isNotNull();
        good++;
      } catch (Fault fault) {
        assertThat(fault.kind()).isEqualTo(Fault.Kind.INPUT);
        assertThat(fault.getMessage()).isNotBlank().hasSizeLessThan(40_000);
      } catch (RuntimeException | Error e) {
        throw new AssertionError("input " + i + " with " + overrides + ":\n" + text, e);
      }
      slowest = Math.max(slowest, System.nanoTime() - begin);
    }
    assertThat(good).isPositive();
    assertThat(Duration.ofNanos(slowest)).isLessThan(Duration.ofSeconds(20));
  }

  private static String mutant(Random random) {
    StringBuilder text = new StringBuilder(SEEDS[random.nextInt(SEEDS.length)]);
    int edits = 1 + random.nextInt(6);
    for (int i = 0; i < edits; i++) {
      int from = random.nextInt(text.length());
      int to = Math.min(text.length(), from + random.nextInt(12));
      switch (random.nextInt(6)) {
        case 0 -> text.delete(from, to);
        case 1 -> text.insert(from, TOKENS[random.nextInt(TOKENS.length)]);
        case 2 -> text.replace(from, to, TOKENS[random.nextInt(TOKENS.length)]);
        case 3 -> text.insert(from, text.substring(from, to));
        case 4 -> text.setCharAt(from, (char) random.nextInt(random.nextBoolean() ? 128 : 65536));
        default -> {
          int line = text.indexOf("\n", from) + 1;
          int end = text.indexOf("\n", line) + 1;
          if (line > 0 && end > line) {
            text.delete(line, end);
          }
        }
      }
      if (text.isEmpty()) {
        text.append('x');
      }
    }
    return text.toString();
  }

  private static String setting(Random random) {
    String[] paths = {
      "seed",
      "populations.cells.size",
      "task.phases.train.samples",
      "projections.0.weight",
      "a.b.c",
      "task.phases.0.set.classes.v_threshold",
      "",
      ".",
      "populations..x",
      "models.x",
      "probes.9.of"
    };
    String path = paths[random.nextInt(paths.length)];
    return path + "=" + TOKENS[random.nextInt(TOKENS.length)];
  }
}
