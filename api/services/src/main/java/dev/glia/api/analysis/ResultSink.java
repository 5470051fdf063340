package dev.glia.api.analysis;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Takes results; names are unique in a run: {@code firing-rates.cells}. */
@ProviderType
public interface ResultSink {
  /**
   * A number.
   *
   * @param unit as in {@code Hz}; {@code 1} for plain numbers
   * @param value in that unit
   */
  void metric(String name, double value, String unit);

  /** A table for people and programs; every row has as many cells as there are columns. */
  void table(String name, List<String> columns, List<List<String>> rows);

  /** A file of the run's directory. */
  void artifact(String file, String mediaType, byte[] content);
}
