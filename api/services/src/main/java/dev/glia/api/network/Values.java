package dev.glia.api.network;

import java.util.Objects;

/** One value for all, or one an entity; in SI base units. Immutable. */
public final class Values {
  private final double[] items;

  private Values(double[] items) {
    this.items = items;
  }

  public static Values shared(double value) {
    return new Values(new double[] {value});
  }

  public static Values each(double[] values) {
    return new Values(values.clone());
  }

  public boolean isShared() {
    return items.length == 1;
  }

  public int length() {
    return items.length;
  }

  public double at(int index) {
    return items.length == 1 ? items[0] : items[Objects.checkIndex(index, items.length)];
  }

  public double[] toArray() {
    return items.clone();
  }
}
