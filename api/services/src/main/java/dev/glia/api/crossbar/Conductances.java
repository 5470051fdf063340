package dev.glia.api.crossbar;

/**
 * The cells of a block in siemens, row-major: {@code plus[i * outputs + o]}. A weight is
 * proportional to {@code plus - minus}. Arrays are not copied.
 */
public record Conductances(float[] plus, float[] minus) {
  public Conductances {
    if (plus.length != minus.length) {
      throw new IllegalArgumentException(plus.length + " plus, but " + minus.length + " minus");
    }
  }
}
