package dev.glia.encoders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.component.Fault;
import dev.glia.api.data.Sample;
import dev.glia.api.encoding.Encoder;
import dev.glia.api.testkit.ServiceClaims;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IntensityEncodersTest {
  private static final Sample RAMP = Sample.of(new float[] {0, 51, 255}, 3);

  static Encoder[] all() {
    return new Encoder[] {new PoissonRate(), new Latency(), new DirectCurrent(), new Events()};
  }

  @ParameterizedTest
  @MethodSource("all")
  void bundleRegistersWhatTheEncoderDescribes(Encoder encoder) throws IOException {
    ServiceClaims.check(encoder);
  }

  @Test
  void poissonRateIsProportionalToTheValue() {
    Recorder recorder = Recorder.of(new PoissonRate(), RAMP, 1);
    assertThat(recorder.parameters.get("rate"))
        .containsExactly(new double[] {0, 12.75, 63.75}, within(1e-9));
    assertThat(recorder.spikes).isEmpty();
  }

  @Test
  void strengthScalesTheRate() {
    Recorder recorder = Recorder.of(new PoissonRate(), RAMP, 2, "max_rate", "31.875 Hz");
    assertThat(recorder.parameters.get("rate"))
        .containsExactly(new double[] {0, 12.75, 63.75}, within(1e-9));
  }

  @Test
  void samplesCanBeScaledToTheSameMean() {
    Recorder recorder = Recorder.of(new PoissonRate(), RAMP, 1, "max_rate", "255 Hz", "mean", "30");
    double[] rates = recorder.parameters.get("rate");
    assertThat(Arrays.stream(rates).average().orElseThrow()).isCloseTo(30, within(1e-9));
    assertThat(rates[2] / rates[1]).isCloseTo(5, within(1e-9));
  }

  @Test
  void blackSampleStaysBlackWhateverTheMean() {
    Recorder recorder = Recorder.of(new PoissonRate(), Sample.of(new float[4], 0), 1, "mean", "30");
    assertThat(recorder.parameters.get("rate")).containsOnly(0);
  }

  @Test
  void rateCannotBeNegative() {
    Sample negative = Sample.of(new float[] {1, -2}, 0);
    assertThatThrownBy(() -> Recorder.of(new PoissonRate(), negative, 1))
        .isInstanceOf(Fault.class)
        .hasMessageContainingAll("value 1", "-2.0", "direct-current");
  }

  @Test
  void currentIsProportionalToTheValueOfEitherSign() {
    Sample signed = Sample.of(new float[] {-255, 0, 127.5f}, 0);
    Recorder recorder = Recorder.of(new DirectCurrent(), signed, 1, "amplitude", "2 nA");
    assertThat(recorder.parameters).containsOnlyKeys("i_ext");
    assertThat(recorder.parameters.get("i_ext"))
        .containsExactly(new double[] {-2e-9, 0, 1e-9}, within(1e-18));
  }

  @Test
  void currentGoesToTheNamedParameter() {
    Recorder recorder = Recorder.of(new DirectCurrent(), RAMP, 1, "parameter", "image.amplitude");
    assertThat(recorder.parameters).containsOnlyKeys("image.amplitude");
    assertThat(new DirectCurrent().drives()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("all")
  void sampleMustFitThePopulation(Encoder encoder) {
    Sample sample = new Sample(new float[10], 0, new Sample.Event[] {new Sample.Event(0.01, 9)});
    assertThatThrownBy(() -> Recorder.shownTo(9, encoder, sample, 1))
        .isInstanceOf(Fault.class)
        .hasMessageContainingAll(encoder.descriptor().id(), "9");
  }

  @Test
  void valuesMustBeFinite() {
    Sample broken = Sample.of(new float[] {1, Float.NaN}, 0);
    assertThatThrownBy(() -> Recorder.of(new Latency(), broken, 1))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("value 1 of a sample is NaN");
  }
}
