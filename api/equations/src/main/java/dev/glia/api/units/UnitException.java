package dev.glia.api.units;

/** Text that isn't a unit or a quantity, or a quantity of the wrong dimension. */
public final class UnitException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public UnitException(String message) {
    super(message);
  }
}
