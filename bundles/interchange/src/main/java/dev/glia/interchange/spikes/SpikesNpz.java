package dev.glia.interchange.spikes;

import dev.glia.api.analysis.Analyzer;
import dev.glia.api.analysis.Recording;
import dev.glia.api.analysis.Recording.SpikeTrains;
import dev.glia.api.analysis.ResultSink;
import dev.glia.api.array.NpyArray;
import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Parameters;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.osgi.service.component.annotations.Component;

/**
 * Spikes as NumPy arrays in the file {@code spikes.npz}: of each recorded population {@code
 * <population>.times}, float64, seconds, and {@code <population>.neurons}, int64; in order of time.
 */
@Component(property = {Analyzer.ID + "=spikes-npz", Analyzer.VERSION + "=1.0.0"})
public final class SpikesNpz implements Analyzer {
  /** The same in every file, so that equal runs leave equal files. */
  private static final LocalDateTime WRITTEN = LocalDateTime.of(1980, 1, 1, 0, 0);

  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.ANALYZER,
          "spikes-npz",
          "1.0.0",
          "Writes all recorded spikes as NumPy arrays of times and neurons",
          "");

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public void analyze(Recording recording, Parameters parameters, ResultSink into) {
    List<SpikeTrains> all = Recorded.of(recording, "spikes-npz");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (SpikeTrains trains : all) {
        double[] times = Recorded.seconds(trains, recording.network().dt());
        long[] neurons = Arrays.stream(trains.neurons()).asLongStream().toArray();
        put(zip, trains.population() + ".times", NpyArray.bytes(times, times.length));
        put(zip, trains.population() + ".neurons", NpyArray.bytes(neurons, neurons.length));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    into.artifact("spikes.npz", "application/x-npz", bytes.toByteArray());
  }

  private static void put(ZipOutputStream zip, String name, byte[] array) throws IOException {
    ZipEntry entry = new ZipEntry(name + ".npy");
    entry.setTimeLocal(WRITTEN);
    zip.putNextEntry(entry);
    zip.write(array);
    zip.closeEntry();
  }
}
