package dev.glia.api.modelfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.fail;

import dev.glia.api.component.Fault;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Hostile bytes end in a model or in one message; {@code -Dglia.fuzz=1000000} sets how many. */
class ModelFileFuzzTest {
  private static final int INPUTS = Integer.getInteger("glia.fuzz", 50_000);
  private static final Duration SLOWEST = Duration.ofSeconds(5);
  private static final int LONGEST_MESSAGE = 2000;

  private static final List<String> SEEDS =
      List.of(
          """
          glia: 1
          kind: neuron
          id: lif
          version: 1.0.0
          summary: A leaky one
          equations: |
            dv/dt = (v_rest - v + r_m*i_syn) / tau_m : mV (unless refractory)
            i_syn : nA (input)
          start: v = v_rest
          spike: v > v_threshold
          reset: v = v_rest
          reset order: before-next-tick
          refractory: t_ref
          solve: exact
          parameters:
            tau_m: {default: 20 ms, range: "(0, inf)", about: time constant}
            r_m: {default: 100 MOhm}
            v_rest: -65 mV
            v_threshold: {unit: mV}
            t_ref: 2 ms
          aliases:
            nest: {model: [a, b], v_rest: E_L}
          """,
          """
          {glia: 1, kind: synapse, id: e, version: 1.0.0, equations: "di/dt = -i/tau : target",
           on spike: i += w, output: i, weight: target, parameters: &p {tau: {default: 5 ms}}}
          """,
          """
          glia: 1
          kind: learning
          id: l
          version: 1.0.0
          equations: |
            dx/dt = -x/tau : 1 (pre)
          on pre: w = clip(w + x*0.1*w, 0*w, 1 weight); x += 1
          on post: |-
            w = w
          on presentation: >
            w = 2*w - sum(w)/2
          every tick: w = w
          parameters: {tau: 20 ms}
          """);

  private static final List<String> SCRAPS =
      List.of(
          "\t",
          "\n",
          "\r\n",
          ": ",
          "- ",
          "&a ",
          "*a",
          "[",
          "]",
          "{",
          "}",
          "|",
          ">",
          "'",
          "\"",
          "!!str ",
          "#",
          "%YAML 1.2",
          "---",
          "...",
          "? ",
          ", ",
          "\u0000",
          "\uFEFF",
          "\u2028",
          "é",
          "\uD83E\uDDE0",
          ".nan",
          "NaN",
          "inf",
          "-",
          "1e999",
          "0x1F",
          "<<: *a",
          "kind: neuron",
          "on pre: ",
          "default: ",
          "mV",
          "((((",
          "^^",
          "d/dt",
          " : 1 (input)\n",
          "unless",
          "~",
          "null",
          "\\x",
          "\\u12",
          "99999999999999999999",
          "dv/dt = xi : 1\n",
          "sum(",
          "random()");

  @Test
  @Timeout(3600)
  void hostileBytesEndInAModelOrInOneMessage() {
    SplittableRandom random = new SplittableRandom(43);
    int models = 0;
    for (int i = 0; i < INPUTS; i++) {
      byte[] input = input(random);
      long start = System.nanoTime();
      models += outcome(input, i) ? 1 : 0;
      if (System.nanoTime() - start > SLOWEST.toNanos()) {
        fail("input " + i + " takes too long: " + new String(input, StandardCharsets.UTF_8));
      }
    }
    // If none passes, the fuzzer never gets beyond the first check.
    assertThat(models).isBetween(INPUTS / 1000, INPUTS - INPUTS / 4);
  }

  @Test
  void theSeedsAreModels() {
    for (String seed : SEEDS) {
      assertThatCode(() -> ModelFile.read("seed.yaml", seed)).doesNotThrowAnyException();
    }
  }

  private static boolean outcome(byte[] input, int number) {
    try {
      ModelFile.read("fuzz.yaml", new ByteArrayInputStream(input));
      return true;
    } catch (Fault e) {
      assertThat(e.kind()).isEqualTo(Fault.Kind.INPUT);
      assertThat(e.getMessage()).startsWith("fuzz.yaml:").hasSizeLessThan(LONGEST_MESSAGE);
      return false;
    } catch (RuntimeException | StackOverflowError e) {
      return fail("input " + number + ": " + new String(input, StandardCharsets.UTF_8), e);
    }
  }

  private static byte[] input(SplittableRandom random) {
    StringBuilder text = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
    int changes = random.nextInt(6);
    for (int i = 0; i < changes; i++) {
      change(text, random);
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    if (random.nextInt(10) == 0 && bytes.length > 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private static void change(StringBuilder text, SplittableRandom random) {
    int at = random.nextInt(text.length() + 1);
    int end = Math.min(text.length(), at + random.nextInt(20));
    switch (random.nextInt(6)) {
      case 0 -> text.delete(at, end);
      case 1 -> text.insert(at, text.substring(at, end));
      case 2 -> text.insert(at, (char) random.nextInt(0x180));
      case 3 ->
          text.insert(
              at,
              SCRAPS.get(random.nextInt(SCRAPS.size())).repeat(random.nextInt(50) == 0 ? 500 : 1));
      case 4 -> text.setLength(at);
      default -> {
        String line = text.substring(at, end);
        text.delete(at, end).insert(random.nextInt(text.length() + 1), line);
      }
    }
  }
}
