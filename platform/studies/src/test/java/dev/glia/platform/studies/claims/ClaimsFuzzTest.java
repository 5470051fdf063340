package dev.glia.platform.studies.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.component.Fault;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever stands in a file, it's read or refused in words. */
class ClaimsFuzzTest {
  private static final int TIMES = Integer.getInteger("glia.fuzz", 50_000);
  private static final String[] PIECES = {
    "accuracy",
    "[",
    "]",
    "(",
    ")",
    "full",
    "bar",
    ">=",
    "<",
    "-",
    "+",
    "*",
    "/",
    "and",
    "max",
    ",",
    "size",
    "=",
    "0.5",
    "1e9999",
    "\n",
    "  ",
    "'",
    "\"",
    ": ",
    "#",
    "{",
    "}",
    "holds",
    "\u0000",
    "\ud83e\udde0",
    "\ud83e",
    "&a",
    "*a",
    "- ",
    "|",
    ">",
    "~",
    "nan",
    ".",
    "[[[[",
    "((((",
    "----"
  };

  @Test
  void mutatedFilesAreReadOrRefused() {
    Random random = new Random(11);
    int read = 0;
    for (int i = 0; i < TIMES; i++) {
      String text = mutated(ClaimsReaderTest.FILE, random);
      try {
        ClaimsReader.read("f", text);
        read++;
      } catch (Fault refused) {
        assertThat(refused.kind()).isEqualTo(Fault.Kind.INPUT);
        assertThat(refused.getMessage()).startsWith("f:");
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError("on:\n" + text, e);
      }
    }
    assertThat(read).isBetween(1, TIMES - 1);
  }

  private static String mutated(String text, Random random) {
    StringBuilder changed = new StringBuilder(text);
    for (int n = random.nextInt(4) + 1; n > 0; n--) {
      // Half of the changes hit a statement.
      int low = random.nextBoolean() ? text.indexOf("holds: accuracy") : 0;
      int at = Math.min(low + random.nextInt(low > 0 ? 60 : text.length()), changed.length());
      switch (random.nextInt(4)) {
        case 0 -> changed.insert(at, PIECES[random.nextInt(PIECES.length)]);
        case 1 ->
            changed.replace(
                at,
                Math.min(at + random.nextInt(8), changed.length()),
                PIECES[random.nextInt(PIECES.length)]);
        case 2 -> changed.delete(at, Math.min(at + random.nextInt(20), changed.length()));
        default -> changed.insert(at, PIECES[random.nextInt(PIECES.length)].repeat(300));
      }
    }
    return changed.toString();
  }
}
