package dev.glia.platform.store;

/**
 * Which runs to list.
 *
 * @param study slug; empty for all
 * @param where condition that a cell of the run must meet, {@code accuracy > 0.8 and condition =
 *     full}; empty for none. Names are numbers, parameters, or name, study, profile, outcome,
 *     target, condition, seed, wall, cpu; operators are {@code = != < <= > >=} and {@code ~}
 *     (contains)
 * @param sort {@code started}, {@code wall}, {@code cpu}, {@code name}, or a number, of which a
 *     run's largest counts; empty for started
 * @param offset runs to leave out at the beginning
 * @param limit most runs
 */
public record RunQuery(
    String study, String where, String sort, boolean descending, int offset, int limit) {
  /** The newest runs. */
  public static final RunQuery NEWEST = new RunQuery("", "", "", true, 0, 50);

  public RunQuery {
    if (offset < 0 || limit < 0) {
      throw new IllegalArgumentException("offset and limit must not be negative");
    }
  }

  public RunQuery ofStudy(String slug) {
    return new RunQuery(slug, where, sort, descending, offset, limit);
  }

  public RunQuery where(String condition) {
    return new RunQuery(study, condition, sort, descending, offset, limit);
  }

  public RunQuery sortedBy(String name, boolean downwards) {
    return new RunQuery(study, where, name, downwards, offset, limit);
  }

  public RunQuery page(int from, int most) {
    return new RunQuery(study, where, sort, descending, from, most);
  }
}
