package dev.glia.signal.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.glia.signal.spectra.Waves;
import org.junit.jupiter.api.Test;

/**
 * Reference figures are those of SciPy 1.17.1: {@code q = butter(order, edges, kind, fs=100,
 * output='sos'); u = sosfilt(q, x); z = sosfiltfilt(q, x)}, then {@code u[10], u[500], z[0], z[10],
 * z[500], z[999]}.
 */
class FiltersTest {
  private static void same(SecondOrderSections filter, double... expected) {
    double[] once = filter.filter(Waves.x());
    double[] both = filter.zeroPhase(Waves.x());
    assertThat(new double[] {once[10], once[500], both[0], both[10], both[500], both[999]})
        .containsExactly(expected, within(1e-9));
  }

  @Test
  void lowPassIsScipys() {
    same(
        Butterworth.lowPass(5, 12, 100),
        0.16593928403981695,
        -0.5918941069191839,
        -0.22898118088231234,
        0.5013730659722346,
        -0.66139180198696,
        -0.5071561710696287);
  }

  @Test
  void highPassIsScipys() {
    same(
        Butterworth.highPass(3, 12, 100),
        -0.035041428935294855,
        0.12344555173056418,
        0.0023934481168731425,
        0.00571849456427145,
        -0.004403751357062356,
        0.00847536878994297);
  }

  @Test
  void bandPassIsScipys() {
    same(
        Butterworth.bandPass(3, 8, 13, 100),
        0.03278638580799729,
        -0.19675113194211075,
        -0.025714490330332712,
        -0.19304280119347136,
        -0.0026082227281314097,
        0.0354802733525675);
    same(
        Butterworth.bandPass(4, 1, 45, 100),
        0.19701271584281824,
        0.6584862484547476,
        0.07472572867754423,
        0.654931632797288,
        -0.6557798568183069,
        -0.10550856589692909);
  }

  @Test
  void bandStopIsScipys() {
    same(
        Butterworth.bandStop(2, 8, 13, 100),
        0.31875238590258625,
        -0.5420012403889829,
        -0.19935656798719167,
        0.7154638090964003,
        -0.6480647279500653,
        -0.5345924950828289);
  }

  @Test
  void edgesAreAtThreeDecibel() {
    SecondOrderSections band = Butterworth.bandPass(3, 8, 13, 128);
    assertThat(band.gain(8, 128)).isCloseTo(Math.sqrt(0.5), within(1e-9));
    assertThat(band.gain(13, 128)).isCloseTo(Math.sqrt(0.5), within(1e-9));
    assertThat(Butterworth.lowPass(7, 20, 128).gain(20, 128))
        .isCloseTo(Math.sqrt(0.5), within(1e-9));
    assertThatThrownBy(() -> Butterworth.lowPass(2, 64, 128))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void zeroPhaseDelaysNothing() {
    double[] wave = Waves.of(2000, i -> Math.sin(2 * Math.PI * 10 * i / 200.0));
    double[] out = Butterworth.bandPass(3, 8, 12.5, 200).zeroPhase(wave);
    for (int i = 500; i < 1500; i++) {
      assertThat(out[i]).isCloseTo(wave[i], within(1e-3));
    }
  }

  /** {@code resample_poly(x, up, down)}. */
  @Test
  void resamplingIsScipys() {
    double[] up = new Resampling(6, 4).of(Waves.x());
    assertThat(up).hasSize(1500);
    assertThat(new double[] {up[0], up[1], up[100], up[750], up[1499]})
        .containsExactly(
            new double[] {
              -0.22998817535838767,
              0.3488440637163219,
              0.9220620825387372,
              -0.6620149259881639,
              -0.35010501817405815
            },
            within(1e-9));
    double[] down = new Resampling(1, 4).of(Waves.x());
    assertThat(down).hasSize(250);
    assertThat(new double[] {down[0], down[1], down[100], down[249]})
        .containsExactly(
            new double[] {
              0.15433464364483554, 0.2801046002478778, 0.8437783951369712, -0.8647098592922057
            },
            within(1e-9));
    double[] odd = new Resampling(32, 125).of(Waves.x());
    assertThat(odd).hasSize(256);
    assertThat(new double[] {odd[0], odd[100], odd[255]})
        .containsExactly(
            new double[] {0.15417866422433538, 1.010603216539451, -0.8474168116712167},
            within(1e-9));
  }

  @Test
  void aWaveKeepsItsShapeAtAnotherRate() {
    double[] wave = Waves.of(2000, i -> Math.sin(2 * Math.PI * 10 * i / 500.0));
    double[] slower = new Resampling(128, 500).of(wave);
    for (int i = 100; i < slower.length - 100; i++) {
      assertThat(slower[i]).isCloseTo(Math.sin(2 * Math.PI * 10 * i / 128.0), within(2e-3));
    }
  }
}
