package dev.glia.datasets.images;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Parameters;
import dev.glia.api.data.DataPlace;
import dev.glia.api.data.Dataset;
import dev.glia.api.data.DatasetSource;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** Handwritten digits, 28 × 28 pixels, 60,000 for training and 10,000 for tests. */
@Component(property = {DatasetSource.ID + "=mnist", DatasetSource.VERSION + "=1.0.0"})
public final class Mnist implements DatasetSource {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.DATASET,
          "mnist",
          "1.0.0",
          "Handwritten digits of 28 × 28 pixels",
          "doi:10.1109/5.726791");

  private static final IdxCollection COLLECTION =
      new IdxCollection(
          "mnist",
          10,
          List.of(
              URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/"),
              URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/"),
              URI.create("http://yann.lecun.com/exdb/mnist/")),
          IdxCollection.splits(
              "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
              "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
              "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
              "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6"));

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
    return COLLECTION.open(split, place);
  }

  @Override
  public Optional<List<Path>> files(String split, Parameters parameters, DataPlace place) {
    return Optional.of(COLLECTION.files(split, place));
  }
}
