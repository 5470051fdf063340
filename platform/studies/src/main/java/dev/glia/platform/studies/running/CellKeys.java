package dev.glia.platform.studies.running;

import dev.glia.api.study.Cell;
import dev.glia.platform.store.ComponentVersion;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.stream.Collectors;

/**
 * Names cells by checksums.
 *
 * @param study slug, version, and fingerprints of its bundle and of the platform's
 * @param data directory that data is looked for in; in keys only, as another one may hold other
 *     data, but no part of a cell's identity
 */
record CellKeys(String study, String target, String data) {
  private String text(Cell cell) {
    return "study " + study + "\ntarget " + target + "\n" + cell.identity();
  }

  /** What a cell would measure, as far as it's known before it's run. */
  String key(Cell cell) {
    return checksum(text(cell) + "data " + data + "\n");
  }

  /** Its identity once it's run. */
  String hash(Cell cell, Collection<ComponentVersion> components) {
    return hash(text(cell), components);
  }

  /** Checksum of a text with components. */
  static String hash(String text, Collection<ComponentVersion> components) {
    return checksum(
        text
            + components.stream()
                .map(c -> c + " " + c.bundle() + " " + c.content() + "\n")
                .sorted()
                .collect(Collectors.joining()));
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
