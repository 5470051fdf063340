package dev.glia.platform.store;

/**
 * A file that samples were read from.
 *
 * @param dataset reference of the data set: {@code mnist@1.0.0}
 * @param split {@code train}
 * @param parameters of the data set, as JSON
 * @param name without its folder, which may move
 * @param sha256 of its content, in hexadecimal digits
 */
public record DataFile(
    String dataset, String split, String parameters, String name, long bytes, String sha256) {}
