package dev.glia.signal.spectra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Reference figures are those of SciPy 1.17.1; the comment above each says how they were made. */
class SpectraTest {
  private static final double CLOSE = 1e-9;

  private static double[] at(double[] values, int... places) {
    return Arrays.stream(places).mapToDouble(k -> values[k]).toArray();
  }

  @Test
  void transformsOfAnyLengthFollowTheDefinition() {
    SplittableRandom random = new SplittableRandom(1);
    for (int n : new int[] {1, 2, 3, 5, 8, 13, 30, 64, 97}) {
      double[] re = random.doubles(n).toArray();
      double[] im = random.doubles(n).toArray();
      double[] outRe = re.clone();
      double[] outIm = im.clone();
      Fourier.forward(outRe, outIm);
      for (int k = 0; k < n; k++) {
        double sumRe = 0;
        double sumIm = 0;
        for (int i = 0; i < n; i++) {
          double angle = -2 * Math.PI * k * i / n;
          sumRe += re[i] * Math.cos(angle) - im[i] * Math.sin(angle);
          sumIm += re[i] * Math.sin(angle) + im[i] * Math.cos(angle);
        }
        assertThat(outRe[k]).as("n %d k %d", n, k).isCloseTo(sumRe, within(1e-11));
        assertThat(outIm[k]).as("n %d k %d", n, k).isCloseTo(sumIm, within(1e-11));
      }
      Fourier.inverse(outRe, outIm);
      assertThat(outRe).containsExactly(re, within(1e-12));
      assertThat(outIm).containsExactly(im, within(1e-12));
    }
  }

  /** {@code np.fft.fft(x[:999])}. */
  @Test
  void transformOfOddLengthIsNumpys() {
    double[] re = Arrays.copyOf(Waves.x(), 999);
    double[] im = new double[999];
    Fourier.forward(re, im);
    assertThat(new double[] {re[0], re[16], im[16], re[500], im[500]})
        .containsExactly(
            new double[] {
              0.7954790779694467,
              -153.2237924178604,
              -469.65437823522575,
              -1.307415899183094,
              0.0025518658949857387
            },
            within(CLOSE));
  }

  /** {@code welch(x, 100, nperseg=250, noverlap=100)}. */
  @Test
  void welchIsScipys() {
    double[] density = Spectrum.welch(Waves.x(), 100, 250, 100).density();
    assertThat(at(density, 0, 4, 15, 60, 125))
        .containsExactly(
            new double[] {
              0.00012516566779024468,
              0.835428071225912,
              0.1901650688936062,
              0.0041487045463132225,
              1.6005744844077582e-06
            },
            within(1e-12));
  }

  /** {@code coherence(x, y, 100, nperseg=200, noverlap=100)} and {@code csd} likewise. */
  @Test
  void coherenceIsScipys() {
    CrossSpectrum cross = CrossSpectrum.of(Waves.x(), Waves.y(), 100, 200, 100);
    assertThat(at(cross.coherence(), 1, 3, 12, 19, 80))
        .containsExactly(
            new double[] {
              0.019887265817684553,
              0.9775285785598464,
              0.039338607964240074,
              0.18676721082818362,
              0.026215375868151942
            },
            within(CLOSE));
    assertThat(cross.real()[3]).isCloseTo(0.5067699067821321, within(CLOSE));
    assertThat(cross.imaginary()[3]).isCloseTo(0.41657543870258584, within(CLOSE));
  }

  @Test
  void aSignalIsCoherentWithItselfMadeLarger() {
    double[] larger = Arrays.stream(Waves.x()).map(v -> -3 * v).toArray();
    CrossSpectrum cross = CrossSpectrum.of(Waves.x(), larger, 100, 100, 50);
    for (double c : cross.coherence()) {
      assertThat(c).isCloseTo(1, within(1e-9));
    }
    for (double c : cross.imaginaryCoherency()) {
      assertThat(c).isCloseTo(0, within(1e-9));
    }
  }

