package dev.glia.api.component;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * Values for a component's parameters: checked against its schema, defaults filled in.
 *
 * <p>Numbers are in SI base units. A value is a {@code Double} (quantity), {@code Long} (integer),
 * {@code Boolean}, {@code String}, or for structures a {@code List} or {@code Map} of such.
 */
public final class Parameters {
  public static final Parameters NONE = new Parameters(Map.of());

  private final Map<String, Object> values;

  public Parameters(Map<String, Object> values) {
    this.values = Map.copyOf(values);
  }

  public Set<String> names() {
    return values.keySet();
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** A quantity or plain number, in SI base units. */
  public double number(String name) {
    return ((Number) value(name)).doubleValue();
  }

  public int integer(String name) {
    return Math.toIntExact(((Number) value(name)).longValue());
  }

  public boolean truth(String name) {
    return (Boolean) value(name);
  }

  public String text(String name) {
    return (String) value(name);
  }

  public List<?> list(String name) {
    return (List<?>) value(name);
  }

  /**
   * The value as it is.
   *
   * @throws NoSuchElementException if the schema doesn't have it, or it's optional and not given
   */
  public Object value(String name) {
    Object value = values.get(name);
    if (value == null) {
      throw new NoSuchElementException("no value for parameter '" + name + "'");
    }
    return value;
  }

  public Map<String, Object> asMap() {
    return values;
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
