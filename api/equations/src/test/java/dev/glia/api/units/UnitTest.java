package dev.glia.api.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTest {
  @ParameterizedTest
  @CsvSource({
    "mV, 1e-3, m^2 kg s^-3 A^-1",
    "1/s, 1, s^-1",
    "Hz, 1, s^-1",
    "nA/ms, 1e-6, s^-1 A",
    "nA/(ms*uF), 1, m^2 kg s^-5 A^-1",
    "mV^2, 1e-6, m^4 kg^2 s^-6 A^-2",
    "Hz^0.5, 1, s^-1/2",
    "s^-0.5, 1, s^-1/2",
    "1, 1, 1",
    "µF/cm^2, 1e-2, m^-4 kg^-1 s^4 A^2",
    "μF, 1e-6, m^-2 kg^-1 s^4 A^2",
    "mS/cm^2, 10, m^-4 kg^-1 s^3 A^2",
    "MΩ, 1e6, m^2 kg s^-3 A^-2",
    "mM, 1, m^-3 mol",
    "kg m s^-2, 1, m kg s^-2",
    "J/(mol*K), 1, m^2 kg s^-2 K^-1 mol^-1",
    "cd, 1, cd",
  })
  void unitsAreRead(String text, double scale, String dimension) {
    Unit unit = Unit.parse(text);

    assertThat(unit.scale()).isCloseTo(scale, Percentage.withPercentage(1e-12));
    assertThat(unit.dimension()).hasToString(dimension);
    assertThat(unit).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mv | unknown unit 'mv': did you mean 'mV'?",
        "volts | unknown unit 'volts'",
        "mV/ | 'mV/' isn't a unit: expected a name as mV, found nothing",
        "mV) | 'mV)' isn't a unit: unexpected ')'",
        "(mV | '(mV' isn't a unit: a ')' is missing",
        "mV^ | 'mV^' isn't a unit: a power is missing after ^",
        "mV^0.3 | the power 0.3 isn't a multiple of 0.5 up to 20",
        "mV^99 | the power 99 isn't a multiple of 0.5 up to 20",
        "m^20*m^20 | 'm^20*m^20' is out of all proportion",
        "(Hz^0.5)^0.5 | '(Hz^0.5)^0.5' isn't a unit: no square root of the dimension s^-1/2",
        "20 ms | '20 ms' isn't a unit: expected a name as mV, found '20 ms'",
        "'' | a unit is missing: write 1 for a plain number",
      })
  void othersAreRefused(String text, String message) {
    assertThatThrownBy(() -> Unit.parse(text))
        .isInstanceOf(UnitException.class)
        .hasMessage(message);
  }

  @Test
  void deepAndLongTextsAreRefused() {
    assertThatThrownBy(() -> Unit.parse("(".repeat(500) + "m" + ")".repeat(500)))
        .isInstanceOf(UnitException.class);
    assertThatThrownBy(() -> Unit.parse("m*".repeat(50_000) + "m"))
        .isInstanceOf(UnitException.class);
  }

  @Test
  void moreNamesCanBeUnits() {
    Map<String, Unit> weight = Map.of("weight", Unit.parse("nS"));

    assertThat(Unit.parse("weight", weight)).isEqualTo(Unit.parse("nS"));
    assertThat(Unit.parse("weight/ms", weight).symbol()).isEqualTo("nS/ms");
    assertThat(Quantity.parse("0.1 weight", weight)).hasToString("0.1 nS");
  }

  @ParameterizedTest
  @CsvSource({
    "20 ms, 0.02, 20 ms",
    "-65mV, -0.065, -65 mV",
    "−65 mV, -0.065, -65 mV",
    "1e-3, 0.001, 0.001",
    "2.5 nA/ms, 2.5e-6, 2.5 nA/ms",
    ".5 nA, 5e-10, 0.5 nA",
    "0.3 ms, 3e-4, 0.3 ms",
    "0.1 nA, 1e-10, 0.1 nA",
    "inf, Infinity, inf",
    "-∞ mV, -Infinity, -inf mV",
    "1e3Hz, 1000, 1000 Hz",
    "+7, 7, 7",
  })
  void quantitiesAreRead(String text, double value, String printed) {
    Quantity quantity = Quantity.parse(text);

    assertThat(quantity.value()).isEqualTo(value);
    assertThat(quantity).hasToString(printed);
  }

  @ParameterizedTest
  @CsvSource({"ms", "NaN", "nan", "0x10", "1d", "1 2", "1e999", "--1", "1/3 s", "''"})
  void otherQuantitiesAreRefused(String text) {
    assertThatThrownBy(() -> Quantity.parse(text)).isInstanceOf(UnitException.class);
  }

  @Provide
  Arbitrary<String> symbols() {
    return Arbitraries.of(Unit.symbols());
  }

  @Property
  void printedQuantitiesAreReadAgain(
      @ForAll @DoubleRange(min = -1e12, max = 1e12) double number,
      @ForAll("symbols") String symbol) {
    Quantity quantity = Quantity.of(number, Unit.parse(symbol));

    double read = Quantity.parse(quantity.toString()).value();

    assertThat(Math.abs(read - quantity.value()))
        .isLessThanOrEqualTo(2 * Math.ulp(quantity.value()));
  }

  @Test
  void unknownDimensionsFitOnlyThemselves() {
    Dimension target = Dimension.unknown("target");

    assertThat(target).isEqualTo(Dimension.unknown("target")).isNotEqualTo(Dimension.NONE);
    assertThat(target.dividedBy(target)).isEqualTo(Dimension.NONE);
    assertThat(target.power(2).squareRoot()).isEqualTo(target);
    assertThat(target.dividedBy(Dimension.TIME)).hasToString("target s^-1");
    assertThat(target.isKnown()).isFalse();
    assertThatThrownBy(() -> Dimension.LENGTH.power(501)).isInstanceOf(ArithmeticException.class);
  }
}
