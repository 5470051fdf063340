package dev.glia.platform.runner;

import dev.glia.v1.RunRecord;
import java.nio.file.Path;
import java.util.List;

/**
 * What became of a run.
 *
 * @param record as kept in the directory: outcome, metrics, checksum, artifacts
 * @param directory where everything is; {@code ….partial} if the run was cancelled
 * @param tables of the analyzers, for people; none if the run was cancelled
 */
public record RunResult(RunRecord record, Path directory, List<Table> tables) {
  public RunResult {
    tables = List.copyOf(tables);
  }

  /**
   * A table.
   *
   * @param name {@code firing-rates}; also the name of its CSV file
   * @param rows each as long as columns
   */
  public record Table(String name, List<String> columns, List<List<String>> rows) {}
}
