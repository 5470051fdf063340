package dev.glia.api.data;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where data lies.
 *
 * @param directory given by the user; a data set looks in it and in its folder named after its id
 * @param cache where fetched data is kept
 * @param mayFetch whether data may be fetched from its canonical address
 * @param progress told about long work
 */
public record DataPlace(
    Optional<Path> directory, Path cache, boolean mayFetch, DataProgress progress) {}
