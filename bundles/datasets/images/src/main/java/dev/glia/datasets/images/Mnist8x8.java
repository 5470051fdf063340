package dev.glia.datasets.images;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Parameters;
import dev.glia.api.data.DataPlace;
import dev.glia.api.data.Dataset;
import dev.glia.api.data.DatasetSource;
import dev.glia.api.data.Sample;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/**
 * MNIST in the form of {@code digits8x8}: 8 × 8 pixels of 17 levels, for hardware with few inputs.
 *
 * <p>The border of 4 pixels is cut off, the rest is averaged, each image's brightest pixel is made
 * 255, and levels are 255/16 apart. Files and splits are those of {@code mnist}.
 */
@Component(
    service = DatasetSource.class,
    property = {DatasetSource.ID + "=mnist8x8", DatasetSource.VERSION + "=1.0.0"})
public final class Mnist8x8 implements DatasetSource {
  private static final int WIDTH = 8;
  private static final int BRIGHTEST = 16;
  private static final Pooling POOLING = new Pooling(28, 4, WIDTH, BRIGHTEST);
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.DATASET,
          "mnist8x8",
          "1.0.0",
          "Handwritten digits of MNIST, averaged to 8 × 8 pixels of 17 levels",
          "doi:10.1109/5.726791");

  private final DatasetSource full = new Mnist();

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<String> splits() {
    return full.splits();
  }

  @Override
  public Dataset open(String split, Parameters parameters, DataPlace place) {
    return new Pooled(full.open(split, parameters, place));
  }

  @Override
  public Optional<List<Path>> files(String split, Parameters parameters, DataPlace place) {
    return full.files(split, parameters, place);
  }

  private record Pooled(Dataset digits) implements Dataset {
    @Override
    public long size() {
      return digits.size();
    }

    @Override
    public int[] shape() {
      return new int[] {WIDTH, WIDTH};
    }

    @Override
    public int classes() {
      return digits.classes();
    }

    @Override
    public Sample sample(long index) {
      Sample sample = digits.sample(index);
      int[] levels = POOLING.levels(sample.values());
      float[] values = new float[levels.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = levels[i] * (255f / BRIGHTEST);
      }
      return Sample.of(values, sample.label());
    }

    @Override
    public String origin() {
      return digits.origin() + ", 8 × 8";
    }

    @Override
    public void close() {
      digits.close();
    }
  }
}
