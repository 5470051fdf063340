package dev.glia.studies.plasticity.symmetricstdp;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** A data set in MNIST's own files: a bright bar in a place for each class, with noise. */
final class ToyDigits {
  private static final int SIDE = 28;

  private ToyDigits() {}

  static Path write(Path directory) throws IOException {
    Path folder = Files.createDirectories(directory.resolve("mnist"));
    split(folder, "train", 200, 1);
    split(folder, "t10k", 100, 2);
    return directory;
  }

  private static void split(Path folder, String name, int count, long seed) throws IOException {
    Random random = new Random(seed);
    try (DataOutputStream images = open(folder.resolve(name + "-images-idx3-ubyte"));
        DataOutputStream labels = open(folder.resolve(name + "-labels-idx1-ubyte"))) {
      images.writeInt(0x803);
      images.writeInt(count);
      images.writeInt(SIDE);
      images.writeInt(SIDE);
      labels.writeInt(0x801);
      labels.writeInt(count);
      for (int i = 0; i < count; i++) {
        int label = i % 10;
        labels.writeByte(label);
        for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
          int row = pixel / SIDE;
          boolean bar = row >= 2 * label + 3 && row < 2 * label + 6;
          images.writeByte(bar ? 150 + random.nextInt(105) : random.nextInt(20));
        }
      }
    }
  }

  private static DataOutputStream open(Path file) throws IOException {
    return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
  }
}
