package dev.glia.api.equations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.units.Quantity;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArithmeticTest {
  private static final Map<String, Quantity> NAMES =
      Map.of("scale", Quantity.parse("0.1"), "w", Quantity.parse("87.8 pA"));

  @ParameterizedTest
  @CsvSource({
    "20683*scale, 2068.3",
    "floor(20683*scale + 0.5), 2068",
    "-4*w, -351.2 pA",
    "w/sqrt(0.25), 175.6 pA",
    "1600*8 Hz, 12800 1/s",
    "2 mV + 3 mV, 0.005 V",
    "scale < 1 ? 5 : 6, 5",
    "10 ms / 250 pF, 4e7 Ohm",
    "2^3^2, 512"
  })
  void calculatesWithUnits(String text, String expected) {
    Quantity wanted = Quantity.parse(expected);
    Quantity found = Arithmetic.evaluate("size", text, NAMES);
    assertThat(found.dimension()).isEqualTo(wanted.dimension());
    assertThat(found.value()).isCloseTo(wanted.value(), within(1e-12 * Math.abs(wanted.value())));
    assertThat(Quantity.parse(found.toString()).value())
        .as("read back from %s", found)
        .isCloseTo(found.value(), within(1e-14 * Math.abs(found.value())));
  }

  @ParameterizedTest
  @CsvSource({
    "w + scale, can't add",
    "20683*scal, scale",
    "random(), random",
    "1/0, finite",
    "2*dt, isn't known here",
    "3 +, a number",
    "w < 2 pA, found a condition"
  })
  void saysWhatIsWrong(String text, String part) {
    assertThatThrownBy(() -> Arithmetic.evaluate("size", text, NAMES))
        .isInstanceOf(EquationException.class)
        .hasMessageContaining(part);
  }

  @Test
  void aNameIsAWordThatMeansNothingElse() {
    assertThat(Arithmetic.isName("scale")).isTrue();
    assertThat(Arithmetic.isName("sqrt")).isFalse();
    assertThat(Arithmetic.isName("dt")).isFalse();
    assertThat(Arithmetic.isName("2x")).isFalse();
  }
}
