package dev.glia.platform.store;

/**
 * A file that a cell made.
 *
 * @param sha256 of its content, in hexadecimal digits; also its name in the store
 * @param path where it lies if that isn't the store: in the directory of an experiment's run; else
 *     empty
 */
public record ArtifactRecord(
    String file, String mediaType, String sha256, long bytes, String path) {
  /** A file that the store keeps. */
  public ArtifactRecord(String file, String mediaType, String sha256, long bytes) {
    this(file, mediaType, sha256, bytes, "");
  }
}
