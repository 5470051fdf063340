package dev.glia.datasets.events;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Fault;
import dev.glia.api.component.Parameters;
import dev.glia.api.data.DataPlace;
import dev.glia.api.data.Dataset;
import dev.glia.api.data.DatasetSource;
import dev.glia.api.data.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;

/**
 * N-MNIST: handwritten digits before a moving event camera of 34 × 34 pixels, some 300 ms each
 * (Orchard et al. 2015). The folder has {@code Train} and {@code Test}, each with a folder a digit,
 * as published. A file is read when its sample is asked for.
 *
 * <p>The shape is {@code {2, 34, 34}}: polarity (1 brighter), row, column.
 */
@Component(property = {DatasetSource.ID + "=n-mnist", DatasetSource.VERSION + "=1.0.0"})
public final class NMnist implements DatasetSource {
  private static final Map<String, String> FOLDERS = Map.of("train", "Train", "test", "Test");
  private static final int DIGITS = 10;
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.DATASET,
          "n-mnist",
          "1.0.0",
          "Handwritten digits recorded by a moving event camera",
          "doi:10.3389/fnins.2015.00437");

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<String> splits() {
    return List.of("train", "test");
  }

  @Override
  public Optional<List<Path>> files(String split, Parameters parameters, DataPlace place) {
    return folder(split, place)
        .map(folder -> recordings(folder).stream().map(Recording::file).toList());
  }

  @Override
  public Dataset open(String split, Parameters parameters, DataPlace place) {
    if (!FOLDERS.containsKey(split)) {
      throw Fault.input("n-mnist has no split '" + split + "'. It has train and test.");
    }
    Path folder =
        folder(split, place)
            .orElseThrow(
                () ->
                    new Fault(
                        Fault.Kind.MISSING,
                        "n-mnist isn't there. Unpack its "
                            + FOLDERS.get(split)
                            + ".zip, so that there's a folder "
                            + place.directory().orElse(place.cache()).resolve("n-mnist")
                            + "/"
                            + FOLDERS.get(split)
                            + " with folders 0 to 9."));
    return new Recordings(recordings(folder), folder);
  }

  private static Optional<Path> folder(String split, DataPlace place) {
    List<Path> places = new ArrayList<>();
    place.directory().ifPresent(directory -> places.add(directory.resolve("n-mnist")));
    place.directory().ifPresent(places::add);
    places.add(place.cache().resolve("n-mnist"));
    return places.stream()
        .map(each -> each.resolve(FOLDERS.get(split)))
        .filter(Files::isDirectory)
        .findFirst();
  }

  private record Recording(Path file, int label) {}

  /** Digits take turns, so that classes are balanced wherever one stops. */
  private static List<Recording> recordings(Path folder) {
    List<List<Path>> digits = new ArrayList<>();
    for (int digit = 0; digit < DIGITS; digit++) {
      try (Stream<Path> files = Files.list(folder.resolve("" + digit))) {
        digits.add(files.filter(f -> f.toString().endsWith(".bin")).sorted().toList());
      } catch (IOException e) {
        throw new Fault(
            Fault.Kind.INPUT, folder + ": has no folder '" + digit + "' that can be read", e);
      }
    }
    List<Recording> recordings = new ArrayList<>();
    int most = digits.stream().mapToInt(List::size).max().orElse(0);
    for (int k = 0; k < most; k++) {
      for (int digit = 0; digit < DIGITS; digit++) {
        if (k < digits.get(digit).size()) {
          recordings.add(new Recording(digits.get(digit).get(k), digit));
        }
      }
    }
    return recordings;
  }

  private record Recordings(List<Recording> all, Path folder) implements Dataset {
    @Override
    public long size() {
      return all.size();
    }

    @Override
    public int[] shape() {
      return new int[] {2, NMnistReader.SIDE, NMnistReader.SIDE};
    }

    @Override
    public int classes() {
      return DIGITS;
    }

    @Override
    public Sample sample(long index) {
      if (index < 0 || index >= all.size()) {
        throw new IndexOutOfBoundsException("sample " + index + " of " + all.size());
      }
      Recording recording = all.get((int) index);
      return NMnistReader.read(recording.file(), recording.label());
    }

    @Override
    public String origin() {
      return all.size() + " recordings, from " + folder;
    }

    @Override
    public void close() {
      // files are open only while they're read
    }
  }
}
