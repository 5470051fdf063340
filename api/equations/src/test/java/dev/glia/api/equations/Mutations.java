package dev.glia.api.equations;

import java.util.List;
import java.util.SplittableRandom;

/** Spoils texts: some stay nearly right, some become monsters. */
final class Mutations {
  private static final List<String> WORDS =
      List.of(
          "dv/dt",
          "dt",
          "t",
          "xi",
          "xi_1",
          "pi",
          "exp(",
          "sum(",
          "random()",
          "poisson(",
          "clip(",
          "exprel(",
          ")",
          "(",
          "((((((((",
          "))))",
          ":",
          " : mV",
          " : 1 (pre)",
          "(input)",
          "(unless refractory)",
          "?",
          "^",
          "^-1",
          "^0.5",
          "^1e308",
          "**",
          "*",
          "/",
          "+",
          "-",
          "- -",
          ",",
          ";",
          "\n",
          "\r\n",
          "#",
          "=",
          "+=",
          "==",
          "<",
          ">=",
          "and",
          "or",
          "not",
          "1e999",
          "1e-999",
          "0",
          "1",
          "2.5",
          ".5",
          "9999999999999999999999",
          "20 ms",
          "mV",
          "m",
          "A",
          "weight",
          "target",
          "w",
          "v",
          "v_pre",
          "v_post",
          "inf",
          "NaN",
          "∞",
          "−",
          "µ",
          "Ω",
          "\u0000",
          "\ud800",
          "\u2028",
          "\t",
          "💥",
          "ünïcode",
          "x = y : 1\ny = x : 1",
          "x : 1",
          "dx/dt = -x/tau_m : 1");

  private final SplittableRandom random;
  private final List<String> corpus;

  Mutations(long seed, List<String> corpus) {
    this.random = new SplittableRandom(seed);
    this.corpus = corpus;
  }

  String mutant(String text) {
    String mutant = text;
    for (int i = random.nextInt(1 + random.nextInt(5)); i >= 0; i--) {
      mutant = changed(mutant);
    }
    return mutant;
  }

  private String changed(String text) {
    int from = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), from + random.nextInt(1 + random.nextInt(12)));
    String before = text.substring(0, from);
    String part = text.substring(from, to);
    String after = text.substring(to);
    return switch (random.nextInt(20)) {
      case 0, 1, 2 -> before + after;
      case 3, 4, 5, 6 -> before + word() + part + after;
      case 7, 8, 9 -> before + word() + after;
      case 10, 11 -> before + (char) random.nextInt(32, 127) + after;
      case 12 -> before + (char) random.nextInt(0x10000) + after;
      case 13, 14 -> before + part + part + after;
      case 15, 16 -> before + piece() + after;
      case 17 -> after + before;
      case 18 -> before + part.repeat(random.nextInt(50)) + after;
      default -> random.nextInt(50) == 0 ? before + part.repeat(20_000) + after : before + after;
    };
  }

  private String word() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  private String piece() {
    String other = corpus.get(random.nextInt(corpus.size()));
    int from = random.nextInt(other.length() + 1);
    return other.substring(from, Math.min(other.length(), from + random.nextInt(30)));
  }

  /** True once in so many times. */
  boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }
}
