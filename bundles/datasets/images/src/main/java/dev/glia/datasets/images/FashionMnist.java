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

/** Articles of clothing, 28 × 28 pixels, 60,000 for training and 10,000 for tests. */
@Component(property = {DatasetSource.ID + "=fashion-mnist", DatasetSource.VERSION + "=1.0.0"})
public final class FashionMnist implements DatasetSource {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.DATASET,
          "fashion-mnist",
          "1.0.0",
          "Articles of clothing of 28 × 28 pixels",
          "arXiv:1708.07747");

  private static final IdxCollection COLLECTION =
      new IdxCollection(
          "fashion-mnist",
          10,
          List.of(
              URI.create("http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/"),
              URI.create(
                  "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/")),
          IdxCollection.splits(
              "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84",
              "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845",
              "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073",
              "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5"));

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
