package dev.glia.signal.simulation;

import dev.glia.api.random.RandomStream;
import dev.glia.api.signal.Annotation;
import dev.glia.api.signal.Channel;
import dev.glia.api.signal.SensorGeometry;
import dev.glia.api.signal.SensorType;
import dev.glia.api.signal.Stretch;
import dev.glia.signal.recording.MemoryRecording;
import dev.glia.signal.recording.Units;
import dev.glia.signal.spectra.AnalyticSignal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A simulated brain that several devices look at: rhythms in regions, over a 1/f background, seen
 * by electrodes and magnetometers, and as blood oxygenation. What made the signals is known.
 *
 * @param network the regions' rhythms
 * @param background exponent of the 1/f part
 * @param backgroundShare its standard deviation over that of the rhythms
 * @param moment standard deviation of each source in A m, about 1e-8
 * @param rate samples a second of EEG and MEG
 */
public record NeuralFieldSimulator(
    HopfNetwork network, double background, double backgroundShare, double moment, double rate) {
  private static final double ELECTRODE_NOISE = 0.3e-6; // V
  private static final double MAGNETOMETER_NOISE = 3e-15; // T/sqrt(Hz)
  private static final double HELMET = 0.11; // m
  private static final double LOW_EDGE = 0; // of the helmet
  private static final double SETTLING = 2; // s
  private static final double DRIVE = 0.1;

  /**
   * What was simulated.
   *
   * @param places of the sources, meters; {@code orientations} their directions
   * @param sources time courses in A m, {@code [source][sample]}
   * @param eegField potentials of unit dipoles, {@code [electrode][source]}
   */
  public record Truth(
      double[][] places, double[][] orientations, double[][] sources, double[][] eegField) {}

  /** Simulates the sources; the same for the same draws. */
  public Truth sources(
      double seconds, SensorGeometry electrodes, Function<String, RandomStream> random) {
    int samples = (int) Math.round(seconds * rate);
    int regions = network.hz().length;
    double[][] rhythms =
        network.run(samples, 1 / rate, (int) (SETTLING * rate), random.apply("rhythms"));
    RandomStream draws = random.apply("background");
    for (double[] rhythm : rhythms) {
      Noise.standard(rhythm);
      double[] slow = Noise.colored(samples, background, rate, draws);
      for (int i = 0; i < samples; i++) {
        rhythm[i] = moment * (rhythm[i] + backgroundShare * slow[i]);
      }
    }
    double[][] places = Anatomy.sources(regions);
    double[][] directions = Anatomy.orientations(places, random.apply("orientations"));
    return new Truth(
        places,
        directions,
        rhythms,
        ShellModel.HEAD.leadField(electrodes.positions(), places, directions, true));
  }

  /** What electrodes see, over their mean. */
  public MemoryRecording eeg(Truth truth, SensorGeometry electrodes, RandomStream noise) {
    return recording(
        mixed(truth.eegField(), truth.sources(), ELECTRODE_NOISE, noise), electrodes, "V");
  }

  /** What a helmet of magnetometers sees. */
  public MemoryRecording meg(Truth truth, int sensors, RandomStream noise) {
    double[][] places = Anatomy.cap(sensors, HELMET, LOW_EDGE);
    double[][] directions = new double[sensors][];
    double[][] field = new double[sensors][truth.places().length];
    List<String> names = new ArrayList<>();
    for (int m = 0; m < sensors; m++) {
      directions[m] = Vectors.unit(places[m]);
      names.add("M" + (m + 1));
      for (int s = 0; s < field[m].length; s++) {
        field[m][s] = MagneticField.radial(places[m], truth.places()[s], truth.orientations()[s]);
      }
    }
    SensorGeometry geometry =
        new SensorGeometry(
            names, places, directions, Collections.nCopies(sensors, SensorType.MAGNETOMETER));
    double deviation = MAGNETOMETER_NOISE * Math.sqrt(rate / 2);
    return recording(mixed(field, truth.sources(), deviation, noise), geometry, "T");
  }

  /**
   * Blood oxygenation of each region, from the envelope of its source.
   *
   * @param repetition seconds between volumes
   * @return {@code [region][volume]}, relative change
   */
  public double[][] bold(Truth truth, double repetition) {
    int every = (int) Math.max(1, Math.floor(0.05 * rate)); // a drive in steps of 50 ms
    double dt = every / rate;
    int stride = (int) Math.round(repetition / dt);
    double[][] bold = new double[truth.sources().length][];
    for (int s = 0; s < bold.length; s++) {
      double[] envelope = AnalyticSignal.of(truth.sources()[s]).amplitude();
      double[] drive = new double[envelope.length / every];
      for (int i = 0; i < drive.length; i++) {
        for (int k = 0; k < every; k++) {
          drive[i] += DRIVE * envelope[i * every + k] / (every * moment);
        }
      }
      double[] fine = BalloonModel.of(drive, dt);
      bold[s] = new double[fine.length / stride];
      for (int v = 0; v < bold[s].length; v++) {
        bold[s][v] = fine[v * stride];
      }
    }
    return bold;
  }

  private static double[][] mixed(
      double[][] field, double[][] sources, double noise, RandomStream random) {
    int samples = sources[0].length;
    double[][] seen = new double[field.length][samples];
    for (int c = 0; c < field.length; c++) {
      for (int s = 0; s < sources.length; s++) {
        for (int i = 0; i < samples; i++) {
          seen[c][i] += field[c][s] * sources[s][i];
        }
      }
      for (int i = 0; i < samples; i++) {
        seen[c][i] += noise * random.nextNormal();
      }
    }
    return seen;
  }

  private MemoryRecording recording(double[][] seen, SensorGeometry geometry, String unit) {
    List<Channel> channels = new ArrayList<>();
    for (String name : geometry.names()) {
      channels.add(Units.channel(name, unit, rate, seen[0].length));
    }
    return new MemoryRecording(
        channels,
        List.of(seen),
        List.of(new Stretch(0, seen[0].length / rate)),
        List.<Annotation>of(),
        geometry,
        Map.of("format", "simulated"));
  }
}