  /** {@code scipy.signal.windows.dpss(200, 3, 5)}. */
  @Test
  void tapersAreScipys() {
    double[][] t = SlepianTapers.of(200, 3, 5);
    assertThat(new double[] {t[0][0], t[0][100], t[1][10], t[2][50], t[3][30], t[4][77], t[4][199]})
        .containsExactly(
            new double[] {
              0.00013526050950269394,
              0.13013514727403272,
              0.00665518331369184,
              0.1085522866685272,
              0.11210858916173622,
              -0.023614263247188967,
              0.06035475593672317
            },
            within(1e-9));
  }

  @Test
  void tapersAreOrthonormal() {
    double[][] tapers = SlepianTapers.of(1000, 4, 7);
    for (int a = 0; a < 7; a++) {
      for (int b = 0; b < 7; b++) {
        double dot = 0;
        for (int i = 0; i < 1000; i++) {
          dot += tapers[a][i] * tapers[b][i];
        }
        assertThat(dot).isCloseTo(a == b ? 1 : 0, within(1e-9));
      }
    }
  }

  /** {@code |rfft((x - x.mean()) * dpss(1000, 4, 7))|²} averaged, over 100, inner ones doubled. */
  @Test
  void multitaperIsScipys() {
    double[] density = Spectrum.multitaper(Waves.x(), 100, 4).density();
    assertThat(at(density, 0, 5, 16, 59, 500))
        .containsExactly(
            new double[] {
              1.871329180456491e-05,
              0.00035694674253529293,
              0.6990374143263121,
              0.1746875963867721,
              4.663019079982914e-06
            },
            within(1e-9));
  }

  @Test
  void powerOfAWaveIsHalfItsSquaredAmplitude() {
    double[] wave = Waves.of(2000, i -> 3 * Math.sin(2 * Math.PI * 10 * i / 200.0));
    assertThat(Spectrum.welch(wave, 200, 400, 200).power(8, 12)).isCloseTo(4.5, within(1e-6));
    assertThat(Spectrum.multitaper(wave, 200, 3).power(8, 12)).isCloseTo(4.5, within(1e-3));
    assertThat(Spectrum.welch(wave, 200, 400, 200).peak()).isEqualTo(10);
  }

  /** {@code scipy.signal.hilbert(x[:999]).imag}. */
  @Test
  void analyticSignalIsScipys() {
    AnalyticSignal signal = AnalyticSignal.of(Arrays.copyOf(Waves.x(), 999));
    assertThat(at(signal.imaginary(), 0, 100, 500, 998))
        .containsExactly(
            new double[] {
              -1.6768606647784794, 1.0363723402552127, -1.0818199169268827, -1.2460209422060091
            },
            within(CLOSE));
  }

  @Test
  void analyticSignalHasEnvelopeAndFrequency() {
    double[] wave =
        Waves.of(
            1000,
            i ->
                (1 + .5 * Math.cos(2 * Math.PI * 2 * i / 1000))
                    * Math.sin(2 * Math.PI * 100 * i / 1000));
    AnalyticSignal signal = AnalyticSignal.of(wave);
    for (int i = 0; i < 999; i++) {
      assertThat(signal.amplitude()[i])
          .isCloseTo(1 + .5 * Math.cos(2 * Math.PI * 2 * i / 1000), within(1e-9));
      assertThat(signal.frequency(1000)[i]).isCloseTo(100, within(1e-6));
    }
  }

  @Test
  void waveletGivesAmplitudeAndPhaseOfItsFrequency() {
    double[] wave = Waves.of(2000, i -> 2.5 * Math.cos(2 * Math.PI * 10 * i / 250.0 + 0.4));
    AnalyticSignal at = new MorletWavelet(10, 7, 250).of(wave);
    assertThat(at.amplitude()[1000]).isCloseTo(2.5, within(1e-6));
    double expected = (2 * Math.PI * 10 * 1000 / 250.0 + 0.4) % (2 * Math.PI);
    assertThat(Math.cos(at.phase()[1000] - expected)).isCloseTo(1, within(1e-9));
    // Its response is a bell of f/cycles standard deviation, from which 10 Hz are 3.5 away.
    assertThat(new MorletWavelet(20, 7, 250).of(wave).amplitude()[1000])
        .isCloseTo(2.5 * Math.exp(-0.5 * 3.5 * 3.5), within(1e-4));
  }
}
