package dev.glia.platform.report;

import dev.glia.platform.store.RunSummary;
import java.util.Optional;

/**
 * A study in a list, with its last run if there's one.
 *
 * @param year of the paper; 0 if it's not known
 * @param summary one sentence; may be empty
 * @param last its last run
 * @param link relative address of the last run's report; empty if there's none
 */
public record IndexEntry(
    String slug, String title, int year, String summary, Optional<RunSummary> last, String link) {}
