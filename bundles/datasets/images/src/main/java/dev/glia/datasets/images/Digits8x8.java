package dev.glia.datasets.images;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Fault;
import dev.glia.api.component.Parameters;
import dev.glia.api.data.DataPlace;
import dev.glia.api.data.Dataset;
import dev.glia.api.data.DatasetSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;

/**
 * Handwritten digits of 8 × 8 pixels (E. Alpaydin, UCI repository): 1,797 of them, small enough for
 * a first try. They have no official split: every fifth one is a test digit, the others train.
 *
 * <p>Read from {@code digits.csv.gz} or {@code digits.csv}, a digit a line: 64 values of 0 to 16,
 * then the label. It isn't fetched.
 */
@Component(property = {DatasetSource.ID + "=digits8x8", DatasetSource.VERSION + "=1.0.0"})
public final class Digits8x8 implements DatasetSource {
  private static final String ID = "digits8x8";
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.DATASET,
          ID,
          "1.0.0",
          "Handwritten digits of 8 × 8 pixels",
          "doi:10.24432/C50P49");

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<String> splits() {
    return List.of("train", "test");
  }

  @Override
  public Dataset open(String split, Parameters parameters, DataPlace place) {
    if (!splits().contains(split)) {
      throw Fault.input(ID + " has no split '" + split + "'. It has train and test.");
    }
    return DigitsFile.read(locate(place).orElseThrow(() -> missing(place)))
        .split(split.equals("test"));
  }

  @Override
  public Optional<List<Path>> files(String split, Parameters parameters, DataPlace place) {
    return Optional.of(locate(place).stream().toList());
  }

  private static List<Path> folders(DataPlace place) {
    Stream<Path> given =
        place.directory().stream().flatMap(folder -> Stream.of(folder.resolve(ID), folder));
    return Stream.concat(given, Stream.of(place.cache().resolve(ID))).toList();
  }

  private static Optional<Path> locate(DataPlace place) {
    return folders(place).stream()
        .flatMap(folder -> Stream.of("digits.csv.gz", "digits.csv").map(folder::resolve))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private static Fault missing(DataPlace place) {
    return new Fault(
        Fault.Kind.MISSING,
        ID
            + ": there's no digits.csv.gz or digits.csv in "
            + folders(place)
            + ". It's a part of scikit-learn (sklearn/datasets/data): put it into the"
            + " first of these.");
  }
}
