package dev.glia.platform.runner;

import java.util.Map;

/**
 * How far a run is.
 *
 * @param phase {@code train}; {@code run} in experiments without a task; {@code prepare}, {@code
 *     analyze} and {@code fetch …} before and after
 * @param done how much of this phase
 * @param total of this phase; -1 if unknown
 * @param unit what is counted: {@code ms}, {@code presentations}, {@code bytes}
 * @param metrics running values by name, as {@code accuracy}; in order
 */
public record RunProgress(
    String phase, long done, long total, String unit, Map<String, Double> metrics) {}
