package dev.glia.api.topology;

/**
 * One side of a projection.
 *
 * @param population its name; source and target may be the same
 * @param size number of neurons, positive
 * @param width neurons in a row of its grid; {@code size} where no shape was given
 * @param height rows of its grid; 1 where no shape was given
 */
public record Layer(String population, int size, int width, int height) {
  public Layer {
    if (size < 1 || width < 1 || height < 1 || (long) width * height != size) {
      throw new IllegalArgumentException(
          "a layer of " + size + " neurons can't be a grid of " + width + " × " + height);
    }
  }

  public static Layer of(String population, int size) {
    return new Layer(population, size, size, 1);
  }
}
