package dev.glia.platform.studies.running;

import dev.glia.api.study.Cell;
import dev.glia.platform.store.ComponentVersion;
import dev.glia.platform.store.DataFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names cells by checksums.
 *
 * @param study slug, version, and fingerprints of its bundle and of the platform's
 */
record CellKeys(String study, String target) {
  private String text(Cell cell) {
    return "study " + study + "\ntarget " + target + "\n" + cell.identity();
  }

  /** What a cell would measure, as far as it's known before it's run. */
  String key(Cell cell) {
    return checksum(text(cell));
  }

  /** Its identity once it's run. */
  String hash(Cell cell, Collection<ComponentVersion> components, Collection<DataFile> data) {
    return hash(text(cell), components, data);
  }

  /** Checksum of a text with components and data. */
  static String hash(
      String text, Collection<ComponentVersion> components, Collection<DataFile> data) {
    Stream<String> used =
        components.stream().map(c -> c + " " + c.bundle() + " " + c.content() + "\n");
    Stream<String> read =
        data.stream().map(f -> f.split() + " " + f.name() + " " + f.sha256() + "\n");
    return checksum(
        text + Stream.concat(used, read).sorted().distinct().collect(Collectors.joining()));
  }

  /** Of a text, and maybe bytes after it. */
  static String checksum(String text, byte... more) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(more));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
