package dev.glia.studies.hardware.neurocorex;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Parameters;
import dev.glia.api.data.DataPlace;
import dev.glia.api.data.Dataset;
import dev.glia.api.data.DatasetSource;
import dev.glia.api.data.Sample;
import dev.glia.api.random.RandomStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Ten classes of bars of 8 × 8 pixels, some of them a little off, in place of real digits. */
final class ToyDigits implements DatasetSource {
  @Override
  public Descriptor descriptor() {
    return Descriptor.of(ComponentKind.DATASET, "mnist8x8", "1.0.0", "Bars", "");
  }

  @Override
  public List<String> splits() {
    return List.of("train", "test");
  }

  @Override
  public Optional<List<Path>> files(String split, Parameters parameters, DataPlace place) {
    return Optional.of(List.of());
  }

  @Override
  public Dataset open(String split, Parameters parameters, DataPlace place) {
    return new Bars(split);
  }

  private record Bars(String split) implements Dataset {
    @Override
    public long size() {
      return 200;
    }

    @Override
    public int[] shape() {
      return new int[] {8, 8};
    }

    @Override
    public int classes() {
      return 10;
    }

    @Override
    public Sample sample(long index) {
      int label = (int) (index % 10);
      RandomStream random = new RandomStream(3, split, index);
      float[] values = new float[8 * 8];
      for (int i = 0; i < values.length; i++) {
        int place = label < 5 ? i / 8 : i % 8;
        int level = place == label % 5 + 1 ? 12 + random.nextInt(5) : random.nextInt(2);
        values[i] = level * (255f / 16);
      }
      return Sample.of(values, label);
    }

    @Override
    public void close() {
      // nothing is open
    }
  }
}
