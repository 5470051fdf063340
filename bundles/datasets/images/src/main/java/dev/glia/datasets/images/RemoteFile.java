package dev.glia.datasets.images;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file as its publisher offers it.
 *
 * @param name ends in {@code .gz}
 * @param sha256 of the compressed file, in lower-case hexadecimal digits
 */
record RemoteFile(String name, String sha256) {
  /** The file in a folder, compressed or not; some unpackers turn the last hyphens into dots. */
  Optional<Path> in(Path folder) {
    String plain = name.substring(0, name.length() - ".gz".length());
    return Stream.of(name, plain, plain.replace("-idx", ".idx"))
        .map(folder::resolve)
        .filter(Files::isRegularFile)
        .findFirst();
  }
}
