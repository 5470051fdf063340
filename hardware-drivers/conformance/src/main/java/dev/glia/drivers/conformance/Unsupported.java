package dev.glia.drivers.conformance;

/**
 * A test that a driver can't pass, and says so.
 *
 * @param test group and name, as {@code Plasticity.symmetricWindowIsEven}
 * @param reason why not, for the people who choose a device; never empty
 */
public record Unsupported(String test, String reason) {
  public Unsupported {
    if (!test.matches("\\w+\\.\\w+")) {
      throw new IllegalArgumentException("a test is named Group.name, given '" + test + "'");
    }
    if (reason.isBlank()) {
      throw new IllegalArgumentException("why is " + test + " unsupported?");
    }
  }
}
