package dev.glia.platform.runner;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Parameters;
import dev.glia.api.data.DataPlace;
import dev.glia.api.data.Dataset;
import dev.glia.api.data.DatasetSource;
import dev.glia.api.data.Sample;
import java.util.List;

/** A data set of 12 pictures of 4 × 4 pixels: a bright row, whose number is the class. */
final class Stripes implements DatasetSource {
  static final int SIZE = 12;

  @Override
  public Descriptor descriptor() {
    return Descriptor.of(ComponentKind.DATASET, "stripes", "1.0.0", "Bright rows", "");
  }

  @Override
  public List<String> splits() {
    return List.of("train", "test");
  }

  @Override
  public Dataset open(String split, Parameters parameters, DataPlace place) {
    return new Pictures();
  }

  private static final class Pictures implements Dataset {
    @Override
    public long size() {
      return SIZE;
    }

    @Override
    public int[] shape() {
      return new int[] {4, 4};
    }

    @Override
    public int classes() {
      return 4;
    }

    @Override
    public Sample sample(long index) {
      int label = (int) index % 4;
      float[] values = new float[16];
      for (int i = 0; i < 4; i++) {
        values[4 * label + i] = 255 - index;
      }
      return Sample.of(values, label);
    }

    @Override
    public void close() {}
  }
}
