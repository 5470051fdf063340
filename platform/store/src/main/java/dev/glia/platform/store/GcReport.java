package dev.glia.platform.store;

import java.util.List;

/**
 * What was deleted, or would be.
 *
 * @param items one line each, for people
 * @param bytes that it sets free on the disk, besides the database
 */
public record GcReport(List<String> items, long bytes) {
  public GcReport {
    items = List.copyOf(items);
  }
}
