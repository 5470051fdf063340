package dev.glia.api.data;

/** Told about long work on data. */
@FunctionalInterface
public interface DataProgress {
  DataProgress SILENT = (what, done, total) -> {};

  /**
   * Some bytes more.
   *
   * @param what a short name: {@code fetching train-images}
   * @param total -1 if unknown
   */
  void bytes(String what, long done, long total);
}
